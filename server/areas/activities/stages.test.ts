/** Whom the stages of an attended activity wait for. */
import type { LearnerTask } from '@common/contract/tasks';
import type { TaskState } from '@common/terms';
import type { CreditRowSource } from '../credits/service';
import { stagesOf } from './stages';

const UNIT = '漯河市中心医院';
const examOf = (state: TaskState, isRequired = true): LearnerTask => ({
  ...{ kind: 'exam', state, isRequired, words: '' },
  ...{ opensAt: null, until: null },
});
const stages = (...tasks: LearnerTask[]) =>
  stagesOf({ isAttended: true, tasks, credit: undefined, unitName: UNIT })
    .slice(1, 3)
    .map(({ name, state, waitingFor }) => [name, state, waitingFor].join(' ').trim());

test.each<[TaskState, string[]]>([
  ['ahead', ['考试 ahead', '授分 ahead']],
  ['open', ['考试 waiting 本人', '授分 ahead']],
  ['done', ['考试 done', `授分 waiting ${UNIT}`]],
  // He is not called to what he can do no more, nor the unit to what it must not do.
  ['missed', ['考试 ahead', '授分 ahead']],
])('an exam that is demanded and %s', (state, expected) => {
  expect(stages(examOf(state))).toEqual(expected);
});

test('one that is not demanded never stands in the way', () => {
  expect(stages(examOf('missed', false))).toEqual(['考试 ahead', `授分 waiting ${UNIT}`]);
});

test.each<[CreditRowSource['state'], string | null, string[]]>([
  ['pending', '漯河市卫生健康委员会', ['授分 done', '审核 waiting 漯河市卫生健康委员会']],
  ['returned', UNIT, ['授分 done', `审核 waiting ${UNIT}`]],
  ['reviewed', null, ['授分 done', '审核 done']],
  // Not granted any more, and nobody is called to grant it again.
  ['revoked', null, ['授分 ahead', '审核 ahead']],
])('a credit that is %s', (state, waitingFor, expected) => {
  const credit = { activityId: '', reviewed: state === 'reviewed', state, waitingFor, opinion: null };
  const all = stagesOf({ isAttended: true, tasks: [], credit, unitName: UNIT });
  expect(all.slice(1).map((each) => [each.name, each.state, each.waitingFor].join(' ').trim())).toEqual(
    expected,
  );
});
