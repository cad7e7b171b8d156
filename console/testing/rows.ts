import type { Me } from '@common/contract/accounts';
import type { ActivityView } from '@common/contract/activities';
import type { AdministratorRow } from '@common/contract/administrators';
import type { CreditingRow } from '@common/contract/crediting';
import type { LearnerRow } from '@common/contract/learners';
import type { TransferRow } from '@common/contract/transfers';
import { codesOf, PERMISSIONS } from '@common/terms';

/** 漯河市卫生健康委员会, which reviews what the unit grants. */
export const AUTHORITY = { id: 'a'.repeat(24), code: '411100', name: '漯河市卫生健康委员会' };

/** One who may do everything. */
export const MANAGER = { id: 'c'.repeat(24), name: '王芳', permissions: codesOf(PERMISSIONS) };

/** An account of a unit, with one who may do everything. */
export const unitMe: Me = {
  roles: ['unit'],
  mustChangePassword: false,
  accountName: '976811',
  learner: null,
  unit: { id: 'b'.repeat(24), code: '976811', name: '漯河市中心医院', regionName: '河南省 漯河市' },
  authority: null,
  administrator: MANAGER,
  needsAdministrator: false,
};
/** The same unit with one who may only look. */
export const readerMe: Me = {
  ...unitMe,
  administrator: { id: 'd'.repeat(24), name: '赵敏', permissions: [] },
};
/** The account of `AUTHORITY`. */
export const authorityMe: Me = {
  ...unitMe,
  roles: ['authority'],
  accountName: '411100',
  unit: null,
  authority: AUTHORITY,
};

/** An activity of one day that has been held. */
export const activityOf = (some: Partial<ActivityView> = {}): ActivityView => ({
  id: '1'.repeat(24),
  projectNumber: '2020-14-02-049 (国)',
  term: 1,
  name: '外科护理学新进展与安全管理学习班',
  discipline: '护理学/外科护理学',
  level: 'national',
  creditClass: 'classI',
  leader: '李雪梅',
  venue: '门诊楼六楼学术报告厅',
  unitName: '漯河市中心医院',
  from: '2026-07-20T00:00:00.000Z',
  to: '2026-07-20T10:00:00.000Z',
  credits: 200,
  minutes: 360,
  state: 'approved',
  holding: 'after',
  courses: [{ id: '2'.repeat(24), name: '围手术期护理', minutes: 360, lecturer: '李雪梅' }],
  periods: [{ from: '2026-07-20T00:00:00.000Z', to: '2026-07-20T10:00:00.000Z' }],
  qrPeriodSeconds: 5,
  ...some,
});

/** A batch that waits for `AUTHORITY`. */
export const batchOf = (some: Partial<CreditingRow> = {}): CreditingRow => ({
  id: '3'.repeat(24),
  activityId: '1'.repeat(24),
  activityName: '外科护理学新进展与安全管理学习班',
  projectNumber: '2020-14-02-049 (国)',
  unitName: '漯河市中心医院',
  creditClass: 'classI',
  creditsEach: 200,
  persons: 5,
  activityDate: '2026-07-20',
  state: 'waiting',
  grantedAt: '2026-07-20T11:00:00.000Z',
  grantedBy: '漯河市中心医院',
  reviewedAt: null,
  reviewedBy: null,
  waitingFor: AUTHORITY.name,
  ...some,
});

/** A learner whom nobody has decided on. */
export const learnerOf = (some: Partial<LearnerRow> = {}): LearnerRow => ({
  id: '4'.repeat(24),
  name: '韩雪',
  idNoMasked: '4111**********1205',
  phoneMasked: '138****8020',
  title: 'nurse',
  department: '新生儿科',
  state: 'pending',
  reason: null,
  personnelNo: null,
  submittedAt: '2026-07-19T01:00:00.000Z',
  sameNameInUnit: false,
  photoUrl: null,
  isDepartmentKnown: true,
  status: 'active',
  ...some,
});

/** A 调动 that the learner asked for and this unit, the old one, has to release. */
export const transferOf = (some: Partial<TransferRow> = {}): TransferRow => ({
  id: '6'.repeat(24),
  state: 'requested',
  fromUnitName: '漯河市中心医院',
  toUnitName: '舞阳县中医院',
  note: '',
  requestedBy: 'learner',
  startedAt: '2026-07-18T01:00:00.000Z',
  releasedAt: null,
  admittedAt: null,
  learnerId: '4'.repeat(24),
  name: '许雅琴',
  idNoMasked: '4111**********1205',
  title: 'nurse',
  department: '新生儿科',
  side: 'out',
  can: ['release', 'cancel'],
  ...some,
});

/** `MANAGER` in the list of the unit's administrators. */
export const administratorOf = (some: Partial<AdministratorRow> = {}): AdministratorRow => ({
  ...MANAGER,
  phoneMasked: '139****0001',
  isConfirmed: true,
  isSelf: true,
  lastSignInAt: '2026-07-19T01:00:00.000Z',
  ...some,
});
