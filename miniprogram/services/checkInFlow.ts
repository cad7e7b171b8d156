import type { Claim, Receipt } from '@common/contract/checkIns';
import type { Client } from '@common/contract/client';
import { ApiError } from '@common/contract/errors';
import type { Place } from '@common/contract/shapes';
import { type Failure, failed } from './checkInFailure';
import type { KeptClaim } from './keptClaim';
import { isForApproval, isUnreached, type LateScan, type ScanMade, type Scanned } from './lateScan';
import type { LateScanStore } from './lateScanStore';
import { type Patience, patiently } from './patiently';
import { claimWords } from './words';

/** A claim that waited is taken up again; `wantsAccount`: rather than fill in the 现场登记表, the person registers. */
type KeptEntry = { kept: KeptClaim; wantsAccount?: boolean };
/** What a check-in starts from: a QR's text, a typed code, or a claim that waited. */
export type Entry = Scanned | KeptEntry;

export type CheckInState =
  | { step: 'working' }
  /** The check-in wants to know where the phone is. */
  | { step: 'place'; kept: KeptClaim }
  /** It wants 人脸核身; `message` says why the last one did not pass. */
  | { step: 'face'; kept: KeptClaim; message?: string }
  /** The scan is safe; a registration must come first. `held`: the server keeps it until then. */
  | { step: 'unregistered'; kept: KeptClaim; held: Receipt['held'] }
  /** 撤离 of somebody without an account: by phone number and survey. */
  | { step: 'departure'; kept: KeptClaim }
  | { step: 'done'; receipt: Receipt; claim: Claim }
  /** Recorded; somebody has to confirm it. A better fix may still do without, while the claim is good. */
  | { step: 'held'; receipt: Receipt; held: NonNullable<Receipt['held']>; from: KeptClaim }
  /** No answer came: the phone keeps the scan and sends it later. */
  | { step: 'saved'; scan: LateScan }
  | Failure;

export interface CheckInDeps extends Patience {
  checkIns: Pick<Client['checkIns'], 'scan' | 'checkIn'>;
  /** Whether the session is a learner's, once it is known. */
  isRegistered(): Promise<boolean>;
  keep(claim: Claim, scan: ScanMade): KeptClaim;
  add(kept: KeptClaim, more: { place: Place }): KeptClaim;
  /** Lets the claim of a scan go. */
  drop(scanKey: string): void;
  /** Where the phone is, if that may be asked without asking the person; else null. */
  place(): Promise<Place | null>;
  late: Pick<LateScanStore, 'begin' | 'note' | 'drop' | 'release'>;
}

/** The person without an account; the form, where there is one, is the way that the venue has for him. */
function withoutAccount(kept: KeptClaim, wantsAccount: boolean): CheckInState | null {
  if (!kept.claim.hasWalkInForm || wantsAccount) {
    return null;
  }
  return kept.claim.direction === 'out'
    ? { step: 'departure', kept }
    : { step: 'unregistered', kept, held: null };
}

/** What a refused check-in leads to: what it wants, the registration, or the failure as it is. */
function refused(error: unknown, kept: KeptClaim, isRegistered: boolean): CheckInState {
  if (!(error instanceof ApiError)) {
    return failed(error, kept);
  }
  if (error.code === 'PLACE_REQUIRED') {
    return { step: 'place', kept };
  }
  const isAboutFace = error.code === 'FACE_REQUIRED' || error.code === 'FACE_CHECK_FAILED';
  if (isAboutFace && isRegistered) {
    return { step: 'face', kept, message: error.message };
  }
  return !isRegistered && (isAboutFace || isForApproval(error))
    ? { step: 'unregistered', kept, held: null }
    : failed(error, kept);
}

async function redeem(
  given: KeptClaim,
  { wantsAccount = false }: Partial<KeptEntry>,
  scanKey: string,
  deps: CheckInDeps,
): Promise<CheckInState> {
  let kept = given;
  let isRegistered = true;
  try {
    isRegistered = await deps.isRegistered();
    const other = isRegistered ? null : withoutAccount(kept, wantsAccount);
    if (other) {
      return other;
    }
    if (kept.claim.isPlaceRequired && !kept.place) {
      const place = await deps.place();
      if (!place) {
        return { step: 'place', kept };
      }
      kept = deps.add(kept, { place });
      deps.late.note(scanKey, { place });
    }
    const { claim, place, faceCheckId } = kept;
    if (claim.isFaceRequired && !faceCheckId && isRegistered) {
      return { step: 'face', kept };
    }
    const { deviceId } = kept.scan;
    const receipt = await patiently(
      () => deps.checkIns.checkIn({ claimId: claim.claimId, place, deviceId, faceCheckId }),
      deps,
    );
    if (!receipt.held) {
      return { step: 'done', receipt, claim };
    }
    return isRegistered
      ? { step: 'held', receipt, held: receipt.held, from: kept }
      : { step: 'unregistered', kept, held: receipt.held };
  } catch (error) {
    if (isUnreached(error)) {
      throw error;
    }
    return refused(error, kept, isRegistered);
  }
}

async function run(entry: Entry, scan: LateScan, deps: CheckInDeps): Promise<CheckInState> {
  const { key, text, code, scene, deviceId } = scan;
  try {
    const kept =
      'kept' in entry
        ? entry.kept
        : deps.keep(await patiently(() => deps.checkIns.scan({ text, code, scene, deviceId }), deps), scan);
    const { place, faceCheckId, claim } = kept;
    deps.late.note(key, { claimId: claim.claimId, name: claimWords(claim), place, faceCheckId });
    return await redeem(kept, 'kept' in entry ? entry : {}, key, deps);
  } catch (error) {
    return isUnreached(error) ? { step: 'saved', scan } : failed(error);
  }
}

/**
 * Scan at once, then claim: a fresh token is exchanged before anything else, so that neither signing in nor registering can
 * lose it; then the claim is turned into a check-in. Until an answer has come the scan is kept, to be sent late. Never rejects.
 */
export async function runCheckIn(entry: Entry, deps: CheckInDeps): Promise<CheckInState> {
  const scan = deps.late.begin('kept' in entry ? entry.kept.scan : entry);
  const state = await run(entry, scan, deps);
  if (state.step === 'saved') {
    deps.late.release(scan.key);
  } else {
    deps.late.drop(scan.key);
  }
  // What ends with a `kept` still needs it: for another attempt, or after a registration.
  if (!('kept' in state && state.kept)) {
    deps.drop(scan.key);
  }
  return state;
}
