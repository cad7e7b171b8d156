import type { Me } from '@common/contract/accounts';
import type { ActivityView } from '@common/contract/activities';
import type { CreditingRow } from '@common/contract/crediting';
import type { LearnerRow } from '@common/contract/learners';

/** 漯河市卫生健康委员会, which reviews what the unit grants. */
export const AUTHORITY = { id: 'a'.repeat(24), code: '411100', name: '漯河市卫生健康委员会' };

/** An account of a unit. */
export const unitMe: Me = {
  roles: ['unit'],
  mustChangePassword: false,
  accountName: '976811',
  learner: null,
  unit: { id: 'b'.repeat(24), code: '976811', name: '漯河市中心医院', regionName: '河南省 漯河市' },
  authority: null,
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
  ...some,
});
