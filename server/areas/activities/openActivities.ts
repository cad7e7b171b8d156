import { boxAround, distanceBetween, FARTHEST, type Point } from '@common/rules/distance';
import { startOfDay } from '@common/rules/shanghaiTime';
import type { ProjectLevel } from '@common/terms';
import type { ClientSession, QueryFilter } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { literally } from '../../platform/mongo';
import type { Services } from '../services';
import { type ActivityDoc, activityModel } from './model';
import type { FullActivity } from './service';

/** What a learner looks for; days are `YYYY-MM-DD` in China, both included. */
export interface OpenSearch {
  q: string;
  /** Two or four digits of common/disciplines.ts. */
  discipline?: string;
  region?: string;
  level?: ProjectLevel;
  from?: string;
  to?: string;
  /** Where he is: the nearest first then, and those without a place on the map last; else the soonest first. */
  near: Point | null;
  page: number;
  pageSize: number;
}

/** An activity with the metres from where the learner is; null where that is not known. */
export interface FoundActivity {
  full: FullActivity;
  distance: number | null;
}

/** Approved activities as learners find them. */
export interface OpenActivities {
  /** Those that are not over. */
  findOpen(search: OpenSearch): Promise<{ items: FoundActivity[]; total: number }>;
  /** Those with a period that begins within some time, the end excluded. */
  beginningWithin(from: number, to: number): Promise<FullActivity[]>;
  /** Another number of places for one that is not over. @throws AppError ENROLMENT_CLOSED. */
  setCapacity(activityId: string, capacity: number, session: ClientSession): Promise<void>;
}

const DAY = 24 * 3_600_000;
/** Metres. The first of these circles that holds the page is read; the whole earth only where the nearer ones are too empty. */
const CIRCLES = [20_000, 100_000, 400_000, 1_500_000, FARTHEST];
const SOONEST = { 'periods.from': 1, _id: 1 } as const;

interface Place {
  id: string;
  distance: number | null;
}

export function createOpenActivities({ mongo, clock }: Platform, services: Services): OpenActivities {
  const Activity = activityModel(mongo);

  async function filterOf({ q, discipline, region, level, from, to }: OpenSearch) {
    const filter: QueryFilter<ActivityDoc> = {
      state: 'approved',
      'periods.to': { $gte: new Date(clock.now()) },
      ...(q && { searched: { ...literally(q), $options: 'i' } }),
      ...(discipline && { disciplineCode: { $regex: `^${discipline}` } }),
      ...(region && { unitId: { $in: await services.regionsUnits.unitIdsIn(region) } }),
      ...(level && { level }),
    };
    if (from || to) {
      const period = {
        ...(from && { to: { $gte: new Date(startOfDay(from)) } }),
        ...(to && { from: { $lt: new Date(startOfDay(to) + DAY) } }),
      };
      return { ...filter, periods: { $elemMatch: period } };
    }
    return filter;
  }

  /** All within a circle, the nearest first. */
  async function within(filter: QueryFilter<ActivityDoc>, near: Point, metres: number): Promise<Place[]> {
    const { south, north, west, east } = boxAround(near, metres);
    const box = {
      ...filter,
      'point.latitude': { $gte: south, $lte: north },
      'point.longitude': { $gte: west, $lte: east },
    };
    const found = await Activity.find(box, { point: 1 }).lean();
    return found
      .map(({ _id, point }) => ({
        id: String(_id),
        distance: point ? Math.round(distanceBetween(near, point)) : FARTHEST,
      }))
      .filter(({ distance }) => distance <= metres)
      .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1));
  }

  async function nearest(filter: QueryFilter<ActivityDoc>, near: Point, skip: number, limit: number) {
    let places: Place[] = [];
    for (const metres of CIRCLES) {
      places = await within(filter, near, metres);
      if (places.length >= skip + limit) {
        break;
      }
    }
    const page = places.slice(skip, skip + limit);
    const missing = limit - page.length;
    if (missing === 0) {
      return page;
    }
    const without = await Activity.find({ ...filter, 'point.latitude': { $exists: false } }, { _id: 1 })
      .sort(SOONEST)
      .skip(Math.max(0, skip - places.length))
      .limit(missing)
      .lean();
    return [...page, ...without.map(({ _id }) => ({ id: String(_id), distance: null }))];
  }

  async function soonest(filter: QueryFilter<ActivityDoc>, skip: number, limit: number): Promise<Place[]> {
    const found = await Activity.find(filter, { _id: 1 }).sort(SOONEST).skip(skip).limit(limit).lean();
    return found.map(({ _id }) => ({ id: String(_id), distance: null }));
  }

  return {
    async findOpen(search) {
      const { near, page, pageSize } = search;
      const filter = await filterOf(search);
      const skip = (page - 1) * pageSize;
      const [places, total] = await Promise.all([
        near ? nearest(filter, near, skip, pageSize) : soonest(filter, skip, pageSize),
        Activity.countDocuments(filter),
      ]);
      const found = await services.activities.many(places.map(({ id }) => id));
      const items = places.flatMap(({ id, distance }) => {
        const full = found.get(id);
        return full ? [{ full, distance }] : [];
      });
      return { items, total };
    },
    async beginningWithin(from, to) {
      const found = await Activity.find(
        {
          state: 'approved',
          periods: { $elemMatch: { from: { $gte: new Date(from), $lt: new Date(to) } } },
        },
        { _id: 1 },
      ).lean();
      return [...(await services.activities.many(found.map(({ _id }) => String(_id)))).values()];
    },
    async setCapacity(_id, capacity, session) {
      const now = new Date(clock.now());
      const { matchedCount } = await Activity.updateOne(
        { _id, state: 'approved', 'periods.to': { $gte: now } },
        { $set: { capacity } },
        { session },
      );
      if (matchedCount === 0) {
        throw appError('ENROLMENT_CLOSED', { message: '该活动已结束或未通过审核，不能调整名额' });
      }
    },
  };
}
