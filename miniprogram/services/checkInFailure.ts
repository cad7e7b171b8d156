import { ApiError } from '@common/contract/errors';
import type { KeptClaim } from './keptClaim';

/** The way out of a failure. `retry` keeps the claim where there is one. */
export type NextStep =
  | 'rescan'
  | 'retype'
  | 'retry'
  | 'status'
  | 'register'
  | 'activities'
  | 'signIn'
  | 'home';

export interface Failure {
  step: 'failed';
  message: string;
  next: NextStep;
  kept?: KeptClaim;
}

const NEXT: Partial<Record<ApiError['code'], NextStep>> = {
  QR_UNKNOWN: 'rescan',
  QR_EXPIRED: 'rescan',
  QR_NOT_CAMERA: 'rescan',
  CLAIM_EXPIRED: 'rescan',
  CLAIM_NOT_YOURS: 'rescan',
  CODE_UNKNOWN: 'retype',
  CODE_HOURS: 'activities',
  CODE_FIRST_COURSE: 'rescan',
  INVALID_INPUT: 'rescan',
  LEARNER_NOT_APPROVED: 'status',
  LEARNER_REJECTED: 'register',
  ACTIVITY_NOT_APPROVED: 'activities',
  OUTSIDE_HOLDING_PERIOD: 'activities',
  NOT_SIGNED_IN: 'signIn',
  FORBIDDEN: 'signIn',
  TOO_MANY_REQUESTS: 'retry',
  WECHAT_UNAVAILABLE: 'retry',
  WECHAT_CODE_INVALID: 'retry',
};
/** Failures that another attempt, or an approval in the meantime, may turn: the scan is still good for them. */
const KEEPS_CLAIM: readonly NextStep[] = ['retry', 'status', 'register', 'signIn'];

/** What each way out is called on its button. */
export const NEXT_LABELS: Record<NextStep, string> = {
  rescan: '重新扫码',
  retype: '重新输入签到码',
  retry: '重试',
  status: '查看审核状态',
  register: '修改并重新提交',
  activities: '查看今天的活动',
  signIn: '去登录',
  home: '返回首页',
};

/** An error as the page shows it: why, and what to do next. */
export function failed(error: unknown, kept?: KeptClaim): Failure {
  if (!(error instanceof ApiError)) {
    return { step: 'failed', message: '签到没有成功，请重试', next: 'retry', kept };
  }
  const next = NEXT[error.code] ?? 'home';
  const isNoWechat = next === 'signIn';
  return {
    step: 'failed',
    message: isNoWechat ? '签到要用本人的微信，请登录，或在微信中扫描大屏上的二维码' : error.message,
    next,
    kept: KEEPS_CLAIM.includes(next) ? kept : undefined,
  };
}
