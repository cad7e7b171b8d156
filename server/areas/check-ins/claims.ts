import type { CheckInMethod, Direction } from '@common/terms';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import type { Refuse } from './refusing';

/** A fresh scan, kept for the WeChat identity that made it: what a login page or a slow network cannot lose. */
export interface ClaimRecord {
  identityId: string;
  activityId: string;
  courseId: string;
  direction: Direction;
  periodMs: number;
  /** Milliseconds since the epoch, by the server's clock. */
  scannedAt: number;
  method: CheckInMethod;
  /** The screen and the slot of its code. */
  displayId: string;
  slot: number;
  /** Keyed hashes of the phone's address and of its random name. */
  network?: string;
  device?: string;
  /** The learner as the scan found him, where he was approved: what he was then counts, and is not read again. */
  learner?: { id: string; name: string };
  /** His check-ins of this activity earlier that day, for the receipt. */
  today?: { courseId: string; direction: Direction; at: number }[];
}
export type FoundClaim = ClaimRecord & { isExpired: boolean };

const LIFE_MS = 3 * 60_000;
// Longer than its life, so that a retry after the answer was lost still finds what it stands for.
const REMEMBERED_MS = 15 * 60_000;

export interface Claims {
  /**
   * Keeps a scan. Asked in the same trip: whether its screen was closed; then null, and nothing is kept.
   * @param closedKey What stands in Redis for a closed screen.
   */
  make(record: ClaimRecord, closedKey: string): Promise<{ claimId: string; expiresAt: number } | null>;
  find(claimId: string): Promise<FoundClaim | null>;
  /** @throws AppError CLAIM_EXPIRED for one that is over or never was, CLAIM_NOT_YOURS. */
  claimOf(session: SessionRecord, claimId: string): Promise<FoundClaim>;
}

/** Redis outlives an account that is closed meanwhile: it must not tell whose it was. */
const sealedTo = (learnerId: string) => `claim.learner:${learnerId}`;
const withName = (record: ClaimRecord, change: (id: string, name: string) => string): ClaimRecord =>
  record.learner
    ? { ...record, learner: { ...record.learner, name: change(record.learner.id, record.learner.name) } }
    : record;

/** Claims in Redis (DESIGN "Scan, then claim"). That one serves once is the unique index of the check-in it became. */
export function createClaims({ redis, clock, random, cipher }: Platform, refuse: Refuse): Claims {
  const keyOf = (claimId: string) => `claim:${claimId}`;

  async function find(claimId: string): Promise<FoundClaim | null> {
    const text = await redis.get(keyOf(claimId));
    if (!text) {
      return null;
    }
    const stored = JSON.parse(text) as ClaimRecord;
    const record = withName(stored, (id, name) => cipher.open(sealedTo(id), name));
    return { ...record, isExpired: clock.now() > record.scannedAt + LIFE_MS };
  }

  return {
    find,
    async make(record, closedKey) {
      const claimId = random.bytes(16).toString('base64url');
      const stored = withName(record, (id, name) => cipher.seal(sealedTo(id), name));
      const [, closed] = await Promise.all([
        redis.set(keyOf(claimId), JSON.stringify(stored), 'PX', REMEMBERED_MS),
        redis.exists(closedKey),
      ]);
      if (closed) {
        await redis.del(keyOf(claimId));
        return null;
      }
      return { claimId, expiresAt: record.scannedAt + LIFE_MS };
    },
    async claimOf(session, claimId) {
      const claim = await find(claimId);
      if (!claim) {
        return refuse(session, 'CLAIM_EXPIRED');
      }
      if (claim.identityId !== session.identityId) {
        return refuse(session, 'CLAIM_NOT_YOURS', claim.activityId);
      }
      return claim.isExpired ? refuse(session, 'CLAIM_EXPIRED', claim.activityId) : claim;
    },
  };
}
