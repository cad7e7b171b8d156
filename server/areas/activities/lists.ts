import type { activities } from '@common/contract/activities';
import type { InputOf } from '@common/contract/endpoint';
import { type QueryFilter, Types } from 'mongoose';
import type { Platform } from '../../platform';
import { literally, type Paging, pageOf } from '../../platform/mongo';
import { type ActivityDoc, activityModel, type ChangeDoc, changeModel } from './model';
import type { FullActivity } from './service';

type Found = { items: FullActivity[]; total: number };
type UnitQuery = Pick<InputOf<typeof activities.listUnitActivities>, 'q' | 'level' | 'state'> &
  Paging & { year?: number };
type ReviewQuery = Pick<InputOf<typeof activities.listActivityReviews>, 'q' | 'show'> & Paging;

export interface Lists {
  /** 项目管理: a unit's activities, those added last first. */
  list(unitId: string, query: UnitQuery): Promise<Found>;
  /** 举办申请审核: what waits for a unit's 科教 department or an authority, first come first served; what it has seen, the latest first. */
  listReviews(reviewerId: string, query: ReviewQuery): Promise<Found>;
  /** A unit's approved activities whose first period has begun (ms), by what is searched for. */
  begunOf(unitId: string, now: number, q?: string): Promise<FullActivity[]>;
  /** What waits for a unit's 科教 department or an authority, changes among it. */
  countWaiting(reviewerId: string): Promise<number>;
  /** What came back to a unit for change. */
  countReturned(unitId: string): Promise<number>;
}

/** The lists. Every filter begins with the unit or the reviewer, so that each is served by an index. */
export function createLists(
  { mongo }: Platform,
  complete: (activities: ActivityDoc[]) => Promise<FullActivity[]>,
): Lists {
  const Activity = activityModel(mongo);
  const Change = changeModel(mongo);
  const searching = (q = '') => (q ? { searched: literally(q) } : {});

  async function found(
    filter: QueryFilter<ActivityDoc>,
    sort: Record<string, 1 | -1>,
    paging: Paging,
  ): Promise<Found> {
    const { rows, total } = await pageOf(Activity, filter, sort, paging);
    return { items: await complete(rows), total };
  }

  /** Activities whose change waits for a reviewer. */
  async function withChanges(waitingFor: Types.ObjectId, { q, page, pageSize }: ReviewQuery): Promise<Found> {
    const filter: QueryFilter<ChangeDoc> = { waitingFor, ...searching(q) };
    const { rows, total } = await pageOf(
      Change,
      filter,
      { submittedAt: 1, _id: 1 },
      { page, pageSize },
      'activityId',
    );
    const ids = rows.map(({ activityId }) => activityId);
    const changed = await complete(await Activity.find({ _id: { $in: ids } }).lean());
    const order = new Map(changed.map((full) => [String(full.activity._id), full]));
    return { items: ids.flatMap((id) => order.get(String(id)) ?? []), total };
  }

  return {
    list: async (unitId, query) =>
      found(
        {
          unitId: new Types.ObjectId(unitId),
          ...(query.state && query.state !== 'all' && { state: query.state }),
          ...(query.year && { year: query.year }),
          ...(query.level && { level: query.level }),
          ...searching(query.q),
        },
        { _id: -1 },
        query,
      ),
    async listReviews(reviewerId, query) {
      const me = new Types.ObjectId(reviewerId);
      const mine = { reviewers: me, state: { $ne: 'draft' as const }, ...searching(query.q) };
      switch (query.show) {
        case 'changes':
          return withChanges(me, query);
        case 'decided':
          return found({ ...mine, waitingFor: { $ne: me } }, { submittedAt: -1, _id: -1 }, query);
        case 'all':
          return found(mine, { submittedAt: -1, _id: -1 }, query);
        default:
          return found({ waitingFor: me, ...searching(query.q) }, { submittedAt: 1, _id: 1 }, query);
      }
    },
    begunOf: async (unitId, now, q) =>
      complete(
        await Activity.find({
          unitId: new Types.ObjectId(unitId),
          state: 'approved',
          'periods.from': { $lte: new Date(now) },
          ...searching(q),
        }).lean(),
      ),
    async countWaiting(reviewerId) {
      const waitingFor = new Types.ObjectId(reviewerId);
      const [activities, changes] = await Promise.all([
        Activity.countDocuments({ waitingFor }),
        Change.countDocuments({ waitingFor }),
      ]);
      return activities + changes;
    },
    countReturned: async (unitId) =>
      Activity.countDocuments({ unitId: new Types.ObjectId(unitId), state: 'returned' }),
  };
}
