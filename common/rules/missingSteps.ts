/** What the parts of 为什么查不到学分 (missingCredit.ts) are made of. */
import type { CreditCondition } from '../contract/credits';

/** A condition, and what the learner is to do next about it. */
export type Step = CreditCondition & { advice: string | null };

export const LABELS: Record<Step['key'], string> = {
  approval: '单位审核',
  checkIn: '签到',
  departure: '撤离',
  exam: '考试',
  evaluation: '项目评价',
  analysis: '考勤分析',
  granting: '授分',
  review: '学分审核',
};

/** @param waitingFor Of a step that is `theirs`. */
export const stepOf = (
  key: Step['key'],
  state: Step['state'],
  words: string,
  { waitingFor = null, advice = null }: { waitingFor?: string | null; advice?: string | null } = {},
): Step => ({ key, label: LABELS[key], state, words, waitingFor, advice });
