import type { PresenceRow } from '@common/contract/presence';
import type { Permission } from '@common/terms';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { session } from '@/services/session';
import { administratorMe } from '@/testing/administrators';
import { fakeServer, sessionOf } from '@/testing/fakeServer';
import { idOf, pageOf } from '@/testing/people';
import { openedWith, resetTaro } from '@/testing/taro';
import BoardPage from './index';

const ACTIVITY = idOf(900);
const person = (n: number, part: Partial<PresenceRow> = {}): PresenceRow => ({
  learnerId: idOf(n),
  name: `学员${n}`,
  unitName: '宜章县第二人民医院',
  department: '护理部',
  state: 'missing',
  lastAt: null,
  isEnrolled: true,
  ...part,
});
let people: PresenceRow[] = [];
const countOf = (state: PresenceRow['state']) => people.filter((one) => one.state === state).length;

async function openPage(permissions?: Permission[]) {
  const me = administratorMe(permissions);
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
    administrators: { listAdministrators: () => ({ items: [] }) },
    presence: {
      presence: (input) => ({
        ...pageOf(
          people
            .filter(({ state }) => input.show === 'all' || state === input.show)
            .filter(({ department }) => !input.department || department === input.department)
            .filter(({ name }) => name.includes(input.q ?? '')),
          input,
        ),
        here: countOf('here'),
        missing: countOf('missing'),
        left: countOf('left'),
        held: 3,
        departments: [
          { name: '护理部', here: 1, expected: 2 },
          { name: '舞阳县中医院', here: 0, expected: 1 },
        ],
      }),
      remindMissing: () => ({ told: 1, alreadyTold: 1 }),
    },
    checkIns: {
      board: () => ({
        persons: 1,
        swipes: 1,
        courses: [{ courseId: idOf(1), name: '围手术期护理', inPersons: 1, outPersons: 0, swipes: 1 }],
        latest: [],
        refused: [{ reason: '二维码已更新，请重新扫描大屏上的二维码', count: 2 }],
      }),
    },
  });
  await session.start();
  await act(async () => void (await session.signInWithWechat()));
  await act(async () => void render(<BoardPage />));
  await screen.findByText('护理新进展');
  return sent;
}
const tap = async (words: string) => act(async () => void fireEvent.click(screen.getByText(words)));
const asked = (sent: Awaited<ReturnType<typeof openPage>>) =>
  sent.filter(({ name }) => name === 'presence.presence').at(-1)?.input;

beforeEach(() => {
  resetTaro();
  openedWith({ activityId: ACTIVITY, name: encodeURIComponent('护理新进展') });
  people = [
    person(1),
    person(2, { department: '内科' }),
    person(3, { state: 'here', lastAt: '2026-11-21T01:05:00.000Z', isEnrolled: false }),
  ];
});

test('the missing come first; the counts and what waits for the administrator are above', async () => {
  await openPage();
  expect(document.getElementById('board-counts')?.textContent).toBe('1人在场2人未到0人已撤离');
  expect(screen.getByText(/3 次扫码待确认/)).toBeTruthy();
  expect([screen.getByText('学员1'), screen.getByText('学员2')]).toHaveLength(2);
  expect(screen.queryByText('学员3')).toBeNull();
  await act(async () => void fireEvent.click(screen.getByRole('tab', { name: '在场' })));
  expect(await screen.findByText('学员3')).toBeTruthy();
  expect(screen.getByText('宜章县第二人民医院 · 护理部 · 未报名')).toBeTruthy();
  expect(screen.getByText('09:05')).toBeTruthy();
});

test('a department leads to its people, and back to all', async () => {
  const sent = await openPage();
  await tap('科室');
  await tap('舞阳县中医院');
  expect(await screen.findByText('没有找到这样的人员')).toBeTruthy();
  expect(asked(sent)).toMatchObject({ show: 'all', department: '舞阳县中医院' });
  await tap('查看全部人员');
  expect(await screen.findByText('学员3')).toBeTruthy();
  expect(asked(sent)).not.toHaveProperty('department');
});

test('the missing are reminded after a question, and what came of it is told', async () => {
  const sent = await openPage();
  await tap('提醒未到人员');
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(
      expect.objectContaining({ title: '已提醒 1 人；另有 1 人本半天已提醒过' }),
    ),
  );
  expect(Taro.showModal).toHaveBeenCalledWith(expect.objectContaining({ title: '提醒 2 名未到人员' }));
  expect(sent.find(({ name }) => name === 'presence.remindMissing')?.input).toEqual({ activityId: ACTIVITY });
});

test('without the right to hold activities one can look, and is told whom to ask', async () => {
  await openPage(['approveLearners']);
  expect(screen.queryByText('提醒未到人员')).toBeNull();
  expect(screen.getByText(/您没有“举办活动”权限/)).toBeTruthy();
});

test('everybody is there; and what happened course by course', async () => {
  people = [person(1, { state: 'here', lastAt: '2026-11-21T01:05:00.000Z' })];
  await openPage();
  expect(screen.getByText('报名的人都到了')).toBeTruthy();
  await tap('签到');
  expect(await screen.findByText('围手术期护理')).toBeTruthy();
  expect(screen.getByText('2 次')).toBeTruthy();
});
