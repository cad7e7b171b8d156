import { missingConditions } from './creditConditions';

const BOTH = { isExamRequired: true, isEvaluationRequired: true };
const NEITHER = { isExamRequired: false, isEvaluationRequired: false };

test.each([
  [BOTH, { exam: 'passed', isEvaluated: true }, []],
  [BOTH, { exam: 'failed', isEvaluated: false }, ['考试未合格', '未做项目评价']],
  [BOTH, { exam: 'none', isEvaluated: true }, ['考试未合格']],
  [BOTH, { exam: null, isEvaluated: true }, ['没有启用考试']],
  [{ ...BOTH, isExamRequired: false }, { exam: 'none', isEvaluated: false }, ['未做项目评价']],
  [NEITHER, { exam: 'failed', isEvaluated: false }, []],
] as const)('demanded %j, done %j: missing %j', (rules, done, missing) => {
  expect(missingConditions(rules, done)).toEqual(missing);
});
