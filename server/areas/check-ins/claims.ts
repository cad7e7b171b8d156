import type { CheckInMethod } from '@common/terms';
import type { Platform } from '../../platform';

/** A fresh scan, kept for the WeChat identity that made it: what a login page or a slow network cannot lose. */
export interface ClaimRecord {
  identityId: string;
  activityId: string;
  courseId: string;
  direction: 'in' | 'out';
  periodMs: number;
  scannedAt: number;
  method: CheckInMethod;
}

const LIFE_MS = 3 * 60_000;
// Longer than its life, so that a retry after the answer was lost still finds what it stands for.
const REMEMBERED_MS = 15 * 60_000;

export interface Claims {
  make(record: ClaimRecord): Promise<{ claimId: string; expiresAt: number }>;
  find(claimId: string): Promise<(ClaimRecord & { isExpired: boolean }) | null>;
}

/** Claims in Redis (DESIGN "Scan, then claim"). That one serves once is the unique index of the check-in it became. */
export function createClaims({ redis, clock, random }: Platform): Claims {
  const keyOf = (claimId: string) => `claim:${claimId}`;
  return {
    async make(record) {
      const claimId = random.bytes(16).toString('base64url');
      await redis.set(keyOf(claimId), JSON.stringify(record), 'PX', REMEMBERED_MS);
      return { claimId, expiresAt: record.scannedAt + LIFE_MS };
    },
    async find(claimId) {
      const text = await redis.get(keyOf(claimId));
      if (!text) {
        return null;
      }
      const record = JSON.parse(text) as ClaimRecord;
      return { ...record, isExpired: clock.now() > record.scannedAt + LIFE_MS };
    },
  };
}
