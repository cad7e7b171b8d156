import type { Receipt } from '@common/contract/checkIns';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import type { Hindrances } from './hindrance';
import { checkInModel, heldScanModel } from './model';
import type { Receipts } from './receipts';
import type { Refuse } from './refusing';

/**
 * The answer to a claim, or the key of a late scan, that was redeemed before, also when Redis has forgotten it; null where it was
 * not.
 * @throws AppError CLAIM_NOT_YOURS.
 */
export type Answered = (session: SessionRecord, claim: string) => Promise<Receipt | null>;

/** Whoever sends a scan again, because the answer was lost, is told the same again. */
export function createAnswering(
  { mongo }: Platform,
  services: Services,
  { refuse, receipts, inForce }: Pick<Hindrances, 'inForce'> & { refuse: Refuse; receipts: Receipts },
): Answered {
  const CheckIn = checkInModel(mongo);
  const HeldScan = heldScanModel(mongo);

  return async function answered(session, claim) {
    const done = await CheckIn.findOne({ claim }).lean();
    const held = done ? null : await HeldScan.findOne({ claim }).lean();
    const row = done ?? held;
    if (!row) {
      return null;
    }
    if (String(row.identityId) !== session.identityId) {
      return refuse(session, 'CLAIM_NOT_YOURS', String(row.activityId));
    }
    const learnerId = done ? String(done.learnerId) : session.learnerId;
    const learner = learnerId ? await services.learners.get(learnerId) : null;
    const given = {
      inForce: await inForce(String(row.activityId)),
      learnerName: learner?.name ?? '',
      repeated: true,
    };
    return done ? receipts.ofCheckIn(done, given) : held && receipts.ofHeld(held, given);
  };
}
