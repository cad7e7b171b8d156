import type { CreditableRow, CreditingPerson, CreditingView, LecturerRow } from '@common/contract/crediting';
import { savedOf } from './analyses';
import { batchOf } from './rows';

/** The batch of `batchOf` on its own page. */
export const creditingOf = (some: Partial<CreditingView> = {}): CreditingView => ({
  ...batchOf(),
  analysis: savedOf(),
  doubts: [{ kind: 'sharedDevice', persons: 2 }],
  units: [
    { name: '漯河市中心医院', persons: 3 },
    { name: '舞阳县中医院', persons: 2 },
  ],
  titles: [{ title: 'nurse', persons: 5 }],
  faults: [],
  moves: [{ at: '2026-07-20T11:00:00.000Z', byName: '王芳', move: 'granted', reason: '' }],
  ...some,
});

/** 韩雪, who was granted to. */
export const creditedOf = (some: Partial<CreditingPerson> = {}): CreditingPerson => ({
  learnerId: '4'.repeat(24),
  name: '韩雪',
  idNoMasked: '4111**********1205',
  personnelNo: '1000000021',
  unitName: '舞阳县中医院',
  department: '新生儿科',
  title: 'nurse',
  state: 'granted',
  credits: 200,
  minutes: 360,
  swipes: [1, 0],
  exam: 'passed',
  isEvaluated: true,
  doubts: ['sharedDevice'],
  reason: null,
  byName: null,
  ...some,
});

/** The activity of `activityOf`, of which nobody has been credited. */
export const creditableOf = (some: Partial<CreditableRow> = {}): CreditableRow => ({
  activityId: '1'.repeat(24),
  projectNumber: '2020-14-02-049 (国)',
  term: 1,
  name: '外科护理学新进展与安全管理学习班',
  from: '2026-07-20T00:00:00.000Z',
  to: '2026-07-20T10:00:00.000Z',
  creditClass: 'classI',
  credits: 200,
  attended: 5,
  analyses: 1,
  credited: 0,
  grantable: 3,
  dueOn: '2026-08-03',
  daysLeft: 9,
  ...some,
});

/** 李雪梅, who gave the whole course. */
export const lecturerOf = (some: Partial<LecturerRow> = {}): LecturerRow => ({
  learnerId: '6'.repeat(24),
  personnelNo: '1000000013',
  name: '李雪梅',
  unitName: '漯河市中心医院',
  title: 'chiefNurse',
  courses: [{ name: '围手术期护理', minutes: 360 }],
  minutes: 360,
  credits: 1000,
  isCredited: false,
  obstacle: null,
  ...some,
});
