/** 考试与评价设置: what a credit needs beside the attendance. */
import type { CompletionRules } from '../contract/completionRules';

/** Where no authority demands it, the unit chooses at 授分 (manual 001 §三(三)4: 是否必须参与评价或通过考试). */
export const COMPLETION_RULES: CompletionRules = { isExamRequired: false, isEvaluationRequired: false };
