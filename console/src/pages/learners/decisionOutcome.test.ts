import { ApiError } from '@common/contract/errors';
import type { DecisionResult } from './decideAll';
import { decisionOutcome } from './decisionOutcome';

const PEOPLE = [
  { id: 'a', name: '韩雪' },
  { id: 'b', name: '欧阳明' },
  { id: 'c', name: '许雅琴' },
];
const done = (learnerId: string): DecisionResult => ({
  learnerId,
  state: 'approved',
  changed: true,
  isNewer: false,
});
const outcome = (results: DecisionResult[], people = PEOPLE, isApproval = true) =>
  decisionOutcome({ results, left: [], error: null }, people, isApproval);

test('one person is told by name', () => {
  const one = PEOPLE.slice(0, 1);
  expect(outcome([done('a')], one)).toMatchObject({ text: '韩雪：审核通过', isWhole: true });
  expect(outcome([done('a')], one, false).text).toBe('韩雪：审核不通过');
});

test('several are counted', () => {
  expect(outcome(['a', 'b', 'c'].map(done))).toMatchObject({ text: '3人已审核通过', isWhole: true });
});

test('whom a colleague had decided before is named with what stands', () => {
  const before: DecisionResult = { learnerId: 'b', state: 'rejected', changed: false, isNewer: false };
  expect(outcome([done('a'), before, done('c')])).toMatchObject({
    text: '2人已审核通过；1人此前已由同事审核，结果没有改变',
    isWhole: false,
    byColleague: ['欧阳明（审核不通过）'],
  });
});

test('who submitted anew is left for a second look, and not called decided', () => {
  const newer: DecisionResult = { learnerId: 'c', state: 'pending', changed: false, isNewer: true };
  expect(outcome([done('a'), done('b'), newer])).toMatchObject({
    text: '2人已审核通过；1人刚刚提交了新资料，请看过后再审核',
    newer: [{ id: 'c', name: '许雅琴' }],
    byColleague: [],
  });
});

test('whom no answer speaks of has left the unit', () => {
  expect(outcome([done('a'), done('b')])).toMatchObject({
    text: '2人已审核通过；1人已不在本单位',
    gone: ['许雅琴'],
  });
});

test('after a failure the rest is told as not decided, and not as gone', () => {
  const error = new ApiError({ code: 'NETWORK', message: '网络不给力，请检查网络后重试' });
  expect(decisionOutcome({ results: [done('a')], left: ['b', 'c'], error }, PEOPLE, true)).toMatchObject({
    text: '1人已审核通过；还有2人没有审核：网络不给力，请检查网络后重试',
    isWhole: false,
    gone: [],
  });
});

test('when nothing was done, nothing is said to have been done', () => {
  const before = PEOPLE.map(({ id }) => ({ ...done(id), changed: false }));
  expect(outcome(before)).toMatchObject({ text: '3人此前已由同事审核，结果没有改变', isWhole: false });
});
