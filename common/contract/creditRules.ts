import { z } from 'zod';
import { CREDIT_CLASSES, codesOf } from '../terms';
import { endpoint } from './endpoint';
import { nothing } from './shapes';

/** How credits are granted and reviewed in a region; what an authority does not set is as the one above has it. */
export const creditRules = z.object({
  /** Fujian (manual 001 §四): the report must have been handed in before credits are approved. */
  isReportRequired: z.boolean(),
  /** Days that a unit has after the last day held, and the authority after that (manual 002 §2.2, §3: 两周内). */
  grantDays: z.int().min(1, '至少1天').max(180, '最多180天'),
  reviewDays: z.int().min(1, '至少1天').max(180, '最多180天'),
  /** 主讲人: minutes of lecturing for one 学分. */
  lecturerMinutesPerCredit: z.record(
    z.enum(codesOf(CREDIT_CLASSES)),
    z.int().min(10, '至少10分钟').max(600, '最多600分钟'),
  ),
  /** 主讲人: the most that one activity gives, hundredths. */
  lecturerCreditsMost: z.int().min(0).max(10_000),
});
export type CreditRules = z.output<typeof creditRules>;

const both = z.object({ rules: creditRules, above: creditRules });
export const creditRulesArea = {
  creditRules: endpoint({
    method: 'GET',
    path: '/api/authority/credit-rules',
    summary: '授分设置：本地区现行的和上级的',
    who: ['authority'],
    input: nothing,
    output: both,
  }),
  setCreditRules: endpoint({
    method: 'PUT',
    path: '/api/authority/credit-rules',
    summary: '修改授分设置：与上级相同的仍随上级变化',
    who: ['authority'],
    permission: 'manageAccount',
    input: creditRules,
    output: both,
  }),
};
