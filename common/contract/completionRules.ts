import { z } from 'zod';
import { endpoint } from './endpoint';
import { nothing } from './shapes';

/** What a credit needs beside the attendance; what an authority does not set is as the one above has it. */
export const completionRules = z.object({
  /** Hunan (manual 000 §二): five published questions before a code is shown, and no credit without having passed. */
  isExamRequired: z.boolean(),
  /** Hunan (manual 000 §四): no credit without 项目评价. */
  isEvaluationRequired: z.boolean(),
});
export type CompletionRules = z.output<typeof completionRules>;

const both = z.object({ rules: completionRules, above: completionRules });
export const completionRulesArea = {
  completionRules: endpoint({
    method: 'GET',
    path: '/api/authority/completion-rules',
    summary: '考试与评价设置：本地区现行的和上级的',
    who: ['authority'],
    input: nothing,
    output: both,
  }),
  setCompletionRules: endpoint({
    method: 'PUT',
    path: '/api/authority/completion-rules',
    summary: '修改考试与评价设置：与上级相同的仍随上级变化',
    who: ['authority'],
    permission: 'manageAccount',
    input: completionRules,
    output: both,
  }),
};
