/** People of a unit, for tests of the administration. All invented. */
import type { InputOf, OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import type { LearnerRow } from '@common/contract/learners';
import { LEARNER } from './fakeServer';

const SUBMITTED = '2026-11-21T00:00:00.000Z';
/** When the lists of these tests are read. */
export const AS_OF = '2026-11-21T01:00:00.000Z';

export const idOf = (n: number) => n.toString(16).padStart(24, '0');

/** The n-th of the list of 人员信息审核. */
export function learnerRow(n: number, part: Partial<LearnerRow> = {}): LearnerRow {
  return {
    id: idOf(n),
    name: `学员${n}`,
    idNoMasked: LEARNER.idNoMasked,
    phoneMasked: LEARNER.phoneMasked,
    photoUrl: null,
    title: 'nurse',
    department: '',
    state: 'pending',
    reason: null,
    personnelNo: null,
    submittedAt: SUBMITTED,
    sameNameInUnit: false,
    isDepartmentKnown: true,
    status: 'active',
    ...part,
  };
}

/** All that the n-th filled in. */
export function personDetail(
  n: number,
  part: Partial<OutputOf<Contract['learners']['learnerDetail']>> = {},
): OutputOf<Contract['learners']['learnerDetail']> {
  return {
    id: idOf(n),
    name: `学员${n}`,
    idNoMasked: LEARNER.idNoMasked,
    phoneMasked: LEARNER.phoneMasked,
    sex: 'female',
    birthDate: '1990-03-07',
    photoUrl: null,
    photoId: null,
    title: 'nurse',
    department: '儿科',
    unit: LEARNER.unit,
    unitRequest: null,
    personnelNo: null,
    approval: { state: 'pending', reason: null, submittedAt: SUBMITTED, decidedAt: null },
    titles: [{ title: 'nurse', since: null }],
    units: [{ name: '宜章县第二人民医院', from: SUBMITTED, to: null }],
    status: 'active',
    statusPeriods: [],
    ethnicity: '苗族',
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
    sameName: [],
    isDepartmentKnown: true,
    corrections: [],
    ...part,
  };
}

/** One page of a list, as the server cuts it. */
export function pageOf<T>(all: readonly T[], { page, pageSize }: { page?: unknown; pageSize?: unknown }) {
  const [at, size] = [Number(page), Number(pageSize)];
  return { items: all.slice((at - 1) * size, at * size), total: all.length, page: at, pageSize: size };
}

export type DecideInput = InputOf<Contract['learners']['decide']>;
export type DecideOutput = OutputOf<Contract['learners']['decide']>;
