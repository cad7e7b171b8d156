import type { activities } from '@common/contract/activities';
import type { ParsedInputOf } from '@common/contract/endpoint';
import { EDITABLE_STATES } from '@common/rules/review';
import { Types } from 'mongoose';
import type { Actor } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate, tryAgain } from '../../platform/mongo';
import type { ProjectDoc } from '../catalogue/model';
import type { UnitDoc } from '../regions-units/model';
import type { Services } from '../services';
import { appliedPlan } from './appliedPlan';
import { createLecturers, type FoundLecturer } from './lecturers';
import { type ActivityDoc, activityModel, type CourseDoc } from './model';
import { insist, insistEditable, mayManage, type Who } from './policy';
import type { FullActivity } from './service';

/** Who of a unit does it, for the log. */
export interface ActivityBy {
  unitId: string;
  actor: Actor;
  requestId: string;
}

type Saved = ParsedInputOf<typeof activities.saveActivity>;

export interface Drafts {
  /**
   * 选择录入: the next term of one of the unit's own projects, as a draft with one total course.
   * @throws AppError PROJECT_NOT_YOURS.
   */
  create(by: ActivityBy, projectId: string): Promise<FullActivity>;
  /** Keeps what there is of a draft. @throws AppError NOT_FOUND, MOVE_REFUSED, REVIEW_MOVED, LECTURER_UNKNOWN. */
  save(by: ActivityBy, given: Saved): Promise<FullActivity>;
  /** Removes what was never approved, and its documents. @throws AppError NOT_FOUND, MOVE_REFUSED. */
  remove(by: ActivityBy, activityId: string): Promise<void>;
  /** @throws AppError LECTURER_UNKNOWN. */
  findLecturer(personnelNo: string): Promise<FoundLecturer>;
  /** An activity of the unit that asks. @throws AppError NOT_FOUND. */
  ownActivity(who: Who, activityId: string): Promise<FullActivity>;
}

const ATTEMPTS = 10;

/** What the lists filter and search by; the project's part of it never changes. */
export const listFields = (project: ProjectDoc, unit: Pick<UnitDoc, 'name'>) => ({
  year: project.year,
  level: project.level,
  disciplineCode: project.disciplineCode,
  searched: [project.number, project.name, project.leader, unit.name].join('\n'),
});

export function createDrafts({ mongo }: Platform, services: Services): Drafts {
  const Activity = activityModel(mongo);
  const lecturers = createLecturers(services);

  async function ownActivity(who: Who, activityId: string) {
    const full = await services.activities.get(activityId);
    insist(mayManage(who, full.activity));
    return full;
  }

  /** The unique index gives each term once: whoever comes second takes the next one. */
  async function insert(draft: Omit<ActivityDoc, '_id' | 'term'>): Promise<ActivityDoc> {
    const { projectId } = draft;
    const tryTerm = async () => {
      const terms = (await services.activities.termsOf([projectId])).get(String(projectId)) ?? [];
      const doc: ActivityDoc = { ...draft, _id: new Types.ObjectId(), term: Math.max(0, ...terms) + 1 };
      await Activity.create([doc]);
      return doc;
    };
    return tryAgain(tryTerm, isDuplicate, ATTEMPTS);
  }

  /** A course that is kept keeps its id: displays and check-ins name it. */
  async function coursesOf(given: Saved['courses'], before: CourseDoc[]): Promise<CourseDoc[]> {
    const free = new Set(before.map(({ _id }) => String(_id)));
    return Promise.all(
      given.map(async ({ id = '', name, minutes, lecturers: named }, index): Promise<CourseDoc> => {
        const _id = new Types.ObjectId(free.delete(id) ? id : undefined);
        return { _id, name, minutes, lecturers: await lecturers.match(named, `courses.${index}.lecturers`) };
      }),
    );
  }

  return {
    ownActivity,
    findLecturer: lecturers.find,
    async create(by, projectId) {
      const project = (await services.catalogue.projects([projectId])).get(projectId);
      const unit = await services.regionsUnits.unit(by.unitId);
      if (!unit || !project || String(project.unitId) !== by.unitId) {
        throw appError('PROJECT_NOT_YOURS', { field: 'projectId' });
      }
      const activity = await insert({
        projectId: project._id,
        unitId: unit._id,
        ...listFields(project, unit),
        venue: '',
        ...(await appliedPlan(services, lecturers, project)),
        periods: [],
        state: 'draft',
        steps: [],
        step: 0,
        version: 0,
        moves: [],
        reviewers: [],
      });
      const { actor, requestId } = by;
      await services.audit.append({
        actor,
        action: 'activity.created',
        subject: `activity:${activity._id}`,
        requestId,
      });
      return { activity, project, unit };
    },
    async save(by, { activityId, version, courses, periods, point, ...fields }) {
      const full = await ownActivity(by, activityId);
      const { activity } = full;
      insistEditable(activity);
      if (version !== activity.version) {
        throw appError('REVIEW_MOVED');
      }
      const plan = periods.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
      const saved = await Activity.findOneAndUpdate(
        { _id: activity._id, version, state: activity.state },
        {
          $set: {
            ...fields,
            courses: await coursesOf(courses, activity.courses),
            periods: plan.sort((a, b) => a.from.getTime() - b.from.getTime()),
            ...(point && { point }),
          },
          ...(!point && { $unset: { point: 1 } }),
          $inc: { version: 1 },
        },
        { returnDocument: 'after' },
      ).lean();
      if (!saved) {
        throw appError('REVIEW_MOVED');
      }
      return { ...full, activity: saved };
    },
    async remove(by, activityId) {
      const { activity } = await ownActivity(by, activityId);
      insistEditable(activity);
      await mongo.transaction(async (session) => {
        const removed = await Activity.findOneAndDelete(
          { _id: activity._id, state: { $in: [...EDITABLE_STATES] } },
          { session },
        ).lean();
        if (!removed) {
          throw appError('MOVE_REFUSED');
        }
        await services.documents.forget(removed, session);
        await services.papers.forget(removed._id, session);
      });
      const { actor, requestId } = by;
      await services.audit.append({
        actor,
        action: 'activity.removed',
        subject: `activity:${activityId}`,
        requestId,
      });
    },
  };
}
