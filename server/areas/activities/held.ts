import { startOfDay } from '@common/rules/shanghaiTime';
import type { ProjectLevel } from '@common/terms';
import { type QueryFilter, Types } from 'mongoose';
import type { Platform } from '../../platform';
import { inPieces } from '../../platform/inPieces';
import { literally, type Paging, pageOf } from '../../platform/mongo';
import { type ActivityDoc, activityModel } from './model';
import type { FullActivity } from './service';

/** What 项目明细 is narrowed to; days are `YYYY-MM-DD` in China, both included. */
export interface HeldFilter {
  /** Of these units only; of all where it is absent, of none where it is empty. */
  unitIds?: string[];
  levels?: readonly ProjectLevel[];
  year?: number;
  /** Two or four digits of common/disciplines.ts. */
  discipline?: string;
  from?: string;
  to?: string;
  q?: string;
}

/** Approved activities for the statistics, those added last first. */
export interface Held {
  listHeld(filter: HeldFilter, paging: Paging): Promise<{ items: FullActivity[]; total: number }>;
  countHeld(filter: HeldFilter): Promise<number>;
  /** All of them, `size` at a time. */
  heldInPieces(filter: HeldFilter, size: number): AsyncIterable<FullActivity[]>;
}

const DAY = 24 * 3_600_000;
const LATEST = { _id: -1 } as const;

export function createHeld(
  { mongo }: Platform,
  complete: (activities: ActivityDoc[]) => Promise<FullActivity[]>,
): Held {
  const Activity = activityModel(mongo);

  function filterOf({
    unitIds,
    levels,
    year,
    discipline,
    from,
    to,
    q,
  }: HeldFilter): QueryFilter<ActivityDoc> {
    const period = {
      ...(from && { to: { $gte: new Date(startOfDay(from)) } }),
      ...(to && { from: { $lt: new Date(startOfDay(to) + DAY) } }),
    };
    return {
      ...(unitIds && { unitId: { $in: unitIds.map((id) => new Types.ObjectId(id)) } }),
      state: 'approved',
      ...(levels && { level: { $in: [...levels] } }),
      ...(year && { year }),
      ...(discipline && { disciplineCode: { $regex: `^${discipline}` } }),
      ...((from || to) && { periods: { $elemMatch: period } }),
      ...(q && { searched: { ...literally(q), $options: 'i' } }),
    };
  }

  return {
    async listHeld(filter, paging) {
      const { rows, total } = await pageOf(Activity, filterOf(filter), LATEST, paging);
      return { items: await complete(rows), total };
    },
    countHeld: async (filter) => Activity.countDocuments(filterOf(filter)),
    async *heldInPieces(filter, size) {
      const rows = Activity.find(filterOf(filter)).sort(LATEST).lean().cursor({ batchSize: size });
      for await (const piece of inPieces<ActivityDoc>(rows, size)) {
        yield complete(piece);
      }
    },
  };
}
