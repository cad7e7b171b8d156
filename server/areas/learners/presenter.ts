import type { LearnerRow, LearnerSelf } from '@common/contract/learners';
import { maskIdNo } from '@common/rules/idNo';
import { maskPhone } from '@common/rules/phone';
import type { Cipher } from '../../platform/cipher';
import type { UnitDoc } from '../regions-units/model';
import { regionName } from '../regions-units/regions';
import type { LearnerDoc } from './model';

/** What a sealed field is bound to: it opens only in its own learner's record. */
export const sealedTo = (field: 'idNo' | 'phone', id: unknown) => `learner.${field}:${String(id)}`;

/** The numbers leave masked: `4304**********1234`, `138****8000`. */
export function maskedNumbers(cipher: Cipher, learner: LearnerDoc) {
  return {
    idNoMasked: maskIdNo(cipher.open(sealedTo('idNo', learner._id), learner.idNo)),
    phoneMasked: maskPhone(cipher.open(sealedTo('phone', learner._id), learner.phone)),
  };
}

export function presentSelf(cipher: Cipher, learner: LearnerDoc, unit: UnitDoc): LearnerSelf {
  const { approval } = learner;
  return {
    id: String(learner._id),
    name: learner.name,
    ...maskedNumbers(cipher, learner),
    title: learner.title,
    unit: { id: String(unit._id), name: unit.name, regionName: regionName(unit.regionCode) },
    department: learner.department,
    personnelNo: learner.personnelNo ?? null,
    approval: {
      state: approval.state,
      reason: approval.reason ?? null,
      submittedAt: approval.submittedAt.toISOString(),
      decidedAt: approval.decidedAt?.toISOString() ?? null,
    },
  };
}

export function presentRow(cipher: Cipher, learner: LearnerDoc, sameNameInUnit: boolean): LearnerRow {
  return {
    id: String(learner._id),
    name: learner.name,
    ...maskedNumbers(cipher, learner),
    title: learner.title,
    department: learner.department,
    state: learner.approval.state,
    reason: learner.approval.reason ?? null,
    personnelNo: learner.personnelNo ?? null,
    submittedAt: learner.approval.submittedAt.toISOString(),
    sameNameInUnit,
  };
}
