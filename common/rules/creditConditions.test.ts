import { conditionsInWords, demandedSince, missingConditions, reasonInWords } from './creditConditions';

const BOTH = { isDepartureRequired: false, isExamRequired: true, isEvaluationRequired: true };
const NEITHER = { isDepartureRequired: false, isExamRequired: false, isEvaluationRequired: false };

test.each([
  [BOTH, { exam: 'passed', isEvaluated: true }, []],
  [BOTH, { exam: 'failed', isEvaluated: false }, ['exam', 'evaluation']],
  [BOTH, { exam: 'none', isEvaluated: true }, ['exam']],
  [BOTH, { exam: null, isEvaluated: true }, ['paper']],
  [{ ...BOTH, isExamRequired: false }, { exam: 'none', isEvaluated: false }, ['evaluation']],
  [NEITHER, { exam: 'failed', isEvaluated: false }, []],
] as const)('demanded %j, done %j: missing %j', (rules, done, missing) => {
  expect(missingConditions(rules, { ...done, hasLeft: false })).toEqual(missing);
});

test('签到 and 撤离, both: without the one the other is not enough', () => {
  const rules = { ...NEITHER, isDepartureRequired: true };
  const done = { exam: null, isEvaluated: false };
  expect(missingConditions(rules, { ...done, hasLeft: false })).toEqual(['departure']);
  expect(missingConditions(rules, { ...done, hasLeft: true })).toEqual([]);
});

test('every reason in words, what the windows lack with its times', () => {
  const all = ['windows', 'departure', 'paper', 'exam', 'evaluation'] as const;
  expect(reasonInWords(all, '第2个刷卡周期（07-21 16:30–18:00）内没有考勤')).toBe(
    '第2个刷卡周期（07-21 16:30–18:00）内没有考勤；没有撤离；没有启用考试；考试未合格；未做项目评价',
  );
  expect(reasonInWords(['windows'], '')).toBe('刷卡周期内没有考勤');
  expect(reasonInWords([], '')).toBeNull();
});

test('what is demanded, and what of it is new', () => {
  expect(conditionsInWords({ ...BOTH, isDepartureRequired: true })).toBe('有撤离、考试合格、完成项目评价');
  expect(conditionsInWords(NEITHER)).toBe('');
  expect(demandedSince(NEITHER, BOTH)).toBe('考试合格、完成项目评价');
  expect(demandedSince(BOTH, { ...NEITHER, isEvaluationRequired: true })).toBe('');
});
