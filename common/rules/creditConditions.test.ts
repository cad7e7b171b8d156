import { missingConditions } from './creditConditions';

const BOTH = { isDepartureRequired: false, isExamRequired: true, isEvaluationRequired: true };
const NEITHER = { isDepartureRequired: false, isExamRequired: false, isEvaluationRequired: false };

test.each([
  [BOTH, { exam: 'passed', isEvaluated: true }, []],
  [BOTH, { exam: 'failed', isEvaluated: false }, ['考试未合格', '未做项目评价']],
  [BOTH, { exam: 'none', isEvaluated: true }, ['考试未合格']],
  [BOTH, { exam: null, isEvaluated: true }, ['没有启用考试']],
  [{ ...BOTH, isExamRequired: false }, { exam: 'none', isEvaluated: false }, ['未做项目评价']],
  [NEITHER, { exam: 'failed', isEvaluated: false }, []],
] as const)('demanded %j, done %j: missing %j', (rules, done, missing) => {
  expect(missingConditions(rules, { ...done, hasLeft: false })).toEqual(missing);
});

test('签到 and 撤离, both: without the one the other is not enough', () => {
  const rules = { ...NEITHER, isDepartureRequired: true };
  const done = { exam: null, isEvaluated: false };
  expect(missingConditions(rules, { ...done, hasLeft: false })).toEqual(['没有撤离']);
  expect(missingConditions(rules, { ...done, hasLeft: true })).toEqual([]);
});
