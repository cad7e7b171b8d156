import { dayOf, startOfDay } from '@common/rules/shanghaiTime';
import { isValidObjectId, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { ProjectDoc } from '../catalogue/model';
import type { UnitDoc } from '../regions-units/model';
import type { Services } from '../services';
import { type ActivityDoc, activityModel, type CourseDoc } from './model';

/** An activity with what it is a term of and who holds it. */
export interface FullActivity {
  activity: ActivityDoc;
  project: ProjectDoc;
  unit: UnitDoc;
}

export interface ActivitiesService {
  /** @throws AppError NOT_FOUND. */
  get(activityId: string): Promise<FullActivity>;
  many(activityIds: string[]): Promise<Map<string, FullActivity>>;
  list(
    unitId: string,
    query: { q: string; page: number; pageSize: number },
  ): Promise<{ items: FullActivity[]; total: number }>;
  /** Approved activities of some units with a holding period on the day of `at`. */
  onDayOf(at: number, unitIds: string[]): Promise<FullActivity[]>;
  countWithin(at: number, unitIds: string[]): Promise<number>;
  /** @throws AppError NOT_FOUND. */
  course(activity: ActivityDoc, courseId: string): CourseDoc;
  /** Seconds between two turns of the venue QR of an activity. */
  qrPeriodSeconds(full: FullActivity): Promise<number>;
}

const DAY = 24 * 3600_000;

export function createActivitiesService({ mongo }: Platform, services: Services): ActivitiesService {
  const Activity = activityModel(mongo);

  async function complete(activities: ActivityDoc[]): Promise<FullActivity[]> {
    const [projects, units] = await Promise.all([
      services.catalogue.projects(activities.map(({ projectId }) => projectId)),
      services.regionsUnits.units(activities.map(({ unitId }) => String(unitId))),
    ]);
    return activities.flatMap((activity) => {
      const project = projects.get(String(activity.projectId));
      const unit = units.get(String(activity.unitId));
      return project && unit ? [{ activity, project, unit }] : [];
    });
  }

  return {
    async get(activityId) {
      const activity = isValidObjectId(activityId) ? await Activity.findById(activityId).lean() : null;
      const [full] = activity ? await complete([activity]) : [];
      if (!full) {
        throw appError('NOT_FOUND');
      }
      return full;
    },
    async many(activityIds) {
      const found = await complete(await Activity.find({ _id: { $in: activityIds } }).lean());
      return new Map(found.map((full) => [String(full.activity._id), full]));
    },
    async list(unitId, { q, page, pageSize }) {
      const filter = {
        unitId: new Types.ObjectId(unitId),
        ...(q && { projectId: { $in: await services.catalogue.idsMatching(unitId, q) } }),
      };
      const [rows, total] = await Promise.all([
        Activity.find(filter)
          .sort({ 'periods.from': -1, _id: -1 })
          .skip((page - 1) * pageSize)
          .limit(pageSize)
          .lean(),
        Activity.countDocuments(filter),
      ]);
      return { items: await complete(rows), total };
    },
    async onDayOf(at, unitIds) {
      const from = startOfDay(dayOf(at));
      const rows = await Activity.find({
        unitId: { $in: unitIds },
        state: 'approved',
        periods: { $elemMatch: { from: { $lt: new Date(from + DAY) }, to: { $gte: new Date(from) } } },
      }).lean();
      return complete(rows);
    },
    countWithin: async (at, unitIds) =>
      Activity.countDocuments({
        unitId: { $in: unitIds },
        state: 'approved',
        periods: { $elemMatch: { from: { $lte: new Date(at) }, to: { $gte: new Date(at) } } },
      }),
    course(activity, courseId) {
      const course = activity.courses.find(({ _id }) => String(_id) === courseId);
      if (!course) {
        throw appError('NOT_FOUND', { message: '该活动没有这门课程', field: 'courseId' });
      }
      return course;
    },
    qrPeriodSeconds: async ({ unit }) =>
      (await services.regionsUnits.settings(unit.regionCode)).qrPeriodSeconds,
  };
}
