import type { ParsedInputOf } from '@common/contract/endpoint';
import type { LearnerRow, learners } from '@common/contract/learners';
import { checkIdNo, normaliseIdNo } from '@common/rules/idNo';
import { normaliseName } from '@common/rules/personName';
import { isPersonnelNo } from '@common/rules/personnelNo';
import { FOREVER } from '@common/rules/personnelStatus';
import { dayOf } from '@common/rules/shanghaiTime';
import type { PersonnelStatus } from '@common/terms';
import type { QueryFilter } from 'mongoose';
import type { Platform } from '../../platform';
import { literally, pageOf } from '../../platform/mongo';
import type { Services } from '../services';
import { type LearnerDoc, learnerModel } from './model';
import type { Photos } from './photos';
import { ofUnit } from './policy';
import { presentRow } from './presenter';
import { overlapping } from './statuses';

export type ListQuery = ParsedInputOf<typeof learners.listLearners>;

/** 人员信息审核列表 of a unit: who submitted first comes first. `asOf` is the moment that it shows. */
export function createList({ mongo, cipher, clock }: Platform, services: Services, photos: Photos) {
  const Learner = learnerModel(mongo);

  function searchBy(q: string): QueryFilter<LearnerDoc> {
    const number = normaliseIdNo(q);
    if (isPersonnelNo(number)) {
      return { personnelNo: number };
    }
    if (checkIdNo(q, FOREVER).ok) {
      return { idNoHash: cipher.hash('idNo', number) };
    }
    return q ? { name: { ...literally(normaliseName(q)), $options: 'i' } } : {};
  }

  return async function list(
    unitId: string,
    { state, q, department, status, page, pageSize }: ListQuery,
  ): Promise<{ items: LearnerRow[]; total: number; asOf: string }> {
    const now = clock.now();
    const today = dayOf(now);
    const filter = {
      ...ofUnit(unitId),
      ...(state !== 'all' && { 'approval.state': state }),
      ...(department && { department }),
      ...(status !== 'all' && withStatus(status, today)),
      ...searchBy(q),
    };
    const [{ rows, total }, known] = await Promise.all([
      pageOf(Learner, filter, { 'approval.submittedAt': 1, _id: 1 }, { page, pageSize }, '+idNo +phone'),
      services.regionsUnits.departmentNames(unitId),
    ]);
    const names = await Learner.aggregate<{ _id: string; count: number }>([
      { $match: { ...ofUnit(unitId), name: { $in: rows.map((row) => row.name) } } },
      { $group: { _id: '$name', count: { $sum: 1 } } },
    ]);
    const shared = new Set(names.filter(({ count }) => count > 1).map(({ _id }) => _id));
    const items = rows.map((row) =>
      presentRow(cipher, row, {
        photoUrl: photos.url(row.photoId),
        sameNameInUnit: shared.has(row.name),
        isDepartmentKnown: isKnown(row.department, known),
        today,
      }),
    );
    return { items, total, asOf: new Date(now).toISOString() };
  };
}

/** Whether a department is one of the unit's; that none was filled in is nothing to look into. */
export const isKnown = (department: string, known: readonly string[]) =>
  department === '' || known.includes(department);

/** `statusOn` as a query. */
function withStatus(status: PersonnelStatus, today: string): QueryFilter<LearnerDoc> {
  const holds = overlapping(today, today);
  return {
    statusPeriods:
      status === 'active' ? { $not: { $elemMatch: holds } } : { $elemMatch: { status, ...holds } },
  };
}
