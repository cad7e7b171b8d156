import type { Me } from '@common/contract/accounts';
import type { ActivityView } from '@common/contract/activities';
import type { AdministratorRow } from '@common/contract/administrators';
import type { UnitProjectRow } from '@common/contract/catalogue';
import type { CreditingRow } from '@common/contract/crediting';
import type { DocumentRow } from '@common/contract/documents';
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
  unit: {
    id: 'b'.repeat(24),
    code: '976811',
    name: '漯河市中心医院',
    regionCode: '411102',
    regionName: '河南省 漯河市',
  },
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

/** One course of the whole activity, with a lecturer who has a 人员编号. */
export const courseOf = (some: Partial<ActivityView['courses'][number]> = {}) => ({
  id: '2'.repeat(24),
  name: '围手术期护理',
  minutes: 360,
  lecturer: '李雪梅',
  lecturers: [
    {
      name: '李雪梅',
      personnelNo: '1000000013',
      title: 'chiefNurse' as const,
      unitName: '漯河市中心医院',
    },
  ],
  ...some,
});

/** The 会议通知 of an activity. */
export const documentOf = (some: Partial<DocumentRow> = {}): DocumentRow => ({
  id: '8'.repeat(24),
  kind: 'notice',
  name: '会议通知（盖章）.pdf',
  bytes: 1_258_291,
  type: 'application/pdf',
  uploadedAt: '2026-06-30T01:00:00.000Z',
  ...some,
});

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
  nature: 'entered',
  year: 2026,
  hasChange: false,
  waitingFor: null,
  note: '漯河市卫生健康委员会[审核通过]',
  submittedAt: '2026-07-01T01:00:00.000Z',
  can: [],
  version: 3,
  courses: [courseOf()],
  periods: [{ from: '2026-07-20T00:00:00.000Z', to: '2026-07-20T10:00:00.000Z' }],
  qrPeriodSeconds: 5,
  address: '漯河市人民东路56号',
  point: null,
  capacity: 200,
  contact: '李雪梅',
  contactPhone: '13803950000',
  registration: { expectedPersons: 120, audience: '全市外科护理人员', remark: '' },
  documents: [documentOf(), documentOf({ id: '9'.repeat(24), kind: 'schedule', name: '会议日程.pdf' })],
  missing: [],
  projectMinutes: 360,
  steps: [
    { step: 'unit', ownerName: '漯河市中心医院', state: 'done' },
    { step: 'city', ownerName: AUTHORITY.name, state: 'done' },
  ],
  moves: [],
  change: null,
  ...some,
});

/** A batch that waits for `AUTHORITY`. */
export const batchOf = (some: Partial<CreditingRow> = {}): CreditingRow => ({
  id: '3'.repeat(24),
  activityId: '1'.repeat(24),
  activityName: '外科护理学新进展与安全管理学习班',
  projectNumber: '2020-14-02-049 (国)',
  term: 1,
  unitName: '漯河市中心医院',
  kind: 'participants',
  creditClass: 'classI',
  creditsEach: 200,
  persons: 5,
  revokedPersons: 0,
  exceptedPersons: 0,
  activityDate: '2026-07-20',
  state: 'waiting',
  progress: null,
  grantedAt: '2026-07-20T11:00:00.000Z',
  grantedBy: '漯河市中心医院',
  reviewedAt: null,
  reviewedBy: null,
  returnReason: null,
  waitingFor: AUTHORITY.name,
  reviewDueOn: '2026-08-03',
  daysLeft: 14,
  isManual: false,
  can: [],
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

/** A project of the unit in 选择录入, of which it has held one term. */
export const projectOf = (some: Partial<UnitProjectRow> = {}): UnitProjectRow => ({
  id: '5'.repeat(24),
  number: '2020-14-02-049 (国)',
  year: 2026,
  name: '外科护理学新进展与安全管理学习班',
  discipline: '护理学/外科护理学',
  level: 'national',
  nature: 'entered',
  creditClass: 'classI',
  form: 'onSite',
  leader: '李雪梅',
  minutes: 360,
  credits: 200,
  unitName: '漯河市中心医院',
  terms: [1],
  canRemove: false,
  ...some,
});

/** An activity that was just added: one total course, and nothing else. */
export const draftActivityOf = (some: Partial<ActivityView> = {}): ActivityView =>
  activityOf({
    state: 'draft',
    can: ['submit', 'remove'],
    holding: 'none',
    note: '',
    submittedAt: null,
    version: 0,
    venue: '',
    address: '',
    capacity: 0,
    contact: '',
    contactPhone: '',
    registration: { expectedPersons: 0, audience: '', remark: '' },
    from: null,
    to: null,
    courses: [courseOf({ lecturers: [], lecturer: '' })],
    periods: [],
    documents: [],
    missing: [
      { field: 'venue', message: '请填写会场' },
      { field: 'periods', message: '请添加举办周期' },
      { field: 'documents.notice', message: '请上传带红章的会议通知扫描（拍照）图片' },
    ],
    ...some,
  });
