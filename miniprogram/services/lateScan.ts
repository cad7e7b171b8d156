import { ApiError } from '@common/contract/errors';
import type { Place } from '@common/contract/shapes';

/** What was scanned or typed. */
export type Scanned = { text: string; scene?: number } | { code: string };

/** A scan as this phone made it. */
export interface ScanMade {
  /** Random: sent twice, it is still one scan. */
  key: string;
  text?: string;
  code?: string;
  scene?: number;
  deviceId: string;
  /** ISO 8601, by this phone's clock, which may be wrong by hours: the server is told both clocks when it is sent. */
  scannedAt: string;
}

/** A scan that no answer has come to yet, or one whose late answer has not been looked at. */
export interface LateScan extends ScanMade {
  /** The learner who scanned; null where nobody had registered with this WeChat yet. */
  owner: string | null;
  /** `held`: sent, an administrator confirms it. All but the waiting ones stay until the person has seen them. */
  state: 'waiting' | 'held' | 'recorded' | 'refused';
  /** The claim that it had become before the network went; `name` says what it is for. */
  claimId?: string;
  name?: string;
  place?: Place;
  faceCheckId?: string;
  /** What was answered, in words. */
  words?: string;
  /** Whether the same scan may be taken after all, once the person has done something about it. */
  canRetry?: boolean;
}

/** Nothing was decided: the network or the server failed, and the same scan is to be sent again. */
export function isUnreached(error: unknown): boolean {
  return error instanceof ApiError && ['NETWORK', 'STORE_UNAVAILABLE', 'INTERNAL'].includes(error.code);
}

/** Not the scan is at fault but the session or the moment: it waits on. */
const WAITS: readonly ApiError['code'][] = [
  'NOT_SIGNED_IN',
  'FORBIDDEN',
  'PASSWORD_CHANGE_REQUIRED',
  'ADMINISTRATOR_REQUIRED',
  'TOO_MANY_REQUESTS',
  'WECHAT_UNAVAILABLE',
  'WECHAT_CODE_INVALID',
];

/** Whether a kept scan stays kept after this answer. What is not ours is no answer. */
export function isToWait(error: unknown): boolean {
  return !(error instanceof ApiError) || isUnreached(error) || WAITS.includes(error.code);
}

/** Refusals that an approval turns. */
export function isForApproval(error: ApiError): boolean {
  return error.code === 'LEARNER_NOT_APPROVED' || error.code === 'LEARNER_REJECTED';
}

/** The claim does not serve any more, or wants what only its page can give: the scan goes the late way. */
export function isClaimOver(error: unknown): boolean {
  return (
    error instanceof ApiError && ['CLAIM_EXPIRED', 'PLACE_REQUIRED', 'FACE_REQUIRED'].includes(error.code)
  );
}

/** What the server says itself what to do about. */
const SPEAKS_FOR_ITSELF: readonly ApiError['code'][] = [
  'QR_UNKNOWN',
  'QR_EXPIRED',
  'QR_NOT_CAMERA',
  'CODE_UNKNOWN',
  'LEARNER_NOT_APPROVED',
  'LEARNER_REJECTED',
];

/** Why a late scan was refused, and what to do about it. */
export function refusalWords({ code, message }: ApiError): string {
  return SPEAKS_FOR_ITSELF.includes(code) ? message : `${message}。当时确实到场的，请联系活动管理员补录`;
}
