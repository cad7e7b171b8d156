import type { ApprovalState } from '@common/terms';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { Services } from '../services';
import { createEarlierScans } from './earlierScans';
import { type LearnerDoc, learnerModel } from './model';
import { nextPersonnelNo } from './personnelNumbers';
import { type ByUnit, doneByUnit, ofUnit } from './policy';

export interface Decision {
  learnerIds: string[];
  decision: 'approve' | 'reject';
  reason?: string;
  /** When the list was read, ISO 8601: whoever submitted again since is left for a second look. */
  asOf?: string;
}
export interface DecisionResult {
  learnerId: string;
  state: ApprovalState;
  changed: boolean;
  /** He waits still: what he submitted is newer than what was looked at. */
  isNewer: boolean;
}

const NUMBER_ATTEMPTS = 50;

/**
 * 人员信息审核 (manual 003 §五). Each learner is decided once: a second decision, a double tap or a colleague's at the same
 * moment finds nothing pending and reports what stands. Learners of other units are left out of the results.
 */
export function createApproval(platform: Platform, services: Services) {
  const { mongo, clock } = platform;
  const Learner = learnerModel(mongo);
  const countEarlierScans = createEarlierScans(platform, services);

  async function decideOne(
    unitId: string,
    learner: LearnerDoc,
    given: Decision,
    attempt = 1,
  ): Promise<DecisionResult> {
    const learnerId = String(learner._id);
    const { submittedAt } = learner.approval;
    const state: ApprovalState = given.decision === 'approve' ? 'approved' : 'rejected';
    const isPending = learner.approval.state === 'pending';
    if (isPending && given.asOf && submittedAt > new Date(given.asOf)) {
      return { learnerId, state: 'pending', changed: false, isNewer: true };
    }
    const isApproved = state === 'approved';
    const personnelNo =
      isPending && isApproved && !learner.personnelNo ? await nextPersonnelNo(mongo) : undefined;
    const decidedAt = new Date(clock.now());
    const approval = {
      state,
      ...(!isApproved && { reason: given.reason }),
      submittedAt,
      decidedAt,
      decidedBy: new Types.ObjectId(unitId),
    };
    let changed: LearnerDoc | null;
    try {
      // Both or nothing: a process that dies in between must not leave him waiting for word.
      changed = await mongo.transaction(async (session) => {
        const after = await Learner.findOneAndUpdate(
          {
            _id: learner._id,
            ...ofUnit(unitId),
            'approval.state': 'pending',
            'approval.submittedAt': submittedAt,
          },
          {
            $set: {
              approval,
              ...(personnelNo && { personnelNo }),
              ...(isApproved && { inUnitSince: learner.inUnitSince ?? decidedAt }),
            },
          },
          { session, returnDocument: 'after' },
        ).lean();
        if (after) {
          await services.notifications.approval(learnerId, state, given.reason, session);
        }
        return after;
      });
    } catch (error) {
      // The index decides whose number it is, not the counter: two first numbers drawn at once may be the same.
      if (isDuplicate(error, 'personnelNo') && attempt < NUMBER_ATTEMPTS) {
        return decideOne(unitId, learner, given, attempt + 1);
      }
      throw error;
    }
    if (!changed) {
      const now = await Learner.findOne({ _id: learner._id, ...ofUnit(unitId) }).lean();
      const stands = now?.approval.state ?? learner.approval.state;
      return { learnerId, state: stands, changed: false, isNewer: stands === 'pending' };
    }
    return { learnerId, state, changed: true, isNewer: false };
  }

  return async function decide(by: ByUnit, given: Decision): Promise<DecisionResult[]> {
    if (given.decision === 'reject' && !given.reason) {
      throw appError('REASON_REQUIRED', { field: 'reason' });
    }
    const learners = await Learner.find({ _id: { $in: given.learnerIds }, ...ofUnit(by.unitId) }).lean();
    const results: DecisionResult[] = [];
    for (const learner of learners) {
      results.push(await decideOne(by.unitId, learner, given));
    }
    const changed = results.filter((result) => result.changed);
    if (changed.length > 0) {
      await services.audit.append(
        ...changed.map(({ learnerId, state }) => doneByUnit(by, `learner.${state}`, learnerId, given.reason)),
      );
      for (const { learnerId } of changed.filter(({ state }) => state === 'approved')) {
        await countEarlierScans(learnerId);
      }
    }
    return results;
  };
}
