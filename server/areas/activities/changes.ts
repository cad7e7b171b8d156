import type { activities } from '@common/contract/activities';
import type { ParsedInputOf } from '@common/contract/endpoint';
import { type ChangedPlan, faultsInChange } from '@common/rules/activityPlan';
import { formatRanges } from '@common/rules/shanghaiTime';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import { createReviews } from '../../reviews/reviews';
import type { Services } from '../services';
import type { ActivityBy } from './drafts';
import { createLog } from './log';
import { type ActivityDoc, activityModel, type ChangeDoc, changeModel } from './model';
import { insist } from './policy';
import { frameOf, periodsOf } from './presenter';
import type { ReviewBy } from './reviewing';
import type { FullActivity } from './service';

type Requested = ParsedInputOf<typeof activities.requestChange>;
type Decision = ParsedInputOf<typeof activities.decideChange>;

/** 变更 of what is approved: the old plan holds until the authority has passed the new one. */
export interface Changes {
  /** @throws AppError NOT_FOUND, MOVE_REFUSED, INVALID_INPUT, NO_REVIEWER. */
  requestChange(by: ActivityBy, given: Requested): Promise<FullActivity>;
  /** @throws AppError NOT_FOUND, MOVE_REFUSED. */
  withdrawChange(by: ActivityBy, activityId: string): Promise<FullActivity>;
  /** @throws AppError NOT_FOUND, REASON_REQUIRED, REVIEW_MOVED, MOVE_REFUSED. */
  decideChange(by: ReviewBy, given: Decision): Promise<FullActivity>;
}

export function createChanges(platform: Platform, services: Services): Changes {
  const { mongo, clock, log: diary } = platform;
  const Activity = activityModel(mongo);
  const Change = changeModel(mongo);
  const reviews = createReviews(platform, services);

  const planOf = (plan: Pick<ActivityDoc, 'venue' | 'address' | 'point' | 'periods'>): ChangedPlan => ({
    venue: plan.venue,
    address: plan.address ?? '',
    point: plan.point ?? null,
    periods: periodsOf(plan),
  });
  const faultOf = ({ activity, project }: FullActivity, next: ChangedPlan) =>
    faultsInChange(planOf(activity), next, frameOf(project), clock.now())[0];

  const log = createLog(services);

  async function openChange(activityId: Types.ObjectId): Promise<ChangeDoc> {
    const change = await Change.findOne({ activityId, open: true }).lean();
    if (!change) {
      throw appError('MOVE_REFUSED', { message: '没有正在审核的变更申请，请刷新后查看' });
    }
    return change;
  }

  /** Those who are enrolled learn of it; the change stands also where they cannot be told at once. */
  async function tell({ _id, activityId, venue, address, periods, reason }: ChangeDoc): Promise<void> {
    const lines = [
      `时间：${formatRanges(periodsOf({ periods }))}`,
      `地点：${[venue, address].filter(Boolean).join('，')}`,
      `变更原因：${reason}`,
    ];
    await services.enrolments
      .tellChanged(String(activityId), String(_id), lines)
      .catch((err) => diary.error({ err }, 'change not told'));
  }

  return {
    async requestChange(by, { activityId, venue, address, point, reason, ...given }) {
      const full = await services.activities.ownActivity(by, activityId);
      const { activity, project } = full;
      if (activity.state !== 'approved') {
        throw appError('MOVE_REFUSED', { message: '审核通过后才需要申请变更，现在可以直接修改' });
      }
      const periods = given.periods
        .map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }))
        .sort((a, b) => a.from.getTime() - b.from.getTime());
      const next = planOf({ venue, address, ...(point && { point }), periods });
      const fault = faultOf(full, next);
      if (fault) {
        throw appError('INVALID_INPUT', fault);
      }
      const chain = await reviews.chainFor(by.unitId, project.level);
      // Short: the unit's own department has nothing to confirm again.
      const steps = chain.filter(({ kind }) => kind === 'authority');
      const change: ChangeDoc = {
        _id: new Types.ObjectId(),
        activityId: activity._id,
        unitId: activity.unitId,
        searched: activity.searched ?? '',
        venue,
        address,
        ...(point && { point }),
        periods,
        reason,
        before: { venue: activity.venue, address: activity.address ?? '', periods: activity.periods },
        open: true,
        state: 'draft',
        steps: [],
        step: 0,
        version: 0,
        moves: [],
      };
      try {
        await mongo.transaction(async (session) => {
          await Change.create([change], { session });
          await reviews.move(Change, change, { move: 'submit', actor: by.actor, reason }, { steps, session });
          await Activity.updateOne(
            { _id: activity._id },
            { $addToSet: { reviewers: { $each: steps.map(({ ownerId }) => ownerId) } } },
            { session },
          );
        });
      } catch (error) {
        throw isDuplicate(error)
          ? appError('MOVE_REFUSED', { message: '已有一项变更申请正在审核，可以先撤回' })
          : error;
      }
      await log(by, 'activity.change-requested', activityId, reason);
      return full;
    },
    async withdrawChange(by, activityId) {
      const full = await services.activities.ownActivity(by, activityId);
      const change = await openChange(full.activity._id);
      await reviews.move(Change, change, { move: 'withdraw', actor: by.actor }, { set: { open: false } });
      await log(by, 'activity.change-withdrawn', activityId);
      return full;
    },
    async decideChange(by, { activityId, changeId, version, decision, reason }) {
      const full = await services.activities.seen(by.actor, activityId);
      const change = await Change.findById(changeId).lean();
      insist(String(change?.activityId) === activityId);
      if (!change) {
        throw appError('NOT_FOUND');
      }
      const fault = decision === 'pass' && change.open ? faultOf(full, planOf(change)) : undefined;
      if (fault) {
        throw appError('MOVE_REFUSED', { message: `不能再通过这项变更：${fault.message}。请退回修改` });
      }
      const isLast = change.step + 1 >= change.steps.length;
      const isOver = decision === 'return' || isLast;
      const activity = await mongo.transaction(async (session) => {
        const decided = await reviews.move(
          Change,
          change,
          { move: decision, actor: by.actor, version, reason },
          { ...(isOver && { set: { open: false } }), session },
        );
        if (decided.state !== 'approved') {
          return full.activity;
        }
        const { venue, address, point, periods } = change;
        // Without a new place on the map, the one there is would be the old venue's.
        const isElsewhere = venue !== full.activity.venue || address !== (full.activity.address ?? '');
        return Activity.findOneAndUpdate(
          { _id: full.activity._id, state: 'approved' },
          {
            $set: { venue, address, ...(point && { point }), periods },
            ...(isElsewhere && !point && { $unset: { point: 1 } }),
            $inc: { version: 1 },
          },
          { returnDocument: 'after', session },
        )
          .orFail()
          .lean();
      });
      const action = decision === 'pass' ? 'activity.change-passed' : 'activity.change-returned';
      await log(by, action, activityId, reason);
      if (decision === 'pass' && isLast) {
        await tell(change);
      }
      return { ...full, activity };
    },
  };
}
