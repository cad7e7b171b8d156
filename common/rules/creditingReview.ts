/** What a batch of credits must fulfil before the authority can approve it. */
import type { CreditingKind } from '../terms';

/** The error codes of what is wrong. */
export type ReviewFault = 'CREDITING_NOT_ANALYSED' | 'REPORT_REQUIRED';

/** What of a batch is looked at. */
export interface ReviewedBatch {
  kind: CreditingKind;
  hasAnalysis: boolean;
  /** The authority's rule: 提交执行情况反馈 before the credits are approved (manual 001 §四). */
  isReportRequired: boolean;
  hasReport: boolean;
}

/** Why it cannot be approved: 凡是未经考勤分析所授学分，一律审核不通过 (manual 001 §三(三)). Empty where nothing is in the way. */
export function reviewFaults(batch: ReviewedBatch): ReviewFault[] {
  const { kind, hasAnalysis, isReportRequired, hasReport } = batch;
  return [
    ...(kind === 'participants' && !hasAnalysis ? (['CREDITING_NOT_ANALYSED'] as const) : []),
    ...(isReportRequired && !hasReport ? (['REPORT_REQUIRED'] as const) : []),
  ];
}
