import type { Platform } from '../../platform';
import { type ActivityDoc, activityModel } from './model';

/** What has been held and is to be reported on: 执行情况反馈 (manual 001 §四). */
export interface Ended {
  /** Approved activities whose last period is over and that are not marked yet, `limit` at most. */
  endedWithoutReport(now: number, limit: number): Promise<ActivityDoc[]>;
  /** They have their reports: not to be found again. */
  markReported(activities: readonly Pick<ActivityDoc, '_id'>[]): Promise<void>;
}

export function createEnded({ mongo }: Platform): Ended {
  const Activity = activityModel(mongo);
  return {
    endedWithoutReport: async (now, limit) =>
      Activity.find({
        hasReport: null,
        state: 'approved',
        'periods.to': { $lte: new Date(now) },
        periods: { $not: { $elemMatch: { to: { $gt: new Date(now) } } } },
      })
        .limit(limit)
        .lean(),
    async markReported(activities) {
      await Activity.updateMany(
        { _id: { $in: activities.map(({ _id }) => _id) } },
        { $set: { hasReport: true } },
      );
    },
  };
}
