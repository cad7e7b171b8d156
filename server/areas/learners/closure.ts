import type { ClientSession } from 'mongoose';
import type { Platform } from '../../platform';
import { correctionModel, learnerModel } from './model';
import type { Photos } from './photos';
import { PRESENT } from './policy';

export interface Closure {
  /**
   * 注销账号: all that tells who he was is removed. 医通卡号, unit, title, sex and approval stay, so that the credits, which
   * remain by law, can still be counted.
   */
  close(learnerId: string, session: ClientSession): Promise<void>;
}

/** Who a closed account's credits belong to, wherever a name stands. */
export const CLOSED_NAME = '已注销';

export function createClosure({ mongo, clock }: Platform, photos: Photos): Closure {
  const Learner = learnerModel(mongo);
  const Correction = correctionModel(mongo);

  return {
    async close(learnerId, session) {
      const before = await Learner.findOneAndUpdate(
        { _id: learnerId, ...PRESENT },
        {
          $set: {
            name: CLOSED_NAME,
            department: '',
            details: {},
            formerTitles: [],
            statusPeriods: [],
            consents: [],
            closedAt: new Date(clock.now()),
          },
          $unset: { idNo: 1, idNoHash: 1, phone: 1, phoneHash: 1, photoId: 1, 'approval.reason': 1 },
        },
        { session },
      ).lean();
      if (!before) {
        return;
      }
      const ofLearner = { learnerId: before._id };
      const corrections = await Correction.find(ofLearner, { proofId: 1 }, { session }).lean();
      await Correction.deleteMany(ofLearner, { session });
      await photos.discard([before.photoId, ...corrections.map(({ proofId }) => proofId)], session);
    },
  };
}
