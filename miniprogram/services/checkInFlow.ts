import type { Claim, Receipt } from '@common/contract/checkIns';
import type { Client } from '@common/contract/client';
import { ApiError } from '@common/contract/errors';
import type { KeptClaim } from './keptClaim';

/** What a check-in starts from: a QR's text, a typed code, or a claim that waited for a registration. */
export type Entry = { text: string; scene?: number } | { code: string } | { kept: KeptClaim };

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

export type CheckInState =
  | { step: 'working' }
  /** The scan is safe; a registration must come first. */
  | { step: 'unregistered'; kept: KeptClaim }
  | { step: 'done'; receipt: Receipt }
  | { step: 'failed'; code: string; message: string; next: NextStep; kept?: KeptClaim };

export interface CheckInDeps {
  checkIns: Pick<Client['checkIns'], 'scan' | 'checkIn'>;
  /** Whether the session is a learner's, once it is known. */
  isRegistered(): Promise<boolean>;
  keep(claim: Claim): KeptClaim;
  drop(): void;
}

const NEXT: Partial<Record<ApiError['code'], NextStep>> = {
  QR_UNKNOWN: 'rescan',
  QR_EXPIRED: 'rescan',
  QR_NOT_CAMERA: 'rescan',
  CLAIM_EXPIRED: 'rescan',
  CLAIM_NOT_YOURS: 'rescan',
  CODE_UNKNOWN: 'retype',
  INVALID_INPUT: 'rescan',
  LEARNER_NOT_APPROVED: 'status',
  LEARNER_REJECTED: 'register',
  ACTIVITY_NOT_APPROVED: 'activities',
  OUTSIDE_HOLDING_PERIOD: 'activities',
  NOT_SIGNED_IN: 'signIn',
  FORBIDDEN: 'signIn',
  NETWORK: 'retry',
  INTERNAL: 'retry',
  STORE_UNAVAILABLE: 'retry',
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

function failed(error: unknown, kept?: KeptClaim): CheckInState {
  if (!(error instanceof ApiError)) {
    return { step: 'failed', code: 'INTERNAL', message: '签到没有成功，请重试', next: 'retry', kept };
  }
  const next = NEXT[error.code] ?? 'home';
  const isNoWechat = next === 'signIn';
  return {
    step: 'failed',
    code: error.code,
    message: isNoWechat ? '签到要用本人的微信，请登录，或在微信中扫描大屏上的二维码' : error.message,
    next,
    kept: KEEPS_CLAIM.includes(next) ? kept : undefined,
  };
}

/**
 * Scan at once, then claim: a fresh token is exchanged before anything else, so that neither signing in nor registering can
 * lose it; then the claim is turned into a check-in. Never rejects.
 */
export async function runCheckIn(entry: Entry, deps: CheckInDeps): Promise<CheckInState> {
  let kept: KeptClaim;
  try {
    kept = 'kept' in entry ? entry.kept : deps.keep(await deps.checkIns.scan(entry));
  } catch (error) {
    return failed(error);
  }
  try {
    if (!(await deps.isRegistered())) {
      return { step: 'unregistered', kept };
    }
    const receipt = await deps.checkIns.checkIn({ claimId: kept.claim.claimId });
    deps.drop();
    return { step: 'done', receipt };
  } catch (error) {
    const state = failed(error, kept);
    if (state.step === 'failed' && !state.kept) {
      deps.drop();
    }
    return state;
  }
}
