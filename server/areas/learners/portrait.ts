import type { ClientSession } from 'mongoose';
import type { Platform } from '../../platform';
import { type LearnerDoc, learnerModel } from './model';
import type { PhotoOwner, Photos } from './photos';

export interface Portrait {
  /**
   * Gives a learner another photo, or none (null), and discards the one before. Nothing given, or the one that he has,
   * changes nothing.
   * @throws AppError PHOTO_INVALID.
   */
  replace(
    learner: Pick<LearnerDoc, '_id' | 'photoId'>,
    given: string | null | undefined,
    owner: PhotoOwner,
    session: ClientSession,
  ): Promise<void>;
}

export function createPortrait({ mongo }: Platform, photos: Photos): Portrait {
  const Learner = learnerModel(mongo);

  return {
    async replace({ _id, photoId: before }, given, owner, session) {
      if (given === undefined || given === String(before)) {
        return;
      }
      if (given === null) {
        await Learner.updateOne({ _id }, { $unset: { photoId: 1 } }, { session });
      } else {
        const photoId = await photos.use(given, owner, String(_id), 'photoId', session);
        await Learner.updateOne({ _id }, { $set: { photoId } }, { session });
      }
      await photos.discard([before], session);
    },
  };
}
