import type { LearnerActivity } from '@common/contract/activities';
import type { CreditRow } from '@common/contract/credits';
import type { LearnerTask } from '@common/contract/tasks';
import Taro from '@tarojs/taro';
import { act, render, screen } from '@testing-library/react';
import CreditsPage from '@/pages/credits/index';
import HomePage from '@/pages/home/index';
import { session } from '@/services/session';
import { pendingCredit, summaryOf } from '@/testing/credits';
import { fakeServer, LEARNER, meWith, sessionOf } from '@/testing/fakeServer';
import { idOf, pageOf } from '@/testing/people';
import { tap, tapId } from '@/testing/register';
import { resetTaro } from '@/testing/taro';
import RecordsPage from './index';

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
const taskOf = (kind: LearnerTask['kind'], some: Partial<LearnerTask>): LearnerTask => ({
  ...{ kind, state: 'open', isRequired: true, words: '11月28日 24:00 截止' },
  ...{ opensAt: null, until: null },
  ...some,
});
const ATTENDED: LearnerActivity = {
  id: idOf(1),
  name: '外科护理学新进展学习班',
  projectNumber: '2020-14-02-049 (国)',
  unitName: '漯河市中心医院',
  venue: '学术报告厅',
  from: ago(1),
  to: ago(0.5),
  creditClass: 'classI',
  credits: 200,
  today: false,
  checkIns: [
    { courseName: '围手术期护理', direction: 'in', at: ago(1) },
    { courseName: '围手术期护理', direction: 'out', at: ago(0.6) },
  ],
  stages: [
    { name: '签到', state: 'done', waitingFor: null },
    { name: '考试', state: 'waiting', waitingFor: '本人' },
    { name: '评价', state: 'waiting', waitingFor: '本人' },
    { name: '授分', state: 'ahead', waitingFor: null },
    { name: '审核', state: 'ahead', waitingFor: null },
  ],
  tasks: [taskOf('exam', { words: '还可以考2次，11月28日 24:00 截止' }), taskOf('evaluation', {})],
};
let items: LearnerActivity[] = [];
let credits: CreditRow[] = [];

async function openPage(Page: () => JSX.Element) {
  const me = meWith({ ...LEARNER, approval: { ...LEARNER.approval, state: 'approved' } });
  fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
    activities: { myActivities: () => ({ items }) },
    tasks: { mySubscriptions: () => ({ templateIds: ['S-task'] }) },
    enrolments: { myEnrolments: (input) => pageOf([], input) },
    credits: { myCredits: () => summaryOf({ items: credits }) },
  });
  await session.start();
  await act(async () => void render(<Page />));
}
beforeEach(() => {
  resetTaro();
  items = [ATTENDED];
  credits = [];
});

test('every swipe, and both entrances with one tap, which may allow a reminder', async () => {
  await openPage(RecordsPage);
  await screen.findByText('外科护理学新进展学习班');
  expect(screen.getAllByText('围手术期护理')).toHaveLength(2);
  await tapId('go-exam');
  expect(Taro.requestSubscribeMessage).toHaveBeenCalledWith(expect.objectContaining({ tmplIds: ['S-task'] }));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/study/exam/index?activityId=${idOf(1)}` });
  await tapId('go-evaluation');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/study/evaluation/index?activityId=${idOf(1)}` });
});

test('what is done, ahead or missed has no button to it, and says how it stands', async () => {
  items = [
    {
      ...ATTENDED,
      tasks: [
        taskOf('exam', { state: 'done', words: '已合格，86分' }),
        taskOf('evaluation', { state: 'ahead', words: '2026-11-21 18:00 起可以评价' }),
      ],
    },
    { ...ATTENDED, id: idOf(2), name: '没有签到的', checkIns: [], tasks: [] },
  ];
  await openPage(RecordsPage);
  await screen.findByText('已合格，86分');
  expect(screen.queryByText('没有签到的')).toBeNull();
  expect(screen.getByText('未开始')).toBeTruthy();
  expect(document.querySelector('#go-exam')).toBeNull();
  expect(document.querySelector('#go-evaluation')).toBeNull();
  await tapId('go-exam-result');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/study/exam/index?activityId=${idOf(1)}` });
});

test('nothing yet: the way to sign in', async () => {
  items = [];
  await openPage(RecordsPage);
  await tap('去签到');
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/scan/index' });
});

test('首页: what must be done is one tap away, a reminder refused or not', async () => {
  (Taro.requestSubscribeMessage as jest.Mock).mockRejectedValueOnce(
    new Error('requestSubscribeMessage:fail'),
  );
  await openPage(HomePage);
  await screen.findByText('参加考试：外科护理学新进展学习班');
  await tapId('todo-exam');
  expect(Taro.requestSubscribeMessage).toHaveBeenCalledTimes(1);
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/study/exam/index?activityId=${idOf(1)}` });
});

test('首页: more than fits is one tap away', async () => {
  items = [1, 2, 3, 4].map((n) => ({ ...ATTENDED, id: idOf(n), name: `第${n}期学习班` }));
  await openPage(HomePage);
  await screen.findByText('参加考试：第1期学习班');
  expect(screen.queryByText('项目评价：第4期学习班')).toBeNull();
  await tap('显示全部8项');
  expect(screen.getByText('项目评价：第4期学习班')).toBeTruthy();
  expect(document.querySelector('#todo-all')).toBeNull();
});

test('学分: the stages of a class, whose turn it is, and the way to the records', async () => {
  await openPage(CreditsPage);
  await screen.findByText('已参加，尚未授分');
  const steps = [...document.querySelectorAll('.step')].map((each) => each.getAttribute('aria-label'));
  expect(steps).toEqual(['签到：已完成', '考试：进行中', '评价：进行中', '授分：未开始', '审核：未开始']);
  expect(document.querySelector('#go-exam')).toBeTruthy();
  await tapId('go-records');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/study/records/index' });
});

test('学分: a credit shows what was done for it, and leaves out what was not needed', async () => {
  const done = (name: string) => ({ name, state: 'done' as const, waitingFor: null });
  const review = { name: '审核', state: 'waiting' as const, waitingFor: '漯河市卫生健康委员会' };
  const left = { name: '评价', state: 'ahead' as const, waitingFor: null };
  items = [{ ...ATTENDED, tasks: [], stages: [done('签到'), done('考试'), left, done('授分'), review] }];
  credits = [pendingCredit(1, { activityId: ATTENDED.id })];
  await openPage(CreditsPage);
  await screen.findByText('等待 漯河市卫生健康委员会 审核');
  expect(screen.queryByText('已参加，尚未授分')).toBeNull();
  const steps = [...document.querySelectorAll('.step__name')].map((each) => each.textContent);
  expect(steps).toEqual(['签到', '考试', '授分', '审核']);
});
