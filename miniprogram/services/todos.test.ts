import type { LearnerActivity } from '@common/contract/activities';
import type { CreditRow } from '@common/contract/credits';
import type { LearnerTask } from '@common/contract/tasks';
import { isAttendedOnly, todosOf } from './todos';

const base: LearnerActivity = {
  id: 'a',
  name: '心电图培训班',
  projectNumber: '2026-01',
  unitName: '县医院',
  venue: '报告厅',
  from: '2026-11-21T00:00:00.000Z',
  to: '2026-11-21T09:00:00.000Z',
  creditClass: 'classI',
  credits: 300,
  today: true,
  checkIns: [],
  tasks: [],
  stages: [
    { name: '签到', state: 'waiting', waitingFor: '本人' },
    { name: '授分', state: 'ahead', waitingFor: null },
    { name: '审核', state: 'ahead', waitingFor: null },
  ],
};
const attended: LearnerActivity = {
  ...base,
  id: 'b',
  today: false,
  checkIns: [{ courseName: '一', direction: 'in', at: base.from }],
  stages: [
    { name: '签到', state: 'done', waitingFor: null },
    { name: '授分', state: 'waiting', waitingFor: '县医院' },
    { name: '审核', state: 'ahead', waitingFor: null },
  ],
};
const pending = {
  id: 'c',
  activityName: '卒中研讨班',
  state: 'pending',
  waitingFor: '市卫健委',
} as CreditRow;

test("the person's own turns come first, then whom one waits for", () => {
  expect(todosOf([attended, base], [pending])).toEqual([
    { key: 'a', tone: 'act', title: '签到：心电图培训班', detail: '今天，请扫描会场大屏', task: null },
    { key: 'b', tone: 'waiting', title: '心电图培训班', detail: '等待 县医院 授分', task: null },
    { key: 'c', tone: 'waiting', title: '卒中研讨班', detail: '等待 市卫健委 审核学分', task: null },
  ]);
});

test('a class of another day that was missed is nothing to do', () => {
  expect(todosOf([{ ...base, today: false }], [])).toEqual([]);
});

test('what is reviewed and what is credited is done', () => {
  const credited: LearnerActivity = {
    ...attended,
    stages: attended.stages.map((stage) => ({
      ...stage,
      state: stage.name === '审核' ? 'waiting' : 'done',
      waitingFor: stage.name === '审核' ? '市卫健委' : null,
    })),
  };
  expect(isAttendedOnly(attended)).toBe(true);
  expect(isAttendedOnly(credited)).toBe(false);
  // It stands in the list once, with its credit.
  expect(todosOf([credited], [{ ...pending, state: 'reviewed' }])).toEqual([]);
});

test('what was returned waits for the unit, what was revoked for nobody', () => {
  const returned: CreditRow = { ...pending, state: 'returned', waitingFor: null, unitName: '县医院' };
  expect(todosOf([], [returned, { ...pending, state: 'revoked' }])).toEqual([
    { key: 'c', tone: 'waiting', title: '卒中研讨班', detail: '等待 县医院 修改后重新提交审核', task: null },
  ]);
});

const taskOf = (
  kind: LearnerTask['kind'],
  state: LearnerTask['state'],
  isRequired: boolean,
): LearnerTask => ({
  ...{ kind, state, isRequired, words: '11月28日 24:00 截止' },
  ...{ opensAt: null, until: null },
});

test('what can be done now: the demanded in red, the rest as an offer, what is done not at all', () => {
  const tasks = [
    taskOf('departure', 'done', true),
    taskOf('exam', 'open', true),
    taskOf('evaluation', 'open', false),
  ];
  const stages: LearnerActivity['stages'] = [
    { name: '考试', state: 'waiting', waitingFor: '本人' },
    { name: '授分', state: 'ahead', waitingFor: null },
  ];
  const activity = { ...attended, tasks, stages };
  const told = (given: LearnerActivity) => todosOf([given], []).map(({ tone, title }) => `${tone} ${title}`);
  expect(told(activity)).toEqual(['act 参加考试：心电图培训班', 'offer 项目评价：心电图培训班']);
  expect(todosOf([activity], [])[0]).toMatchObject({
    detail: '11月28日 24:00 截止',
    task: { kind: 'exam', activityId: 'b' },
  });
  // What is demanded and still ahead is not forgotten; what is free is not mentioned before its time.
  const ahead = { ...activity, tasks: [taskOf('exam', 'ahead', true), taskOf('evaluation', 'ahead', false)] };
  expect(todosOf([ahead], [])).toEqual([
    {
      ...{ key: 'b exam', tone: 'waiting', title: '参加考试：心电图培训班' },
      ...{ detail: '11月28日 24:00 截止', task: null },
    },
  ]);
  // Still within the class, with an exam to take: nothing says to sign in again.
  expect(told({ ...activity, today: true, tasks: [] })).toEqual([]);
  // Once it is credited nothing is wanted any more.
  const credited = stages.map((stage) => ({ ...stage, state: 'done' as const }));
  expect(told({ ...activity, stages: credited })).toEqual([]);
});
