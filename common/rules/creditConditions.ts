/**
 * What a credit needs beside the 签到: 考试通过并进行了项目评价，有一项未完成即不授分 (manual 000 §四.3); 签到及撤离两次扫码，缺一不可
 * (manual 002 §2.1).
 */
import type { CompletionRules } from '../contract/completionRules';
import type { ExamOutcome } from '../terms';

/** What the authority demands. */
export type CreditConditions = CompletionRules & { isDepartureRequired: boolean };

/** What somebody has done of it; `exam` is null where none was published. */
export interface Completion {
  exam: ExamOutcome | null;
  isEvaluated: boolean;
  /** He left every period that he came to, by a 撤离. */
  hasLeft: boolean;
}

/** What is missing, in words; empty where nothing is. What the authority does not demand is never missing. */
export function missingConditions(
  { isDepartureRequired, isExamRequired, isEvaluationRequired }: CreditConditions,
  { exam, isEvaluated, hasLeft }: Completion,
): string[] {
  const missing: string[] = [];
  if (isDepartureRequired && !hasLeft) {
    missing.push('没有撤离');
  }
  if (isExamRequired && exam !== 'passed') {
    missing.push(exam === null ? '没有启用考试' : '考试未合格');
  }
  if (isEvaluationRequired && !isEvaluated) {
    missing.push('未做项目评价');
  }
  return missing;
}
