import type { ScreenEvent } from '@common/contract/checkIns';
import { ERRORS, type ErrorCode } from '@common/contract/errors';
import { maskName } from '@common/rules/personName';
import { dayOf, startOfDay } from '@common/rules/shanghaiTime';
import type { Direction } from '@common/terms';
import type { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { briefly } from '../../platform/briefly';
import { together } from '../../platform/together';
import type { ActivityDoc } from '../activities/model';
import type { Services } from '../services';
import { type CheckInDoc, checkInModel, type DisplayDoc, refusedScanModel } from './model';

const LATEST = 8;
const NAMES_KNOWN_MS = 30_000;

/** What one venue screen counts. */
export type CourseScreen = Pick<DisplayDoc, 'activityId' | 'courseId' | 'direction'>;
/** 人数 and 人次 of it, and who came last, masked. */
export type Headcount = Omit<Extract<ScreenEvent, { type: 'count' }>, 'type'>;

/** 人数 (distinct learners) and 人次 (check-ins), always counted in the store: what is shown is what was kept. */
export function createHeadcount({ mongo, clock }: Platform, services: Services) {
  const CheckIn = checkInModel(mongo);
  const RefusedScan = refusedScanModel(mongo);

  // The latest are shown several times a second: only who has just come is looked up.
  const person = briefly(
    clock,
    NAMES_KNOWN_MS,
    together(async (learnerIds) => {
      const learners = await services.learners.briefs(learnerIds);
      const unitNameOf = await services.regionsUnits.unitNamesOf(learners.values());
      const found = [...learners].map(([id, { name, unitId }]) => {
        return [id, { name, unitName: unitNameOf(unitId) }] as const;
      });
      return new Map(found);
    }),
  );

  const withNames = async (rows: CheckInDoc[]) =>
    Promise.all(
      rows.map(async (row) => {
        const { name = '', unitName = '' } = (await person(String(row.learnerId))) ?? {};
        return { row, name, unitName, at: row.at.toISOString() };
      }),
    );

  return {
    /** Of one course and direction, for the venue screen; names masked, since the room reads along. */
    async ofCourse({ activityId, courseId, direction }: CourseScreen): Promise<Headcount> {
      const [[count], rows] = await Promise.all([
        // Answered from the unique index alone: a full hall is counted several times a second.
        CheckIn.aggregate<{ persons: number; swipes: number }>([
          { $match: { courseId, direction } },
          { $group: { _id: '$learnerId', swipes: { $sum: 1 } } },
          { $group: { _id: null, persons: { $sum: 1 }, swipes: { $sum: '$swipes' } } },
        ]),
        CheckIn.find({ activityId, courseId, direction }).sort({ at: -1, _id: -1 }).limit(LATEST).lean(),
      ]);
      const latest = await withNames(rows);
      return {
        persons: count?.persons ?? 0,
        swipes: count?.swipes ?? 0,
        latest: latest.map(({ name, unitName, at }) => ({ name: maskName(name), unitName, at })),
      };
    },
    /** Of a whole activity, for the administrator's board. */
    async ofActivity(activity: ActivityDoc) {
      const today = new Date(startOfDay(dayOf(clock.now())));
      const [counts, persons, rows, refused] = await Promise.all([
        CheckIn.aggregate<{
          _id: { courseId: Types.ObjectId; direction: Direction };
          swipes: number;
          who: unknown[];
        }>([
          { $match: { activityId: activity._id } },
          {
            $group: {
              _id: { courseId: '$courseId', direction: '$direction' },
              swipes: { $sum: 1 },
              who: { $addToSet: '$learnerId' },
            },
          },
        ]),
        CheckIn.distinct('learnerId', { activityId: activity._id }),
        CheckIn.find({ activityId: activity._id }).sort({ at: -1, _id: -1 }).limit(LATEST).lean(),
        RefusedScan.aggregate<{ _id: string; count: number }>([
          { $match: { activityId: activity._id, at: { $gte: today } } },
          { $group: { _id: '$reason', count: { $sum: 1 } } },
          { $sort: { count: -1, _id: 1 } },
        ]),
      ]);
      const courseNames = new Map(activity.courses.map(({ _id, name }) => [String(_id), name]));
      const latest = await withNames(rows);
      const of = (courseId: Types.ObjectId, direction: Direction) =>
        counts.find(({ _id }) => String(_id.courseId) === String(courseId) && _id.direction === direction);
      return {
        persons: persons.length,
        swipes: counts.reduce((sum, { swipes }) => sum + swipes, 0),
        courses: activity.courses.map(({ _id, name }) => ({
          courseId: String(_id),
          name,
          inPersons: of(_id, 'in')?.who.length ?? 0,
          outPersons: of(_id, 'out')?.who.length ?? 0,
          swipes: (of(_id, 'in')?.swipes ?? 0) + (of(_id, 'out')?.swipes ?? 0),
        })),
        latest: latest.map(({ row, name, unitName, at }) => ({
          name,
          unitName,
          at,
          courseName: courseNames.get(String(row.courseId)) ?? '',
          direction: row.direction,
          method: row.method,
        })),
        refused: refused.map(({ _id, count }) => ({
          reason: ERRORS[_id as ErrorCode]?.[1] ?? '其他原因',
          count,
        })),
      };
    },
  };
}
