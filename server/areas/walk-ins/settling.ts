import type { Types } from 'mongoose';
import type { Platform } from '../../platform';
import type { LearnerDoc } from '../learners/model';
import type { Services } from '../services';
import { type WalkInDoc, walkInModel } from './model';

/** Forms whose person is an approved learner become his check-ins. All of it may be repeated: a claim makes one check-in. */
export interface Settling {
  /** Writes the swipes of a form as check-ins of this learner. */
  settle(walkIn: WalkInDoc, learner: Pick<LearnerDoc, '_id'>): Promise<void>;
  /** A learner was approved: what he signed with number and name before counts for him now. */
  matchLearner(learnerId: string): Promise<void>;
  /** The same for all who wait in an activity: after an import, a corrected name, a crash between approval and match. */
  matchActivity(activityId: string | Types.ObjectId): Promise<void>;
}

export function createSettling({ mongo }: Platform, services: Services): Settling {
  const WalkIn = walkInModel(mongo);

  async function settle(walkIn: WalkInDoc, learner: Pick<LearnerDoc, '_id'>): Promise<void> {
    for (const swipe of walkIn.swipes) {
      await services.checkIns.record({
        ...swipe,
        activityId: walkIn.activityId,
        learnerId: learner._id,
        method: 'form',
      });
    }
    const settled = await WalkIn.updateOne(
      { _id: walkIn._id, swipes: { $size: walkIn.swipes.length } },
      { $set: { learnerId: learner._id, isOpen: false } },
    );
    if (settled.matchedCount === 0) {
      // He scanned again in the meantime.
      const now = await WalkIn.findById(walkIn._id).lean();
      if (now) {
        await settle(now, learner);
      }
    }
  }

  async function settleAll(open: WalkInDoc[], learners: LearnerDoc[]): Promise<void> {
    const byNumber = new Map(learners.map((learner) => [learner.idNoHash, learner]));
    for (const walkIn of open) {
      const learner = byNumber.get(walkIn.idNoHash);
      if (learner?.name === walkIn.name) {
        await settle(walkIn, learner);
      }
    }
  }

  return {
    settle,
    async matchLearner(learnerId) {
      const learner = await services.learners.get(learnerId);
      if (learner?.approval.state === 'approved') {
        await settleAll(await WalkIn.find({ idNoHash: learner.idNoHash, isOpen: true }).lean(), [learner]);
      }
    },
    async matchActivity(activityId) {
      const open = await WalkIn.find({ activityId, isOpen: true }).lean();
      if (open.length > 0) {
        const hashes = open.map(({ idNoHash }) => idNoHash);
        await settleAll(open, await services.learners.approvedByIdNoHash(hashes));
      }
    },
  };
}
