import type { LearnerRow, LearnerSelf } from '@common/contract/learners';
import type { Correction, LearnerProfile, ProfileDetails, StatusPeriod } from '@common/contract/profile';
import { checkIdNo, maskIdNo } from '@common/rules/idNo';
import { FOREVER, statusOn } from '@common/rules/personnelStatus';
import { maskPhone } from '@common/rules/phone';
import type { Cipher } from '../../platform/cipher';
import type { UnitDoc } from '../regions-units/model';
import { regionName } from '../regions-units/regions';
import type { CorrectionDoc, LearnerDoc } from './model';

/** What a sealed field is bound to: it opens only in its own learner's record. */
export const sealedTo = (field: 'idNo' | 'phone', id: unknown) => `learner.${field}:${String(id)}`;

const NONE = '—';

/** `4304**********1234`; of a closed account there is none. */
export const maskedIdNo = (cipher: Cipher, { _id, idNo, closedAt }: LearnerDoc): string =>
  closedAt ? NONE : maskIdNo(cipher.open(sealedTo('idNo', _id), idNo));

/** The numbers leave masked: `4304**********1234`, `138****8000`. Of a closed account there are none. */
export function maskedNumbers(cipher: Cipher, learner: LearnerDoc) {
  const { _id, phone, closedAt } = learner;
  return {
    idNoMasked: maskedIdNo(cipher, learner),
    phoneMasked: closedAt ? NONE : maskPhone(cipher.open(sealedTo('phone', _id), phone)),
  };
}

const EMPTY_DETAILS: ProfileDetails = {
  ethnicity: null,
  email: '',
  address: '',
  position: '',
  titleSince: null,
  workStartedOn: null,
  educations: [],
  certificateNo: '',
  expertise: '',
  socialPositions: '',
  remark: '',
};

const presentApproval = ({ state, reason, submittedAt, decidedAt }: LearnerDoc['approval']) => ({
  state,
  reason: reason ?? null,
  submittedAt: submittedAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
});

const presentUnit = (unit: UnitDoc | null) =>
  unit && { id: String(unit._id), name: unit.name, regionName: regionName(unit.regionCode) };

/** What is looked up for a learner before he is presented. */
export interface Around {
  unit: UnitDoc | null;
  unitRequest: LearnerSelf['unitRequest'];
  photoUrl: string | null;
}

export function presentSelf(cipher: Cipher, learner: LearnerDoc, around: Around): LearnerSelf {
  return {
    id: String(learner._id),
    name: learner.name,
    ...maskedNumbers(cipher, learner),
    photoUrl: around.photoUrl,
    title: learner.title,
    unit: presentUnit(around.unit),
    unitRequest: around.unitRequest,
    department: learner.department,
    personnelNo: learner.personnelNo ?? null,
    approval: presentApproval(learner.approval),
  };
}

/** 人员状态, the latest first. */
export const presentStatuses = ({ statusPeriods }: LearnerDoc): StatusPeriod[] =>
  (statusPeriods ?? [])
    .map(({ _id, status, from, to, reason }) => ({ id: String(_id), status, from, to: to ?? null, reason }))
    .sort((a, b) => (a.from < b.from ? 1 : -1));

/** Everything of a learner; `unitNames` by id, those that he left included. */
export function presentProfile(
  cipher: Cipher,
  learner: LearnerDoc,
  around: Around & { unitNames: Map<string, string>; today: string },
): LearnerProfile {
  const { formerTitles = [], formerUnits = [], photoId, sex } = learner;
  const details = { ...EMPTY_DETAILS, ...learner.details };
  const idNo = checkIdNo(cipher.open(sealedTo('idNo', learner._id), learner.idNo), FOREVER);
  const statusPeriods = presentStatuses(learner);
  return {
    ...presentSelf(cipher, learner, around),
    ...details,
    sex,
    birthDate: idNo.ok ? idNo.birthDate : '',
    photoId: photoId ? String(photoId) : null,
    titles: [
      { title: learner.title, since: details.titleSince },
      ...formerTitles.map(({ title, since }) => ({ title, since: since ?? null })),
    ],
    units: [
      ...(around.unit ? [{ name: around.unit.name, from: sinceWhen(learner).toISOString(), to: null }] : []),
      ...formerUnits.map(({ unitId, from, to }) => ({
        name: around.unitNames.get(String(unitId)) ?? '',
        from: from.toISOString(),
        to: to.toISOString(),
      })),
    ],
    status: statusOn(statusPeriods, around.today),
    statusPeriods,
  };
}

const sinceWhen = ({ inUnitSince, approval }: LearnerDoc) => inUnitSince ?? approval.submittedAt;

/** What helps the decision, looked up for a page of rows. */
export interface Hints {
  photoUrl: string | null;
  sameNameInUnit: boolean;
  isDepartmentKnown: boolean;
  today: string;
}

export function presentRow(cipher: Cipher, learner: LearnerDoc, { today, ...hints }: Hints): LearnerRow {
  return {
    id: String(learner._id),
    name: learner.name,
    ...maskedNumbers(cipher, learner),
    ...hints,
    title: learner.title,
    department: learner.department,
    state: learner.approval.state,
    reason: learner.approval.reason ?? null,
    personnelNo: learner.personnelNo ?? null,
    submittedAt: learner.approval.submittedAt.toISOString(),
    status: statusOn(presentStatuses(learner), today),
  };
}

export function presentCorrection(doc: CorrectionDoc, proofUrl: string | null): Correction {
  return {
    id: String(doc._id),
    kind: doc.kind,
    before: doc.before,
    after: doc.after,
    since: doc.since ?? null,
    note: doc.note,
    proofUrl,
    state: doc.state,
    reason: doc.reason ?? null,
    submittedAt: doc.submittedAt.toISOString(),
    decidedAt: doc.decidedAt?.toISOString() ?? null,
  };
}
