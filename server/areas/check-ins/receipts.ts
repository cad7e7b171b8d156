import type { Receipt } from '@common/contract/checkIns';
import { groupBy } from '@common/groupBy';
import { type DueSwipe, dueOn } from '@common/rules/dueToday';
import { dayOf, startOfDay } from '@common/rules/shanghaiTime';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { courseNameOf, periodsOf } from '../activities/presenter';
import type { InForce } from './hindrance';
import { type CheckInDoc, checkInModel, type HeldScanDoc } from './model';

/** A check-in of today, as a receipt lists it; `at` in milliseconds. */
export interface TodaySwipe extends DueSwipe {
  courseId: string;
}

export interface Receipts {
  /** Check-ins of this day by `ACTIVITY LEARNER`, the earliest first; who has none is absent. */
  todayOf(keys: string[]): Promise<Map<string, TodaySwipe[]>>;
  /** Of a check-in that stands. `today` where it is known already; it need not have the check-in itself. */
  ofCheckIn(
    row: CheckInDoc,
    given: { inForce: InForce; learnerName: string; repeated: boolean; today?: TodaySwipe[] },
  ): Promise<Receipt>;
  /** Of a scan that does not count yet. */
  ofHeld(
    row: HeldScanDoc,
    given: { inForce: InForce; learnerName: string; repeated: boolean },
  ): Promise<Receipt>;
}

const DAY = 24 * 3600_000;
type SwipeRow = Pick<CheckInDoc, 'activityId' | 'learnerId' | 'courseId' | 'direction' | 'at'>;

/** What a phone is told after a scan: its name, its time, and what is still due today. */
export function createReceipts({ mongo, clock }: Platform): Receipts {
  const CheckIn = checkInModel(mongo);

  /** Check-ins on the day of a time (ms), the earliest first. */
  async function onDayOf(at: number, activityIds: string[], learnerIds: string[]): Promise<SwipeRow[]> {
    const oids = (ids: string[]) => [...new Set(ids)].map((id) => new Types.ObjectId(id));
    const from = startOfDay(dayOf(at));
    return CheckIn.find(
      {
        learnerId: { $in: oids(learnerIds) },
        activityId: { $in: oids(activityIds) },
        at: { $gte: new Date(from), $lt: new Date(from + DAY) },
      },
      { activityId: 1, learnerId: 1, courseId: 1, direction: 1, at: 1 },
    )
      .sort({ at: 1 })
      .lean<SwipeRow[]>();
  }

  async function todayWith(
    { at }: { at: Date },
    activityId: string,
    learnerId: string,
  ): Promise<TodaySwipe[]> {
    return (await onDayOf(at.getTime(), [activityId], [learnerId])).map(swipeOf);
  }

  /** What both kinds say alike. */
  function common(
    row: CheckInDoc | HeldScanDoc,
    { inForce: { full, rules }, learnerName, repeated }: Parameters<Receipts['ofHeld']>[1],
    today: TodaySwipe[],
  ): Omit<Receipt, 'held'> {
    const { activity, project } = full;
    return {
      checkInId: String(row._id),
      learnerName,
      activityName: project.name,
      courseName: courseNameOf(full, row.courseId),
      venue: activity.venue,
      direction: row.direction,
      at: row.at.toISOString(),
      repeated,
      today: today.map(({ courseId, direction, at }) => ({
        courseName: courseNameOf(full, courseId),
        direction,
        at: new Date(at).toISOString(),
      })),
      due: dueOn(dayOf(row.at.getTime()), periodsOf(activity), today, rules),
    };
  }

  return {
    async todayOf(keys) {
      const [activityIds, learnerIds] = [0, 1].map((part) => keys.map((key) => key.split(' ')[part] ?? ''));
      const rows = await onDayOf(clock.now(), activityIds ?? [], learnerIds ?? []);
      return groupBy(rows, ({ activityId, learnerId }) => `${activityId} ${learnerId}`, swipeOf);
    },
    async ofCheckIn(row, given) {
      const today = given.today
        ? [...given.today, swipeOf(row)].sort((a, b) => a.at - b.at)
        : await todayWith(row, String(row.activityId), String(row.learnerId));
      return { ...common(row, given, today), held: null };
    },
    async ofHeld(row, given) {
      const { learnerId, activityId, kind, words } = row;
      const today = learnerId ? await todayWith(row, String(activityId), String(learnerId)) : [];
      return { ...common(row, given, today), held: { kind, words } };
    },
  };
}

const swipeOf = ({ courseId, direction, at }: Pick<CheckInDoc, 'courseId' | 'direction' | 'at'>) => ({
  courseId: String(courseId),
  direction,
  at: at.getTime(),
});
