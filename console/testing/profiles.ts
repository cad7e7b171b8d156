import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import type { Correction } from '@common/contract/profile';

export type LearnerDetail = OutputOf<Contract['learners']['learnerDetail']>;
export type CorrectionRow = OutputOf<Contract['learners']['listCorrections']>['items'][number];

/** Everything of the learner of `learnerOf`, whom nobody has decided on. */
export const detailOf = (some: Partial<LearnerDetail> = {}): LearnerDetail => ({
  id: '4'.repeat(24),
  name: '韩雪',
  idNoMasked: '4111**********1205',
  sex: 'female',
  birthDate: '1990-05-12',
  photoUrl: null,
  photoId: null,
  phoneMasked: '138****8020',
  title: 'nurse',
  department: '新生儿科',
  unit: { id: 'b'.repeat(24), name: '漯河市中心医院', regionName: '河南省 漯河市' },
  unitRequest: null,
  personnelNo: null,
  approval: { state: 'pending', reason: null, submittedAt: '2026-07-19T01:00:00.000Z', decidedAt: null },
  titles: [{ title: 'nurse', since: '2020-06-01' }],
  units: [{ name: '漯河市中心医院', from: '2026-07-19T01:00:00.000Z', to: null }],
  status: 'active',
  statusPeriods: [],
  ethnicity: '汉族',
  email: '',
  address: '',
  position: '',
  titleSince: '2020-06-01',
  workStartedOn: null,
  educations: [],
  certificateNo: '',
  expertise: '',
  socialPositions: '',
  remark: '',
  sameName: [],
  isDepartmentKnown: true,
  corrections: [],
  ...some,
});

/** A 职称变更 that waits for the unit. */
export const correctionOf = (some: Partial<Correction> = {}): Correction => ({
  id: '7'.repeat(24),
  kind: 'title',
  before: 'nurse',
  after: 'seniorNurse',
  since: '2026-05-01',
  note: '',
  proofUrl: '/api/photos/proof',
  state: 'waiting',
  reason: null,
  submittedAt: '2026-07-19T01:00:00.000Z',
  decidedAt: null,
  ...some,
});

/** The same in the unit's list. */
export const correctionRowOf = (some: Partial<CorrectionRow> = {}): CorrectionRow => ({
  ...correctionOf(some),
  learnerId: '4'.repeat(24),
  name: '韩雪',
  department: '新生儿科',
  idNoMasked: '4111**********1205',
  ...some,
});
