import type { LearnerProfile, StatusPeriod } from '@common/contract/profile';
import { FOREVER, statusFault } from '@common/rules/personnelStatus';
import { PERSONNEL_STATUSES } from '@common/terms';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { learnerModel } from './model';
import { type ByUnit, doneByUnit, ofUnit } from './policy';
import type { Views } from './views';

type NewPeriod = Omit<StatusPeriod, 'id'> & { learnerId: string };

/** 人员状态 as the unit keeps it. Two periods never overlap: the update itself asks, so that two administrators cannot at once. */
export interface Statuses {
  /** @throws AppError STATUS_OVERLAP, INVALID_INPUT, NOT_FOUND. */
  addStatusPeriod(by: ByUnit, given: NewPeriod): Promise<LearnerProfile>;
  /** Sets the last day; one before the first takes the period away. @throws as above. */
  endStatusPeriod(
    by: ByUnit,
    given: { learnerId: string; statusId: string; to: string | null },
  ): Promise<LearnerProfile>;
}

/** `overlap` of the rule as a query on one period. */
export const overlapping = (from: string, to: string | null) => ({
  from: { $lte: to ?? FOREVER },
  $or: [{ to: { $exists: false } }, { to: { $gte: from } }],
});

export function createStatuses({ mongo }: Platform, services: Services, views: Views): Statuses {
  const Learner = learnerModel(mongo);

  async function find(unitId: string, learnerId: string) {
    const learner = await Learner.findOne({ _id: learnerId, ...ofUnit(unitId) }).lean();
    if (!learner) {
      throw appError('NOT_FOUND');
    }
    return learner;
  }

  return {
    async addStatusPeriod(by, { learnerId, ...given }) {
      const fault = statusFault(given);
      if (fault) {
        throw appError('INVALID_INPUT', fault);
      }
      await find(by.unitId, learnerId);
      const { status, from, to, reason } = given;
      const added = await Learner.updateOne(
        {
          _id: learnerId,
          ...ofUnit(by.unitId),
          statusPeriods: { $not: { $elemMatch: overlapping(from, to) } },
        },
        { $push: { statusPeriods: { _id: new Types.ObjectId(), status, from, ...(to && { to }), reason } } },
      );
      if (added.modifiedCount !== 1) {
        throw appError('STATUS_OVERLAP', { field: 'from' });
      }
      await services.audit.append(doneByUnit(by, 'learner.status-added', learnerId, inWords(given)));
      return views.profile(learnerId);
    },
    async endStatusPeriod(by, { learnerId, statusId, to }) {
      const learner = await find(by.unitId, learnerId);
      const period = learner.statusPeriods?.find(({ _id }) => String(_id) === statusId);
      if (!period) {
        throw appError('NOT_FOUND');
      }
      const his = { _id: learner._id, ...ofUnit(by.unitId) };
      const was = { ...period, to: period.to ?? null };
      if (to !== null && to < period.from) {
        await Learner.updateOne(his, { $pull: { statusPeriods: { _id: period._id } } });
        await services.audit.append(doneByUnit(by, 'learner.status-removed', learnerId, inWords(was)));
        return views.profile(learnerId);
      }
      const fault = statusFault({ ...was, to });
      if (fault) {
        throw appError('INVALID_INPUT', fault);
      }
      const others = { _id: { $ne: period._id }, ...overlapping(period.from, to) };
      const changed = await Learner.updateOne(
        {
          ...his,
          $and: [
            { statusPeriods: { $elemMatch: { _id: period._id } } },
            { statusPeriods: { $not: { $elemMatch: others } } },
          ],
        },
        to === null
          ? { $unset: { 'statusPeriods.$[period].to': 1 } }
          : { $set: { 'statusPeriods.$[period].to': to } },
        { arrayFilters: [{ 'period._id': period._id }] },
      );
      if (changed.matchedCount !== 1) {
        throw appError('STATUS_OVERLAP', { field: 'to' });
      }
      await services.audit.append(
        doneByUnit(by, 'learner.status-changed', learnerId, inWords({ ...was, to })),
      );
      return views.profile(learnerId);
    },
  };
}

/** For the log: 产假 2026-03-01 至 2026-08-31. */
const inWords = ({ status, from, to }: Pick<StatusPeriod, 'status' | 'from' | 'to'>) =>
  `${PERSONNEL_STATUSES[status]} ${from} 至 ${to ?? '长期'}`;
