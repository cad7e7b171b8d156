import type { DepartmentRow } from '@common/contract/regionsUnits';
import { plainText } from '@common/rules/plainText';
import { type ClientSession, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { Services } from '../services';
import type { By } from './authorities';
import { type DepartmentDoc, departmentModel } from './model';

/** 科室: the unit's list in its order. Learners hold the name, so a rename or merge takes them along in one transaction. */
export interface Departments {
  /** The list with its people, then what learners typed and the unit has not listed. */
  listDepartments(unitId: string): Promise<DepartmentRow[]>;
  /** The names of the list, in order. */
  departmentNames(unitId: string): Promise<string[]>;
  /** @throws AppError DEPARTMENT_EXISTS. */
  createDepartment(unitId: string, name: string, by: By): Promise<void>;
  /** @throws AppError NOT_FOUND, DEPARTMENT_EXISTS. */
  renameDepartment(unitId: string, given: { departmentId: string; name: string }, by: By): Promise<void>;
  /** Those not named follow behind in their order; others' are ignored. */
  sortDepartments(unitId: string, departmentIds: string[]): Promise<void>;
  /** Departments by name, listed or typed, become one of the list. @throws AppError NOT_FOUND. */
  mergeDepartments(unitId: string, given: { from: string[]; intoId: string }, by: By): Promise<void>;
  /** @throws AppError NOT_FOUND, DEPARTMENT_IN_USE. */
  removeDepartment(unitId: string, departmentId: string, by: By): Promise<void>;
}

const ofUnit = (unitId: string) => ({ unitId: new Types.ObjectId(unitId) });

export function createDepartments({ mongo }: Platform, services: Services): Departments {
  const Department = departmentModel(mongo);

  const listed = async (unitId: string, session?: ClientSession): Promise<DepartmentDoc[]> =>
    Department.find(ofUnit(unitId))
      .session(session ?? null)
      .sort({ order: 1, _id: 1 })
      .lean();

  async function find(unitId: string, departmentId: string, session?: ClientSession): Promise<DepartmentDoc> {
    const found = await Department.findOne({ _id: departmentId, ...ofUnit(unitId) })
      .session(session ?? null)
      .lean();
    if (!found) {
      throw appError('NOT_FOUND', { message: '没有找到该科室，请刷新后重试' });
    }
    return found;
  }

  const log = async (unitId: string, action: string, reason: string, by: By) =>
    services.audit.append({ ...by, action, subject: `unit:${unitId}`, reason });

  const refuseDuplicate = (error: unknown): never => {
    throw isDuplicate(error) ? appError('DEPARTMENT_EXISTS', { field: 'name' }) : error;
  };

  return {
    async listDepartments(unitId) {
      const [list, counts] = await Promise.all([listed(unitId), services.learners.departmentCounts(unitId)]);
      const countOf = new Map(counts.map((count) => [count.name, count]));
      const typed = counts.filter(({ name }) => name && !list.some((department) => department.name === name));
      return [...list.map(({ _id, name }) => ({ id: String(_id), name })), ...typed].map((department) => {
        const { approved = 0, pending = 0 } = countOf.get(department.name) ?? {};
        return { id: 'id' in department ? department.id : null, name: department.name, approved, pending };
      });
    },
    departmentNames: async (unitId) => (await listed(unitId)).map(({ name }) => name),
    async createDepartment(unitId, given, by) {
      const name = plainText(given);
      const last = await Department.findOne(ofUnit(unitId)).sort({ order: -1 }).lean();
      await Department.create({ ...ofUnit(unitId), name, order: (last?.order ?? 0) + 1 }).catch(
        refuseDuplicate,
      );
      await log(unitId, 'department.created', name, by);
    },
    async renameDepartment(unitId, { departmentId, name: given }, by) {
      const name = plainText(given);
      let before = '';
      await mongo
        .transaction(async (session) => {
          before = (await find(unitId, departmentId, session)).name;
          await Department.updateOne({ _id: departmentId }, { $set: { name } }, { session });
          await services.learners.renameDepartments(unitId, [before], name, session);
        })
        .catch(refuseDuplicate);
      await log(unitId, 'department.renamed', `${before} → ${name}`, by);
    },
    async sortDepartments(unitId, departmentIds) {
      const list = await listed(unitId);
      const place = new Map(departmentIds.map((id, at) => [id, at]));
      const placeOf = ({ _id }: DepartmentDoc) => place.get(String(_id)) ?? departmentIds.length;
      const sorted = [...list].sort((a, b) => placeOf(a) - placeOf(b));
      if (sorted.length > 0) {
        await Department.bulkWrite(
          sorted.map(({ _id }, at) => ({
            updateOne: { filter: { _id }, update: { $set: { order: at + 1 } } },
          })),
        );
      }
    },
    async mergeDepartments(unitId, { from, intoId }, by) {
      let merged: string[] = [];
      let into = '';
      await mongo.transaction(async (session) => {
        into = (await find(unitId, intoId, session)).name;
        merged = from.filter((name) => name !== into);
        await services.learners.renameDepartments(unitId, merged, into, session);
        await Department.deleteMany({ ...ofUnit(unitId), name: { $in: merged } }, { session });
      });
      await log(unitId, 'department.merged', `${merged.join('、')} → ${into}`, by);
    },
    async removeDepartment(unitId, departmentId, by) {
      const { name } = await find(unitId, departmentId);
      const people = (await services.learners.departmentCounts(unitId)).find((count) => count.name === name);
      if (people && people.approved + people.pending > 0) {
        throw appError('DEPARTMENT_IN_USE');
      }
      await Department.deleteOne({ _id: departmentId, ...ofUnit(unitId) });
      await log(unitId, 'department.removed', name, by);
    },
  };
}
