import type { Swipe } from '@common/rules/attendance';
import type { CheckInMethod, Direction } from '@common/terms';
import { type QueryFilter, Types } from 'mongoose';
import type { Platform } from '../../platform';
import { type Paging, pageOf } from '../../platform/mongo';
import { type CheckInDoc, checkInModel } from './model';

/** What 考勤明细 can be narrowed to. */
export interface SwipeFilter {
  /** Only of these; of nobody where it is empty. */
  learnerIds?: string[];
  courseId?: string;
  direction?: Direction;
  method?: CheckInMethod;
}

/** Check-ins as the other areas read them. */
export interface Swipes {
  /** A page, the latest first, with how many there are and of how many learners. */
  swipes(
    activityId: string,
    filter: SwipeFilter,
    paging: Paging,
  ): Promise<{ rows: CheckInDoc[]; total: number; persons: number }>;
  /** Of everybody, in no order, with what 考勤分析 looks at and no more. */
  attendanceOf(activityId: string): Promise<Swipe[]>;
  /** How many there are; none is ever removed. */
  countOf(activityId: string): Promise<number>;
  /** Learners with any check-in of an activity. */
  attendeesOf(activityId: string): Promise<string[]>;
  /** How many those are, of each of these activities; activities that nobody came to are absent. */
  attendedCounts(activityIds: string[]): Promise<Map<string, number>>;
  /** Check-ins of these learners between two times (ms) in all other activities. */
  elsewhere(activityId: string, learnerIds: string[], from: number, to: number): Promise<CheckInDoc[]>;
  /** Which of these claims are check-ins by now. */
  knownClaims(claims: string[]): Promise<Set<string>>;
}

export function createSwipes({ mongo }: Platform): Swipes {
  const CheckIn = checkInModel(mongo);
  const oid = (id: string) => new Types.ObjectId(id);
  return {
    async swipes(activityId, { learnerIds, courseId, direction, method }, paging) {
      const filter: QueryFilter<CheckInDoc> = {
        activityId: oid(activityId),
        ...(learnerIds && { learnerId: { $in: learnerIds.map(oid) } }),
        ...(courseId && { courseId: oid(courseId) }),
        ...(direction && { direction }),
        ...(method && { method }),
      };
      const [page, persons] = await Promise.all([
        pageOf(CheckIn, filter, { at: -1, _id: -1 }, paging),
        CheckIn.distinct('learnerId', filter),
      ]);
      return { ...page, persons: persons.length };
    },
    async attendanceOf(activityId) {
      const cursor = leanSwipes(CheckIn, activityId);
      const swipes: Swipe[] = [];
      const leanSwipe = createLeanSwipe();
      for await (const first of cursor) {
        swipes.push(leanSwipe(first));
        // What came with it, at once: a turn of the event loop for each would cost more than all the rest.
        for (const next of cursor.readBufferedDocuments()) {
          swipes.push(leanSwipe(next));
        }
      }
      return swipes;
    },
    countOf: async (activityId) => CheckIn.countDocuments({ activityId: oid(activityId) }),
    attendeesOf: async (activityId) =>
      (await CheckIn.distinct('learnerId', { activityId: oid(activityId) })).map(String),
    async attendedCounts(activityIds) {
      const rows = await CheckIn.aggregate<{ _id: Types.ObjectId; persons: number }>([
        { $match: { activityId: { $in: activityIds.map(oid) } } },
        { $group: { _id: { activityId: '$activityId', learnerId: '$learnerId' } } },
        { $group: { _id: '$_id.activityId', persons: { $sum: 1 } } },
      ]);
      return new Map(rows.map(({ _id, persons }) => [String(_id), persons]));
    },
    elsewhere: async (activityId, learnerIds, from, to) =>
      CheckIn.find({
        learnerId: { $in: learnerIds.map(oid) },
        at: { $gte: new Date(from), $lte: new Date(to) },
        activityId: { $ne: oid(activityId) },
      }).lean(),
    async knownClaims(claims) {
      const rows = await CheckIn.find({ claim: { $in: claims } }, { _id: 0, claim: 1 }).lean();
      return new Set(rows.map(({ claim }) => claim));
    },
  };
}

type LeanCheckIn = Pick<CheckInDoc, 'learnerId' | 'courseId' | 'direction' | 'at'>;

/** By the driver itself: of hundreds of thousands mongoose would make each a document of its own. */
const leanSwipes = (CheckIn: ReturnType<typeof checkInModel>, activityId: string) =>
  CheckIn.collection.find<LeanCheckIn>(
    { activityId: new Types.ObjectId(activityId) },
    { projection: { _id: 0, learnerId: 1, courseId: 1, direction: 1, at: 1 } },
  );

/** The same course comes again and again, and is spelled out once. */
function createLeanSwipe(): (checkIn: LeanCheckIn) => Swipe {
  let last: Types.ObjectId | null = null;
  let spelled = '';
  return ({ learnerId, courseId, direction, at }) => {
    if (!last || !courseId.equals(last)) {
      last = courseId;
      spelled = courseId.toHexString();
    }
    return { learnerId: learnerId.toHexString(), courseId: spelled, direction, at: at.getTime() };
  };
}
