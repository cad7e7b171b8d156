import type { SpotCheckView } from '@common/contract/presence';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { session } from '@/services/session';
import { administratorMe } from '@/testing/administrators';
import { fakeServer, Refusal, sessionOf } from '@/testing/fakeServer';
import { idOf, pageOf } from '@/testing/people';
import { openedWith, resetTaro } from '@/testing/taro';
import SpotCheckPage from './index';

const ACTIVITY = idOf(900);
const asked = (n: number, confirmedAt: string | null, remark: string | null = null) => ({
  learnerId: idOf(n),
  name: `学员${n}`,
  unitName: '宜章县第二人民医院',
  department: '护理部',
  confirmedAt,
  remark,
});
const check = (part: Partial<SpotCheckView>): SpotCheckView => ({
  id: idOf(1),
  startedAt: '2026-11-20T01:00:00.000Z',
  until: '2026-11-20T01:01:00.000Z',
  msLeft: 0,
  startedBy: '王芳',
  asked: 2,
  confirmed: 1,
  isOver: true,
  people: [asked(1, null), asked(2, '2026-11-20T01:00:20.000Z', '与学员1用同一部手机确认')],
  ...part,
});
let checks: SpotCheckView[] = [];

async function openPage(start?: () => never) {
  const me = administratorMe();
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
    presence: {
      listSpotChecks: (input) => pageOf(checks, input),
      startSpotCheck:
        start ??
        (() => {
          const running = check({ id: idOf(2), isOver: false, msLeft: 60_000, confirmed: 0 });
          checks = [running, ...checks];
          return running;
        }),
    },
  });
  await session.start();
  await act(async () => void (await session.signInWithWechat()));
  await act(async () => void render(<SpotCheckPage />));
  await screen.findByText('护理新进展');
  return sent;
}
const tap = async (words: string) => act(async () => void fireEvent.click(screen.getByText(words)));

beforeEach(() => {
  resetTaro();
  checks = [];
  openedWith({ activityId: ACTIVITY, name: encodeURIComponent('护理新进展') });
});

test('so many are drawn, and their answers are followed', async () => {
  const sent = await openPage();
  expect(screen.getByText('还没有点过名')).toBeTruthy();
  await tap('20 人');
  await tap('开始点名');
  expect(await screen.findByText('点名进行中')).toBeTruthy();
  expect(sent.find(({ name }) => name === 'presence.startSpotCheck')?.input).toEqual({
    activityId: ACTIVITY,
    persons: 20,
  });
  expect(document.getElementById('spot-running')?.textContent).toBe('0/ 2 人已应答还剩 60 秒');
  expect(screen.getByText('等待应答')).toBeTruthy();
  expect(screen.queryByText('开始点名')).toBeNull();
});

test('of one that is over: who did not answer, and what speaks against an answer', async () => {
  checks = [check({})];
  await openPage();
  expect(screen.getByText('1 人未应答')).toBeTruthy();
  expect(screen.getByText('未应答')).toBeTruthy();
  expect(screen.getByText('与学员1用同一部手机确认，请现场核实')).toBeTruthy();
  await tap('1 人未应答');
  expect(screen.queryByText('未应答')).toBeNull();
});

test('in an empty room it says why, and can be tried again', async () => {
  await openPage(() => {
    throw new Refusal('NOBODY_PRESENT');
  });
  await tap('开始点名');
  expect(Taro.showToast).toHaveBeenCalledWith(
    expect.objectContaining({ title: '现场还没有人签到，暂不能点名' }),
  );
  expect(screen.getByText('开始点名')).toBeTruthy();
});
