import type { Claim } from '@common/contract/checkIns';
import type { ErrorCode } from '@common/contract/errors';
import { isCameraScene, isTokenGood, normaliseShortCode, parseQrText } from '@common/rules/qr';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import { together } from '../../platform/together';
import type { Services } from '../services';
import type { Claims } from './claims';
import { isPlaceRequired, type Origin, originHashes } from './evidence';
import type { Hindrances } from './hindrance';
import type { Receipts } from './receipts';
import type { Refuse } from './refusing';
import { closedKey, type TokenRecord, type Tokens } from './tokens';

/** What a camera or a keyboard gave. */
export interface Code {
  text?: string;
  code?: string;
  /** WeChat's launch scene. */
  scene?: number;
}

export interface Scanning {
  /**
   * Exchanges a fresh code for a claim of this WeChat identity.
   * @throws AppError as the contract lists; the refused scan is kept.
   */
  scan(session: SessionRecord, given: Code & Origin): Promise<Claim>;
}

export interface ScanningParts extends Hindrances, Pick<Receipts, 'todayOf'> {
  tokens: Tokens;
  claims: Claims;
  refuse: Refuse;
}

/** What a scanned text or a typed code stands for; a scan from the album is refused, and what is none of ours. */
export async function redeem(
  { config }: Platform,
  { tokens, refuse }: Pick<ScanningParts, 'tokens' | 'refuse'>,
  session: SessionRecord,
  given: Code,
): Promise<TokenRecord | null> {
  if (!isCameraScene(given.scene)) {
    return refuse(session, 'QR_NOT_CAMERA');
  }
  const token = given.text ? parseQrText(given.text, config.PUBLIC_URL) : null;
  const shortCode = given.code ? normaliseShortCode(given.code) : null;
  if (token) {
    return tokens.find({ token });
  }
  return shortCode ? tokens.find({ shortCode }) : refuse(session, unknownCode(given));
}

export const unknownCode = ({ code }: Code): ErrorCode => (code ? 'CODE_UNKNOWN' : 'QR_UNKNOWN');

/** Scan, then claim (DESIGN): a fresh token is exchanged at once, and whatever is slow finishes on the claim. */
export function createScanning(platform: Platform, services: Services, parts: ScanningParts): Scanning {
  const { clock } = platform;
  const { claims, refuse, inForce, hindrance, todayOf } = parts;

  // A hall of five hundred scans in the same moments: those who come together are looked up together.
  const findLearner = together(async (ids) => services.learners.briefs(ids));
  const findToday = together(todayOf);

  /** The learner where he is approved, and what he did today: read now so that the check-in has nothing to read. */
  async function learnerOf(learnerId: string | undefined, activityId: string) {
    if (!learnerId) {
      return {};
    }
    const [learner, today = []] = await Promise.all([
      findLearner(learnerId),
      findToday(`${activityId} ${learnerId}`),
    ]);
    return learner?.approval.state === 'approved'
      ? { learner: { id: learnerId, name: learner.name }, today }
      : {};
  }

  return {
    async scan(session, given) {
      const now = clock.now();
      const record =
        (await redeem(platform, parts, session, given)) ?? (await refuse(session, unknownCode(given)));
      const { displayId, activityId, courseId, direction, slot, periodMs, openUntil } = record;
      if (!isTokenGood(slot, periodMs, now) || now >= openUntil) {
        return refuse(session, 'QR_EXPIRED', activityId);
      }
      const [{ full, rules }, known] = await Promise.all([
        inForce(activityId),
        learnerOf(session.learnerId, activityId),
      ]);
      const stopped = hindrance(full, direction, rules);
      if (stopped) {
        return refuse(session, stopped.code, activityId, stopped);
      }
      const claim = await claims.make(
        {
          identityId: session.identityId ?? '',
          activityId,
          courseId,
          direction,
          periodMs,
          scannedAt: now,
          method: given.code ? 'code' : 'qr',
          displayId,
          slot,
          ...originHashes(platform, given),
          ...known,
        },
        closedKey(displayId),
      );
      if (!claim) {
        return refuse(session, 'QR_EXPIRED', activityId);
      }
      return {
        claimId: claim.claimId,
        activityName: full.project.name,
        courseName: services.activities.course(full.activity, courseId).name,
        direction,
        scannedAt: new Date(now).toISOString(),
        expiresAt: new Date(claim.expiresAt).toISOString(),
        isPlaceRequired: isPlaceRequired({ full, rules }),
        isFaceRequired: rules.isFaceRequired,
        hasWalkInForm: rules.hasWalkInForm,
      };
    },
  };
}
