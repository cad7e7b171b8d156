import type { LearnerActivity } from '@common/contract/activities';
import { groupBy } from '@common/groupBy';
import { dayOf, startOfDay } from '@common/rules/shanghaiTime';
import { isValidObjectId, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { ProjectDoc } from '../catalogue/model';
import type { UnitDoc } from '../regions-units/model';
import type { Services } from '../services';
import { type Changes, createChanges } from './changes';
import { createDocumentList, type DocumentList } from './documentList';
import { createDrafts, type Drafts } from './drafts';
import { createEnded, type Ended } from './ended';
import { createHeld, type Held } from './held';
import { createLists, type Lists } from './lists';
import { type ActivityDoc, activityModel, type CourseDoc } from './model';
import { myActivities } from './myActivities';
import { createOpenActivities, type OpenActivities } from './openActivities';
import { createReviewing, type Reviewing } from './reviewing';
import { createShowing, type Showing } from './showing';

/** An activity with what it is a term of and who holds it. */
export interface FullActivity {
  activity: ActivityDoc;
  project: ProjectDoc;
  unit: UnitDoc;
}

/** What the other areas ask about activities. */
export interface ActivityLookups {
  /** @throws AppError NOT_FOUND. */
  get(activityId: string): Promise<FullActivity>;
  many(activityIds: string[]): Promise<Map<string, FullActivity>>;
  /** Approved activities of some units with a holding period on the day of `at`. */
  onDayOf(at: number, unitIds: string[]): Promise<FullActivity[]>;
  countWithin(at: number, unitIds: string[]): Promise<number>;
  /** @throws AppError NOT_FOUND. */
  course(activity: ActivityDoc, courseId: string): CourseDoc;
  /** Seconds between two turns of the venue QR of an activity. */
  qrPeriodSeconds(full: FullActivity): Promise<number>;
  /** The terms that there are of each project, in order; projects without any are absent. */
  termsOf(projectIds: (string | Types.ObjectId)[]): Promise<Map<string, number[]>>;
  /** Ids of all activities of some projects. */
  idsOfProjects(projectIds: Types.ObjectId[]): Promise<string[]>;
  /** A learner's: those of his unit today, and all that he signed into; the latest first. */
  mine(learnerId: string): Promise<LearnerActivity[]>;
}

export interface ActivitiesService
  extends ActivityLookups,
    Lists,
    Showing,
    Drafts,
    DocumentList,
    Ended,
    Held,
    Reviewing,
    Changes,
    OpenActivities {}

const DAY = 24 * 3600_000;
/** What rows of an earlier version lack of a review. */
const NEVER_REVIEWED = { steps: [], step: 0, version: 0, moves: [], reviewers: [] };

/** 继教活动: from being chosen from the catalogue to being approved, and what may be changed afterwards. */
export function createActivitiesService(platform: Platform, services: Services): ActivitiesService {
  const { mongo } = platform;
  const Activity = activityModel(mongo);

  async function complete(activities: ActivityDoc[]): Promise<FullActivity[]> {
    const [projects, units] = await Promise.all([
      services.catalogue.projects(activities.map(({ projectId }) => projectId)),
      services.regionsUnits.units(activities.map(({ unitId }) => String(unitId))),
    ]);
    return activities.flatMap((activity) => {
      const project = projects.get(String(activity.projectId));
      const unit = units.get(String(activity.unitId));
      return project && unit ? [{ activity: { ...NEVER_REVIEWED, ...activity }, project, unit }] : [];
    });
  }

  return {
    ...createLists(platform, complete),
    ...createShowing(platform, services),
    ...createDrafts(platform, services),
    ...createDocumentList(platform),
    ...createEnded(platform),
    ...createHeld(platform, complete),
    ...createReviewing(platform, services),
    ...createChanges(platform, services),
    ...createOpenActivities(platform, services),
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
    mine: async (learnerId) => myActivities(platform, services, learnerId),
    async idsOfProjects(projectIds) {
      const rows = await Activity.find({ projectId: { $in: projectIds } }, { _id: 1 }).lean();
      return rows.map(({ _id }) => String(_id));
    },
    async termsOf(projectIds) {
      const ids = projectIds.map((id) => new Types.ObjectId(String(id)));
      const rows = await Activity.find({ projectId: { $in: ids } }, { projectId: 1, term: 1 })
        .sort({ term: 1 })
        .lean();
      return groupBy(
        rows,
        ({ projectId }) => String(projectId),
        ({ term }) => term,
      );
    },
  };
}
