import {
  ACTIVE_ENROLMENTS,
  type EnrolmentActor,
  type EnrolmentMove,
  enrolmentsBefore,
  freePlaces,
  isEnrolmentOpen,
} from '@common/rules/waitingList';
import { type ClientSession, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import type { EnrolmentMessages } from './messages';
import { type EnrolmentDoc, enrolmentModel, enrolmentQueueModel } from './model';
import type { Count, InQueue } from './queue';

export interface Enrolling {
  /** 报名, or 候补 where no place is left; again it changes nothing. @throws AppError NOT_FOUND, ENROLMENT_CLOSED, LEARNER_NOT_APPROVED. */
  enrol(learnerId: string, activityId: string): Promise<void>;
  /** 取消报名; the first who waits gets the place. Of who is not enrolled it changes nothing. @throws AppError NOT_FOUND, ENROLMENT_CLOSED. */
  leave(learnerId: string, activityId: string): Promise<void>;
  /** Gives free places to those who wait, as after a larger capacity, and tells them. */
  fill(activityId: string): Promise<void>;
  /** For who closes his account: his enrolments go, and his places to others once that transaction is committed. */
  forget(learnerId: string, session: ClientSession): Promise<void>;
}

/** Who are placed in one transaction. */
const PLACED_AT_ONCE = 100;
const MOST_MOVES = 50;

export function createEnrolling(
  { mongo, clock, log }: Platform,
  services: Services,
  messages: EnrolmentMessages,
  inQueue: InQueue,
): Enrolling {
  const Enrolment = enrolmentModel(mongo);
  const Queue = enrolmentQueueModel(mongo);
  const oid = (id: string) => new Types.ObjectId(id);
  const now = () => new Date(clock.now());
  const kept = (move: EnrolmentMove, by: EnrolmentActor) => ({
    moves: { $each: [{ move, by, at: now() }], $slice: -MOST_MOVES },
  });

  /** @throws AppError ENROLMENT_CLOSED. */
  function insistOpen({ activity }: FullActivity, message?: string): void {
    if (activity.state !== 'approved' || !isEnrolmentOpen(clock.now(), periodsOf(activity))) {
      throw appError('ENROLMENT_CLOSED', { ...(message && { message }) });
    }
  }

  /** Places the first who wait, as far as there are places; answers whether some may be left. */
  async function place(full: FullActivity, count: Count, session: ClientSession, himself?: string) {
    const { _id: activityId, capacity = 0 } = full.activity;
    const places = Math.min(freePlaces(capacity, count.taken), PLACED_AT_ONCE);
    if (places === 0) {
      return false;
    }
    const next = await Enrolment.find({ activityId, state: { $in: enrolmentsBefore('system', 'promote') } })
      .sort({ order: 1 })
      .limit(places)
      .session(session)
      .lean();
    await Enrolment.updateMany(
      { _id: { $in: next.map(({ _id }) => _id) } },
      { $set: { state: 'enrolled' }, $push: kept('promote', 'system') },
      { session },
    );
    count.taken += next.length;
    for (const each of next) {
      if (String(each.learnerId) !== himself) {
        await messages.promoted(each, full, session);
      }
    }
    return next.length === PLACED_AT_ONCE;
  }

  async function fill(activityId: string): Promise<void> {
    const full = await services.activities.get(activityId);
    if (full.activity.state !== 'approved' || !isEnrolmentOpen(clock.now(), periodsOf(full.activity))) {
      return;
    }
    const again = await inQueue(activityId, async (count, session) => place(full, count, session));
    if (again) {
      await fill(activityId);
    }
  }

  async function takeNumber(full: FullActivity, learnerId: string, count: Count, session: ClientSession) {
    const his = { activityId: full.activity._id, learnerId: oid(learnerId) };
    count.last += 1;
    const fields = { state: 'waiting', order: count.last, enrolledAt: now() } as const;
    const returned = await Enrolment.updateOne(
      { ...his, state: { $in: enrolmentsBefore('learner', 'enrol') } },
      { $set: fields, $unset: { remindedOf: 1 }, $push: kept('enrol', 'learner') },
      { session },
    );
    if (returned.matchedCount === 0) {
      const moves: EnrolmentDoc['moves'] = [{ move: 'enrol', by: 'learner', at: now() }];
      await Enrolment.create([{ ...his, ...fields, moves }], { session });
    }
    return place(full, count, session, learnerId);
  }

  return {
    fill,
    async enrol(learnerId, activityId) {
      const [full, learner] = await Promise.all([
        services.activities.get(activityId),
        services.learners.get(learnerId),
      ]);
      if (learner?.approval.state !== 'approved') {
        throw appError('LEARNER_NOT_APPROVED', {
          message: '单位尚未审核通过您的注册信息，审核通过后才能报名',
        });
      }
      insistOpen(full);
      const his = { activityId: full.activity._id, learnerId: oid(learnerId) };
      if (await Enrolment.exists({ ...his, state: { $in: ACTIVE_ENROLMENTS } })) {
        return;
      }
      try {
        const again = await inQueue(activityId, async (count, session) =>
          takeNumber(full, learnerId, count, session),
        );
        if (again) {
          await fill(activityId);
        }
      } catch (error) {
        // The unique index: he tapped twice, and the other tap was faster.
        if (!isDuplicate(error, 'activityId_1_learnerId_1')) {
          throw error;
        }
      }
    },
    async leave(learnerId, activityId) {
      const full = await services.activities.get(activityId);
      insistOpen(full, '该活动已结束，不能取消报名');
      const again = await inQueue(activityId, async (count, session) => {
        const before = await Enrolment.findOneAndUpdate(
          {
            activityId: full.activity._id,
            learnerId: oid(learnerId),
            state: { $in: enrolmentsBefore('learner', 'leave') },
          },
          { $set: { state: 'left' }, $push: kept('leave', 'learner') },
          { session, returnDocument: 'before' },
        ).lean();
        if (before?.state !== 'enrolled') {
          return false;
        }
        count.taken -= 1;
        return place(full, count, session);
      });
      if (again) {
        await fill(activityId);
      }
    },
    async forget(learnerId, session) {
      const his = { learnerId: oid(learnerId) };
      const all = await Enrolment.find(his, { activityId: 1, state: 1 }).session(session).lean();
      const left = all.filter(({ state }) => state === 'enrolled').map(({ activityId }) => activityId);
      await Queue.updateMany({ _id: { $in: left } }, { $inc: { taken: -1, changes: 1 } }, { session });
      await Enrolment.deleteMany(his, { session });
      // Where this does not come about, the next who enrols or leaves brings it about.
      const refill = async () => {
        for (const activityId of left) {
          await fill(String(activityId));
        }
      };
      session.once('ended', () => void refill().catch((err) => log.warn({ err }, 'enrolment places')));
    },
  };
}
