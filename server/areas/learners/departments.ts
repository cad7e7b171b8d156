import { type ClientSession, Types } from 'mongoose';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { learnerModel } from './model';
import { type ByUnit, doneByUnit, ofUnit } from './policy';

/** 科室 as the learners of a unit have it; the unit's own list is `regions-units`'. */
export interface Departments {
  /** Every department that somebody of the unit has, with how many; those without one are not counted. */
  departmentCounts(unitId: string): Promise<{ name: string; approved: number; pending: number }[]>;
  /** Whoever is in one of these departments is in `to` from now on. */
  renameDepartments(unitId: string, from: string[], to: string, session: ClientSession): Promise<void>;
  /** Puts people of the unit into a department; others' ids are left out. Answers how many changed. */
  assignDepartment(by: ByUnit, given: { learnerIds: string[]; department: string }): Promise<number>;
}

export function createDepartments({ mongo }: Platform, services: Services): Departments {
  const Learner = learnerModel(mongo);
  const inState = (state: string) => ({ $sum: { $cond: [{ $eq: ['$approval.state', state] }, 1, 0] } });

  return {
    async departmentCounts(unitId) {
      const counts = await Learner.aggregate<{ _id: string; approved: number; pending: number }>([
        { $match: { ...ofUnit(unitId), department: { $ne: '' } } },
        { $group: { _id: '$department', approved: inState('approved'), pending: inState('pending') } },
        { $sort: { _id: 1 } },
      ]);
      return counts.map(({ _id, approved, pending }) => ({ name: _id, approved, pending }));
    },
    async renameDepartments(unitId, from, to, session) {
      await Learner.updateMany(
        { unitId: new Types.ObjectId(unitId), department: { $in: from } },
        { $set: { department: to } },
        { session },
      );
    },
    async assignDepartment(by, { learnerIds, department }) {
      const elsewhere = { ...ofUnit(by.unitId), department: { $ne: department } };
      const found = await Learner.find({ ...elsewhere, _id: { $in: learnerIds } }, { _id: 1 }).lean();
      const changed: Types.ObjectId[] = [];
      for (const { _id } of found) {
        const { modifiedCount } = await Learner.updateOne({ ...elsewhere, _id }, { $set: { department } });
        if (modifiedCount === 1) {
          changed.push(_id);
        }
      }
      if (changed.length > 0) {
        await services.audit.append(
          ...changed.map((_id) => doneByUnit(by, 'learner.department-assigned', _id, department)),
        );
      }
      return changed.length;
    },
  };
}
