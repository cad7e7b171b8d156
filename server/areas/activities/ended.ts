import type { Platform } from '../../platform';
import { type ActivityDoc, activityModel } from './model';

/** What has been held: to be reported on (执行情况反馈, manual 001 §四), and to be completed by those who were there. */
export interface Ended {
  /** Approved activities whose last period ended between two times (ms), both included; their ids. */
  endedBetween(from: number, to: number): Promise<string[]>;
  /** Approved activities whose last period is over and that are not marked yet, `limit` at most. */
  endedWithoutReport(now: number, limit: number): Promise<ActivityDoc[]>;
  /** They have their reports: not to be found again. */
  markReported(activities: readonly Pick<ActivityDoc, '_id'>[]): Promise<void>;
}

export function createEnded({ mongo }: Platform): Ended {
  const Activity = activityModel(mongo);
  return {
    async endedBetween(from, to) {
      const rows = await Activity.find(
        {
          state: 'approved',
          periods: {
            $elemMatch: { to: { $gte: new Date(from), $lte: new Date(to) } },
            $not: { $elemMatch: { to: { $gt: new Date(to) } } },
          },
        },
        { _id: 1 },
      ).lean();
      return rows.map(({ _id }) => String(_id));
    },
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
