import { makePersonnelNo } from '@common/rules/personnelNo';
import type { ApprovalState } from '@common/terms';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { Services } from '../services';
import { counterModel, type LearnerDoc, learnerModel } from './model';

export interface Decision {
  learnerIds: string[];
  decision: 'approve' | 'reject';
  reason?: string;
}
export interface DecisionResult {
  learnerId: string;
  state: ApprovalState;
  changed: boolean;
}

const NUMBER_ATTEMPTS = 50;

/**
 * 人员信息审核 (manual 003 §五). Each learner is decided once: a second decision, a double tap or a colleague's at the same
 * moment finds nothing pending and reports what stands. Learners of other units are left out of the results.
 */
export function createApproval({ mongo, clock, log }: Platform, services: Services) {
  const Learner = learnerModel(mongo);
  const Counter = counterModel(mongo);

  async function nextPersonnelNo(): Promise<string> {
    const counter = await Counter.findByIdAndUpdate(
      'personnelNo',
      { $inc: { value: 1 } },
      { upsert: true, returnDocument: 'after' },
    ).lean();
    return makePersonnelNo(counter.value);
  }

  async function decideOne(
    unitId: string,
    learner: LearnerDoc,
    given: Decision,
    attempt = 1,
  ): Promise<DecisionResult> {
    const state: ApprovalState = given.decision === 'approve' ? 'approved' : 'rejected';
    const personnelNo = state === 'approved' && !learner.personnelNo ? await nextPersonnelNo() : undefined;
    const approval = {
      state,
      ...(state === 'rejected' && { reason: given.reason }),
      submittedAt: learner.approval.submittedAt,
      decidedAt: new Date(clock.now()),
      decidedBy: new Types.ObjectId(unitId),
    };
    let changed: LearnerDoc | null;
    try {
      changed = await Learner.findOneAndUpdate(
        { _id: learner._id, unitId: learner.unitId, 'approval.state': 'pending' },
        { $set: { approval, ...(personnelNo && { personnelNo }) } },
        { returnDocument: 'after' },
      ).lean();
    } catch (error) {
      // The index decides whose number it is, not the counter: two first numbers drawn at once may be the same.
      if (isDuplicate(error, 'personnelNo') && attempt < NUMBER_ATTEMPTS) {
        return decideOne(unitId, learner, given, attempt + 1);
      }
      throw error;
    }
    if (!changed) {
      const now = await Learner.findById(learner._id).lean();
      return {
        learnerId: String(learner._id),
        state: now?.approval.state ?? learner.approval.state,
        changed: false,
      };
    }
    return { learnerId: String(learner._id), state, changed: true };
  }

  return async function decide(
    unitId: string,
    given: Decision,
    requestId: string,
  ): Promise<DecisionResult[]> {
    if (given.decision === 'reject' && !given.reason) {
      throw appError('REASON_REQUIRED', { field: 'reason' });
    }
    const learners = await Learner.find({
      _id: { $in: given.learnerIds },
      unitId: new Types.ObjectId(unitId),
    }).lean();
    const results: DecisionResult[] = [];
    for (const learner of learners) {
      results.push(await decideOne(unitId, learner, given));
    }
    const changed = results.filter((result) => result.changed);
    if (changed.length > 0) {
      await services.audit.append(
        ...changed.map(({ learnerId, state }) => ({
          actor: { kind: 'unit' as const, id: unitId },
          action: `learner.${state}`,
          subject: `learner:${learnerId}`,
          reason: given.reason,
          requestId,
        })),
      );
      // The decision stands whether or not WeChat can be reached now: the outbox tries again.
      await Promise.all(
        changed.map(({ learnerId, state }) =>
          services.notifications.approval(learnerId, state, given.reason),
        ),
      ).catch((err) => log.error({ err }, 'approval notification'));
    }
    return results;
  };
}
