import type { Direction } from '@common/terms';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { checkInModel } from './model';

/** The last swipe of a learner within some time. */
export interface LastSwipe {
  direction: Direction;
  at: Date;
}

export interface Today {
  /** The last swipe of each learner of an activity since a time, by learner; who has none is absent. */
  lastSwipes(activityId: string, since: number): Promise<Map<string, LastSwipe>>;
}

export function createToday({ mongo }: Platform): Today {
  const CheckIn = checkInModel(mongo);
  return {
    async lastSwipes(activityId, since) {
      const rows = await CheckIn.aggregate<LastSwipe & { _id: Types.ObjectId }>([
        { $match: { activityId: new Types.ObjectId(activityId), at: { $gte: new Date(since) } } },
        // Of two at one moment the one written later.
        { $sort: { at: 1, _id: 1 } },
        { $group: { _id: '$learnerId', direction: { $last: '$direction' }, at: { $last: '$at' } } },
      ]);
      return new Map(rows.map(({ _id, direction, at }) => [String(_id), { direction, at }]));
    },
  };
}
