import { appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import type { ClaimRecord } from '../check-ins/claims';
import type { Services } from '../services';

/** What a form needs of a scan. */
export type BegunScan = Omit<ClaimRecord, 'learner' | 'today'>;

/** A claim lives three minutes; twelve fields or a survey take longer, and nobody who stood in the room loses his scan to them. */
const FORM_MS = 30 * 60_000;

export interface Begun {
  /** Keeps a claim for a form that is opened now, or answers what is kept. @throws AppError CLAIM_EXPIRED, CLAIM_NOT_YOURS. */
  begin(session: SessionRecord, claimId: string): Promise<{ scan: BegunScan; until: number }>;
}

export function createBegun({ redis, clock }: Platform, services: Services): Begun {
  const keyOf = (claimId: string) => `form:${claimId}`;
  type Kept = { scan: BegunScan; until: number };

  async function kept(session: SessionRecord, claimId: string): Promise<Kept | null> {
    const text = await redis.get(keyOf(claimId));
    const found = text ? (JSON.parse(text) as Kept) : null;
    if (found && found.scan.identityId !== session.identityId) {
      throw appError('CLAIM_NOT_YOURS');
    }
    return found && found.until > clock.now() ? found : null;
  }
  async function claimOf(session: SessionRecord, claimId: string): Promise<BegunScan> {
    const {
      learner: _learner,
      today: _today,
      isExpired: _is,
      ...scan
    } = await services.checkIns.claimOf(session, claimId);
    return scan;
  }

  return {
    async begin(session, claimId) {
      const before = await kept(session, claimId);
      if (before) {
        return before;
      }
      const scan = await claimOf(session, claimId);
      const begun: Kept = { scan, until: clock.now() + FORM_MS };
      await redis.set(keyOf(claimId), JSON.stringify(begun), 'PX', FORM_MS);
      return begun;
    },
  };
}
