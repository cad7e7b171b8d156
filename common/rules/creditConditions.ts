/** What a credit needs beside the attendance: 考试通过并进行了项目评价，有一项未完成即不授分 (manual 000 §四.3). */
import type { CompletionRules } from '../contract/completionRules';
import type { ExamOutcome } from '../terms';

/** What somebody has done of it; `exam` is null where none was published. */
export interface Completion {
  exam: ExamOutcome | null;
  isEvaluated: boolean;
}

/** What is missing, in words; empty where nothing is. What the authority does not demand is never missing. */
export function missingConditions(
  { isExamRequired, isEvaluationRequired }: CompletionRules,
  { exam, isEvaluated }: Completion,
): string[] {
  const missing: string[] = [];
  if (isExamRequired && exam !== 'passed') {
    missing.push(exam === null ? '没有启用考试' : '考试未合格');
  }
  if (isEvaluationRequired && !isEvaluated) {
    missing.push('未做项目评价');
  }
  return missing;
}
