import type { activities } from '@common/contract/activities';
import type { InputOf } from '@common/contract/endpoint';
import { type QueryFilter, Types } from 'mongoose';
import type { Platform } from '../../platform';
import { literally } from '../../platform/mongo';
import { type ActivityDoc, activityModel, type ChangeDoc, changeModel } from './model';
import type { FullActivity } from './service';

type Page = { page: number; pageSize: number };
type Found = { items: FullActivity[]; total: number };
type UnitQuery = Pick<InputOf<typeof activities.listUnitActivities>, 'q' | 'level' | 'state'> &
  Page & { year?: number };
type ReviewQuery = Pick<InputOf<typeof activities.listActivityReviews>, 'q' | 'show'> & Page;

export interface Lists {
  /** 项目管理: a unit's activities, those added last first. */
  list(unitId: string, query: UnitQuery): Promise<Found>;
  /** 举办申请审核: what waits for a unit's 科教 department or an authority, first come first served; what it has seen, the latest first. */
  listReviews(reviewerId: string, query: ReviewQuery): Promise<Found>;
}

/** The lists. Every filter begins with the unit or the reviewer, so that each is served by an index. */
export function createLists(
  { mongo }: Platform,
  complete: (activities: ActivityDoc[]) => Promise<FullActivity[]>,
): Lists {
  const Activity = activityModel(mongo);
  const Change = changeModel(mongo);
  const searching = (q = '') => (q ? { searched: literally(q) } : {});

  async function pageOf(
    filter: QueryFilter<ActivityDoc>,
    sort: Record<string, 1 | -1>,
    { page, pageSize }: Page,
  ): Promise<Found> {
    const [rows, total] = await Promise.all([
      Activity.find(filter)
        .sort(sort)
        .skip((page - 1) * pageSize)
        .limit(pageSize)
        .lean(),
      Activity.countDocuments(filter),
    ]);
    return { items: await complete(rows), total };
  }

  /** Activities whose change waits for a reviewer. */
  async function withChanges(waitingFor: Types.ObjectId, { q, page, pageSize }: ReviewQuery): Promise<Found> {
    const filter: QueryFilter<ChangeDoc> = { waitingFor, ...searching(q) };
    const [changes, total] = await Promise.all([
      Change.find(filter, { activityId: 1 })
        .sort({ submittedAt: 1, _id: 1 })
        .skip((page - 1) * pageSize)
        .limit(pageSize)
        .lean(),
      Change.countDocuments(filter),
    ]);
    const ids = changes.map(({ activityId }) => activityId);
    const found = await complete(await Activity.find({ _id: { $in: ids } }).lean());
    const order = new Map(found.map((full) => [String(full.activity._id), full]));
    return { items: ids.flatMap((id) => order.get(String(id)) ?? []), total };
  }

  return {
    list: async (unitId, query) =>
      pageOf(
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
          return pageOf({ ...mine, waitingFor: { $ne: me } }, { submittedAt: -1, _id: -1 }, query);
        case 'all':
          return pageOf(mine, { submittedAt: -1, _id: -1 }, query);
        default:
          return pageOf({ waitingFor: me, ...searching(query.q) }, { submittedAt: 1, _id: 1 }, query);
      }
    },
  };
}
