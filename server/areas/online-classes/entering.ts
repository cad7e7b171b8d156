import { currentPeriod, nextPeriod, type Period } from '@common/rules/periods';
import { formatRanges } from '@common/rules/shanghaiTime';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { insistApproved } from '../activities/policy';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { type OnlineClassDoc, onlineClassModel } from './model';
import { isOnline } from './policy';

/** A class that may be followed now, and the holding period in which it is. */
export interface OpenClass {
  full: FullActivity;
  doc: OnlineClassDoc;
  period: Period;
}

export interface Entering {
  /** @throws AppError NOT_FOUND, ACTIVITY_NOT_APPROVED, OUTSIDE_HOLDING_PERIOD. */
  open(activityId: string, courseId: string): Promise<OpenClass>;
  /** @throws AppError LEARNER_NOT_APPROVED, ENROLMENT_REQUIRED. */
  insistAdmitted(learnerId: string, activityId: string): Promise<void>;
  /** A learner's classes whose period is now, the first to end first; then those of the next one. */
  of(learnerId: string): Promise<OpenClass[]>;
}

export function createEntering({ mongo, clock }: Platform, services: Services): Entering {
  const Class = onlineClassModel(mongo);

  return {
    async open(activityId, courseId) {
      const [full, doc] = await Promise.all([
        services.activities.get(activityId),
        Class.findOne({ courseId: new Types.ObjectId(courseId) }).lean(),
      ]);
      if (!doc || String(doc.activityId) !== activityId || !isOnline(full)) {
        throw appError('NOT_FOUND', { message: '这门课程没有线上学习，请返回线上课程列表' });
      }
      insistApproved(full.activity, '该活动尚未审核通过，不能学习');
      const periods = periodsOf(full.activity);
      const period = currentPeriod(clock.now(), periods);
      if (!period) {
        throw appError('OUTSIDE_HOLDING_PERIOD', {
          message: `当前不在活动举办周期内（${formatRanges(periods)}），不能学习`,
        });
      }
      return { full, doc, period };
    },
    async insistAdmitted(learnerId, activityId) {
      const learner = await services.learners.get(learnerId);
      if (learner?.approval.state !== 'approved') {
        throw appError('LEARNER_NOT_APPROVED', {
          message: '单位尚未审核通过您的注册信息，审核通过后才能学习',
        });
      }
      const { mine } = await services.enrolments.view(learnerId, activityId);
      if (mine?.state !== 'enrolled') {
        throw appError('ENROLMENT_REQUIRED', {
          ...(mine?.state === 'waiting' && { message: '您还在候补，递补成功后才能学习' }),
        });
      }
    },
    async of(learnerId) {
      const now = clock.now();
      const enrolled = await services.enrolments.ofLearner(learnerId);
      const open = new Map(
        enrolled.flatMap(({ enrolment, full }) => {
          const periods = periodsOf(full.activity);
          const period = currentPeriod(now, periods) ?? nextPeriod(now, periods);
          const isHis =
            enrolment.state === 'enrolled' && full.activity.state === 'approved' && isOnline(full);
          return isHis && period ? [[String(full.activity._id), { full, period }] as const] : [];
        }),
      );
      const docs = await Class.find({
        activityId: { $in: [...open.values()].map(({ full }) => full.activity._id) },
      }).lean();
      const isLater = ({ from }: Period) => Number(from > now);
      return docs
        .flatMap((doc) => {
          const found = open.get(String(doc.activityId));
          return found ? [{ ...found, doc }] : [];
        })
        .sort((a, b) => isLater(a.period) - isLater(b.period) || a.period.to - b.period.to);
    },
  };
}
