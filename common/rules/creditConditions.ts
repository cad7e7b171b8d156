/**
 * What a credit needs beside the 签到: 考试通过并进行了项目评价，有一项未完成即不授分 (manual 000 §四.3); 签到及撤离两次扫码，缺一不可
 * (manual 002 §2.1).
 */
import type { CompletionRules } from '../contract/completionRules';
import { EXCLUSIONS, type ExamOutcome, type Exclusion } from '../terms';

/** What the authority demands, or the unit chose at its 考勤分析. */
export type CreditConditions = CompletionRules & { isDepartureRequired: boolean };

/** What somebody has done of it; `exam` is null where none was published. */
export interface Completion {
  exam: ExamOutcome | null;
  isEvaluated: boolean;
  /** He left every period that he came to, by a 撤离. */
  hasLeft: boolean;
}

/** What is missing; empty where nothing is. What is not demanded is never missing. */
export function missingConditions(
  { isDepartureRequired, isExamRequired, isEvaluationRequired }: CreditConditions,
  { exam, isEvaluated, hasLeft }: Completion,
): Exclude<Exclusion, 'windows'>[] {
  const missing: Exclude<Exclusion, 'windows'>[] = [];
  if (isDepartureRequired && !hasLeft) {
    missing.push('departure');
  }
  if (isExamRequired && exam !== 'passed') {
    missing.push(exam === null ? 'paper' : 'exam');
  }
  if (isEvaluationRequired && !isEvaluated) {
    missing.push('evaluation');
  }
  return missing;
}

/** Why not, in words: 第2个刷卡周期（07-21 16:30–18:00）内没有考勤；考试未合格. `windows` says which ones; null without any reason. */
export const reasonInWords = (exclusions: readonly Exclusion[], windows: string): string | null =>
  exclusions.map((each) => (each === 'windows' && windows ? windows : EXCLUSIONS[each])).join('；') || null;

/** The conditions that are demanded, in words, for a heading: 须有撤离、考试合格. */
export const conditionsInWords = (conditions: CreditConditions): string =>
  [
    conditions.isDepartureRequired && '有撤离',
    conditions.isExamRequired && '考试合格',
    conditions.isEvaluationRequired && '完成项目评价',
  ]
    .filter(Boolean)
    .join('、');

/** What is demanded now and was not then, in words; empty where nothing is. */
export const demandedSince = (then: CreditConditions, now: CreditConditions): string =>
  conditionsInWords({
    isDepartureRequired: now.isDepartureRequired && !then.isDepartureRequired,
    isExamRequired: now.isExamRequired && !then.isExamRequired,
    isEvaluationRequired: now.isEvaluationRequired && !then.isEvaluationRequired,
  });
