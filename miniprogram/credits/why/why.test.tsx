/** 为什么查不到学分？ (manual 004): the answer, and of each condition whose turn it is. */
import type { CreditCondition, MissingCredit } from '@common/contract/credits';
import Taro from '@tarojs/taro';
import { act, render, screen } from '@testing-library/react';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { idOf } from '@/testing/people';
import { tap, tapId } from '@/testing/register';
import { openedWith, resetTaro } from '@/testing/taro';
import WhyPage from './index';

const ACTIVITY_ID = idOf(200);
type State = CreditCondition['state'];
const conditionOf = (key: CreditCondition['key'], state: State, part: Partial<CreditCondition> = {}) => ({
  ...{ key, state, label: `条件${key}`, words: `${key}的情况`, waitingFor: null },
  ...part,
});
const missingOf = (conditions: CreditCondition[], part: Partial<MissingCredit> = {}): MissingCredit => ({
  activityId: ACTIVITY_ID,
  activityName: '外科护理学新进展学习班',
  projectNumber: '2020-14-02-049 (国)',
  unitName: '漯河市中心医院',
  from: '2026-11-20T00:00:00.000Z',
  to: '2026-11-21T10:00:00.000Z',
  answer: '还没有做项目评价。',
  advice: '请在11月28日前完成项目评价。',
  conditions,
  refused: [],
  ...part,
});

async function openPage(answer: () => MissingCredit) {
  fakeServer({
    accounts: { signInWithWechat: () => sessionOf(meWith(LEARNER)), me: () => meWith(LEARNER) },
    tasks: { mySubscriptions: () => ({ templateIds: [] }) },
    credits: { whyMissing: answer },
  });
  await session.start();
  await act(async () => void render(<WhyPage />));
}
const classOf = (id: string) => document.getElementById(id)?.className ?? '';
beforeEach(() => {
  resetTaro();
  openedWith({ activityId: ACTIVITY_ID });
});

test('the answer on top, then each condition with its state in words', async () => {
  await openPage(() =>
    missingOf([
      conditionOf('approval', 'done'),
      conditionOf('departure', 'missed'),
      conditionOf('evaluation', 'mine'),
      conditionOf('granting', 'theirs', { words: '还没有进行授分操作', waitingFor: '漯河市中心医院' }),
      conditionOf('review', 'ahead'),
    ]),
  );
  expect(screen.getByText('还没有做项目评价。')).toBeTruthy();
  expect(screen.getByText('请在11月28日前完成项目评价。')).toBeTruthy();
  expect(document.querySelector('.why__answer--act')).toBeTruthy();
  const states = [...document.querySelectorAll('.condition__dot')].map((n) => n.getAttribute('aria-label'));
  expect(states).toEqual([
    '条件approval：已满足',
    '条件departure：未满足',
    '条件evaluation：需要您完成',
    '条件granting：等待处理',
    '条件review：未开始',
  ]);
  expect(screen.getByText('等待 漯河市中心医院 处理')).toBeTruthy();
  // Only what he can do himself has a button.
  expect(document.querySelectorAll('#why-conditions button')).toHaveLength(1);
});

test.each([
  ['approval', 'navigateTo', '/pages/register/index'],
  ['checkIn', 'switchTab', '/pages/scan/index'],
  ['departure', 'switchTab', '/pages/scan/index'],
  ['exam', 'navigateTo', `/study/exam/index?activityId=${ACTIVITY_ID}`],
  ['evaluation', 'navigateTo', `/study/evaluation/index?activityId=${ACTIVITY_ID}`],
] as const)('%s of his own is one tap away', async (key, how, url) => {
  await openPage(() => missingOf([conditionOf(key, 'mine')]));
  await tapId(`do-${key}`);
  expect(Taro[how]).toHaveBeenCalledWith({ url });
});

test('whom it waits for is said once', async () => {
  await openPage(() =>
    missingOf([
      conditionOf('review', 'theirs', { words: '等待漯河市卫健委审核', waitingFor: '漯河市卫健委' }),
    ]),
  );
  expect(document.body.textContent?.match(/漯河市卫健委/g)).toHaveLength(1);
  expect(classOf('why-answer')).toContain('why__answer--waiting');
});

test('what cannot be mended is not red', async () => {
  await openPage(() => missingOf([conditionOf('checkIn', 'missed'), conditionOf('granting', 'ahead')]));
  expect(classOf('why-answer')).toContain('why__answer--plain');
});

test('what is there is green', async () => {
  await openPage(() => missingOf([conditionOf('review', 'done')], { advice: null }));
  expect(classOf('why-answer')).toContain('why__answer--done');
  expect(document.querySelector('.why__advice')).toBeNull();
});

test('scans that did not count, a few at first', async () => {
  const refused = Array.from({ length: 7 }, (_, n) => ({
    at: `2026-11-20T0${n}:00:00.000Z`,
    reason: '扫码时间不在项目举办周期内',
  }));
  await openPage(() => missingOf([conditionOf('checkIn', 'missed')], { refused }));
  expect(screen.getAllByText('扫码时间不在项目举办周期内')).toHaveLength(5);
  await tap('显示全部7次');
  expect(screen.getAllByText('扫码时间不在项目举办周期内')).toHaveLength(7);
  expect(document.getElementById('refused-all')).toBeNull();
});

test('nothing of his there: said so, with a way out', async () => {
  await openPage(() => {
    throw new Refusal('NOT_FOUND');
  });
  await tap('查看考勤记录');
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/study/records/index' });
});
