import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type HeldScanDoc, heldScanModel, type RefusedScanDoc, refusedScanModel } from './model';

/**
 * What a learner scanned that is no check-in, by his account or by a WeChat of his: at one activity where it is given, else
 * anywhere. The latest first.
 */
export interface Uncounted {
  uncountedOf(
    learnerId: string,
    activityId?: string,
  ): Promise<{ held: HeldScanDoc[]; refused: RefusedScanDoc[] }>;
}

/** Of one person; who is refused tries again. */
const MOST = 20;

export function createUncounted({ mongo }: Platform, services: Services): Uncounted {
  return {
    async uncountedOf(learnerId, activityId) {
      const identityId = { $in: await services.accounts.identities.idsOf(learnerId) };
      const mine = {
        ...(activityId && { activityId: new Types.ObjectId(activityId) }),
        $or: [{ learnerId: new Types.ObjectId(learnerId) }, { identityId }],
      };
      const [held, refused] = await Promise.all([
        heldScanModel(mongo)
          .find({ ...mine, state: { $ne: 'accepted' as const } })
          .sort({ at: -1 })
          .limit(MOST)
          .lean(),
        refusedScanModel(mongo).find(mine).sort({ at: -1 }).limit(MOST).lean(),
      ]);
      return { held, refused };
    },
  };
}
