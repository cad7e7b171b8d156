import { type ClientSession, Types } from 'mongoose';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { correctionModel, learnerModel } from './model';
import { ofUnit, PRESENT } from './policy';

export interface Move {
  learnerId: string;
  fromUnitId: string;
  toUnitId: string;
  department: string;
  at: Date;
}

/** How a learner comes to a unit otherwise than by choosing it: the one that he asked for is added, or he is transferred. */
export interface Membership {
  /** The unit that a draft waited for exists now: he is submitted to it, and told. One who chose another since is left alone. */
  unitAdded(learnerId: string, unitId: string, session: ClientSession): Promise<void>;
  /** The unit that he asked for is not added; he is told why and chooses again. */
  unitRefused(learnerId: string, reason: string): Promise<void>;
  /** 调动: he belongs to the new unit, and the old one becomes history. False where he is no longer in the old one. */
  moveToUnit(move: Move, session: ClientSession): Promise<boolean>;
}

export function createMembership({ mongo, clock }: Platform, services: Services): Membership {
  const Learner = learnerModel(mongo);

  return {
    async unitAdded(learnerId, unitId, session) {
      const now = new Date(clock.now());
      const submitted = await Learner.updateOne(
        { _id: learnerId, 'approval.state': 'draft', ...PRESENT },
        { $set: { unitId: new Types.ObjectId(unitId), approval: { state: 'pending', submittedAt: now } } },
        { session },
      );
      if (submitted.modifiedCount === 1) {
        await services.notifications.tell(
          learnerId,
          {
            key: `unit-added-${learnerId}-${now.getTime()}`,
            kind: 'approval',
            title: '申请的单位已新增',
            lines: ['您的注册信息已提交单位审核。', '审核通过后会再通知您。'],
            page: 'profile/index/index',
          },
          session,
        );
      }
    },
    async unitRefused(learnerId, reason) {
      await services.notifications.tell(learnerId, {
        key: `unit-refused-${learnerId}-${clock.now()}`,
        kind: 'approval',
        title: '申请的单位未能新增',
        lines: [`原因：${reason}`, '请重新选择单位后再提交。'],
        page: 'profile/index/index',
      });
    },
    async moveToUnit({ learnerId, fromUnitId, toUnitId, department, at }, session) {
      const there = { _id: learnerId, ...ofUnit(fromUnitId), 'approval.state': 'approved' as const };
      const learner = await Learner.findOne(there, null, { session }).lean();
      if (!learner) {
        return false;
      }
      const unitId = new Types.ObjectId(toUnitId);
      const from = learner.inUnitSince ?? learner.approval.submittedAt;
      const former = { unitId: new Types.ObjectId(fromUnitId), from, to: at };
      const moved = await Learner.updateOne(
        there,
        {
          $set: { unitId, department, inUnitSince: at },
          $push: { formerUnits: { $each: [former], $position: 0 } },
        },
        { session },
      );
      if (moved.modifiedCount !== 1) {
        return false;
      }
      // What he asked the old unit to correct is the new one's to decide.
      await correctionModel(mongo).updateMany(
        { learnerId: learner._id, state: 'waiting' },
        { $set: { unitId } },
        { session },
      );
      return true;
    },
  };
}
