import type { activities } from '@common/contract/activities';
import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import { missingInActivity } from '@common/rules/activityPlan';
import { NEEDS_REASON } from '@common/rules/review';
import type { Types } from 'mongoose';
import type { Actor } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { decideEach } from '../../reviews/decideEach';
import { createReviews } from '../../reviews/reviews';
import type { Services } from '../services';
import type { ActivityBy } from './drafts';
import { createLog } from './log';
import { type ActivityDoc, activityModel } from './model';
import { insist, insistEditable, maySee } from './policy';
import { frameOf, planOf } from './presenter';
import type { FullActivity } from './service';

/** Who decides, for the log. */
export interface ReviewBy {
  actor: Actor;
  requestId: string;
}
type Decision = ParsedInputOf<typeof activities.decideActivities>;
type Result = OutputOf<typeof activities.decideActivities>['results'][number];

export interface Reviewing {
  /**
   * 提交申请, once it is complete.
   * @throws AppError NOT_FOUND, MOVE_REFUSED, REVIEW_MOVED, INVALID_INPUT, HOURS_DIFFER, DOCUMENTS_MISSING, NO_REVIEWER.
   */
  submit(by: ActivityBy, given: { activityId: string; version: number }): Promise<FullActivity>;
  /** @throws AppError NOT_FOUND, MOVE_REFUSED, REVIEW_MOVED. */
  withdraw(by: ActivityBy, activityId: string): Promise<FullActivity>;
  /** Decides each by itself. @throws AppError REASON_REQUIRED; NOT_FOUND where the reviewer may see none of them. */
  decide(by: ReviewBy, given: Decision): Promise<Result[]>;
  /** An activity that a unit or authority may see. @throws AppError NOT_FOUND. */
  seen(actor: Pick<Actor, 'kind' | 'id'>, activityId: string): Promise<FullActivity>;
}

const DEEDS = { pass: 'activity.passed', return: 'activity.returned', reject: 'activity.rejected' } as const;

export function createReviewing(platform: Platform, services: Services): Reviewing {
  const { mongo, clock } = platform;
  const Activity = activityModel(mongo);
  const reviews = createReviews(platform, services);

  /** @throws AppError with the first thing that is missing. */
  function insistComplete({ activity, project }: FullActivity): void {
    const [first] = missingInActivity(planOf(activity), frameOf(project), clock.now());
    if (first) {
      throw appError(first.code, { message: first.message, field: first.field });
    }
  }

  const log = createLog(services);

  /** Who is it that asks of which activities he may see, looked up once. */
  async function seerOf({ kind, id }: Pick<Actor, 'kind' | 'id'>) {
    const authority = kind === 'authority' ? await services.regionsUnits.authority(id) : null;
    const who = kind === 'unit' ? { unitId: id } : { authorityId: id };
    return ({ activity, unit }: FullActivity) =>
      maySee(who, activity, Boolean(authority && unit.regionCode.startsWith(authority.regionCode)));
  }

  async function seen(actor: Pick<Actor, 'kind' | 'id'>, activityId: string): Promise<FullActivity> {
    const full = await services.activities.get(activityId);
    insist((await seerOf(actor))(full));
    return full;
  }

  /** Whoever it comes to next sees it from then on. */
  function reviewersAfter(activity: ActivityDoc, decision: Decision['decision']): Types.ObjectId[] {
    const next = decision === 'pass' ? activity.steps[activity.step + 1]?.ownerId : undefined;
    return next ? [...activity.reviewers, next] : activity.reviewers;
  }

  /** Those of some that the reviewer may see, by id. */
  async function visible(actor: Actor, ids: string[]): Promise<Map<string, ActivityDoc>> {
    const [found, maySeeIt] = await Promise.all([services.activities.many(ids), seerOf(actor)]);
    return new Map(
      [...found].flatMap(([id, full]): [string, ActivityDoc][] =>
        maySeeIt(full) ? [[id, full.activity]] : [],
      ),
    );
  }

  async function tellReturned({ _id, version }: ActivityDoc): Promise<void> {
    const { project, activity } = await services.activities.get(String(_id));
    await services.officeMessages.tellUnit({
      unitId: String(activity.unitId),
      permission: 'holdActivities',
      key: `activity-returned-${_id}-${version}`,
      text: `“${project.name}”第${activity.term}期的举办申请被退回修改，请登录管理控制台，在“项目管理”中查看原因，修改后重新提交。`,
    });
  }

  return {
    seen,
    async submit(by, { activityId, version }) {
      const full = await services.activities.ownActivity(by, activityId);
      insistEditable(full.activity);
      if (version !== full.activity.version) {
        throw appError('REVIEW_MOVED');
      }
      insistComplete(full);
      const steps = await reviews.chainFor(by.unitId, full.project.level);
      const reviewers = steps.slice(0, 1).map(({ ownerId }) => ownerId);
      const submitted = await mongo.transaction(async (session) => {
        const activity = await reviews.move(
          Activity,
          full.activity,
          { move: 'submit', actor: by.actor, version },
          { steps, set: { reviewers }, session },
        );
        // A document may have gone since the look above; from here on nobody can take one away.
        insistComplete({ ...full, activity });
        return activity;
      });
      await log(by, 'activity.submitted', activityId);
      return { ...full, activity: submitted };
    },
    async withdraw(by, activityId) {
      const full = await services.activities.ownActivity(by, activityId);
      const activity = await reviews.move(Activity, full.activity, { move: 'withdraw', actor: by.actor });
      await log(by, 'activity.withdrawn', activityId);
      return { ...full, activity };
    },
    async decide(by, given) {
      const { decision, reason, pages } = given;
      if (NEEDS_REASON.includes(decision) && !reason && pages.length === 0) {
        throw appError('REASON_REQUIRED', { message: '请填写原因', field: 'reason' });
      }
      const why = [reason, ...pages.map((page) => page.reason)].filter(Boolean).join('；');
      const { results } = await decideEach({
        items: given.items,
        find: async (ids) => visible(by.actor, ids),
        async decide(activity, version) {
          const decided = await reviews.move(
            Activity,
            activity,
            { move: decision, actor: by.actor, version, reason, pages },
            { set: { reviewers: reviewersAfter(activity, decision) } },
          );
          await log(by, DEEDS[decision], activity._id, why);
          if (decision === 'return') {
            await tellReturned(decided);
          }
          return decided;
        },
      });
      return results;
    },
  };
}
