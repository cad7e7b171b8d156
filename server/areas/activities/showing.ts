import type { ActivityRow, ActivityView } from '@common/contract/activities';
import { isEditable } from '@common/rules/review';
import type { Actor } from '../../http/call';
import { AppError } from '../../http/errors';
import type { Platform } from '../../platform';
import { createReviews } from '../../reviews/reviews';
import type { Services } from '../services';
import { type ChangeDoc, changeModel } from './model';
import { presentRow, presentView } from './presenter';
import type { FullActivity } from './service';

type Viewer = Pick<Actor, 'kind' | 'id'>;

/** Activities as somebody sees them: with what he can do, and with the change that is on its way. */
export interface Showing {
  rows(found: FullActivity[], viewer: Viewer): Promise<ActivityRow[]>;
  view(full: FullActivity, viewer: Viewer): Promise<ActivityView>;
}

export function createShowing(platform: Platform, services: Services): Showing {
  const { mongo, clock } = platform;
  const Change = changeModel(mongo);
  const reviews = createReviews(platform, services);

  /** A draft that nobody above could review yet has no chain. */
  const chainOf = async ({ unit, project, activity }: FullActivity) =>
    isEditable(activity.state)
      ? reviews.chainFor(String(unit._id), project.level).catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'NO_REVIEWER') {
            return [];
          }
          throw error;
        })
      : [];

  /** The latest, while it waits or has come back with reasons. */
  async function changeOf({ activity }: FullActivity): Promise<ChangeDoc | null> {
    const latest = await Change.findOne({ activityId: activity._id })
      .sort({ submittedAt: -1, _id: -1 })
      .lean();
    return latest && (latest.state === 'waiting' || latest.state === 'returned') ? latest : null;
  }

  return {
    async rows(found, viewer) {
      const ids = found.map(({ activity }) => activity._id);
      const open = await Change.find({ activityId: { $in: ids }, open: true }).lean();
      const changes = new Map(open.map((change) => [String(change.activityId), change]));
      return found.map((full) =>
        presentRow(full, {
          now: clock.now(),
          change: changes.get(String(full.activity._id)),
          can: (activity) => reviews.movesOf(activity, viewer),
        }),
      );
    },
    async view(full, viewer) {
      const [chain, change, qrPeriodSeconds] = await Promise.all([
        chainOf(full),
        changeOf(full),
        services.activities.qrPeriodSeconds(full),
      ]);
      return presentView(full, {
        now: clock.now(),
        chain,
        change,
        qrPeriodSeconds,
        can: (activity) => reviews.movesOf(activity, viewer),
        canChange: (one) => reviews.movesOf(one, viewer),
      });
    },
  };
}
