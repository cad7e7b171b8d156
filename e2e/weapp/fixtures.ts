/** The people, units and classes of the tests. All invented. */
import type { ActivityRow, LearnerActivity } from '../../common/contract/activities';
import type { CreditRow, CreditSummary } from '../../common/contract/credits';
import type { OpenActivityView } from '../../common/contract/enrolments';
import type { LearnerRow, LearnerSelf } from '../../common/contract/learners';
import type { LearnerProfile } from '../../common/contract/profile';
import type { Region, UnitFound } from '../../common/contract/regionsUnits';

const id = (n: number) => n.toString(16).padStart(24, '0');
const HOUR = 3_600_000;
const now = Date.now();
const iso = (ms: number) => new Date(ms).toISOString();

export const UNITS: UnitFound[] = [
  {
    id: id(1),
    code: '43102201',
    name: '宜章县第二人民医院',
    matchedName: '岩泉镇中心卫生院',
    regionName: '湖南省 郴州市 宜章县',
  },
  {
    id: id(2),
    code: '43102202',
    name: '宜章县中医医院',
    matchedName: null,
    regionName: '湖南省 郴州市 宜章县',
  },
  {
    id: id(3),
    code: '43102203',
    name: '宜章县疾病预防控制中心',
    matchedName: null,
    regionName: '湖南省 郴州市 宜章县',
  },
];

export const REGIONS: Record<string, Region[]> = {
  '': [
    { code: '43', name: '湖南省', hasChildren: true },
    { code: '41', name: '河南省', hasChildren: true },
  ],
  '43': [
    { code: '4301', name: '长沙市', hasChildren: true },
    { code: '4310', name: '郴州市', hasChildren: true },
  ],
  '4310': [
    { code: '431002', name: '北湖区', hasChildren: false },
    { code: '431022', name: '宜章县', hasChildren: false },
  ],
};

const UNIT = { id: id(1), name: '宜章县第二人民医院', regionName: '湖南省 郴州市 宜章县' };

export const LEARNER: LearnerSelf & { unit: typeof UNIT } = {
  id: id(100),
  name: '李雷',
  idNoMasked: '4310**********0011',
  phoneMasked: '138****8000',
  photoUrl: null,
  title: 'attendingPhysician',
  unitRequest: null,
  unit: UNIT,
  department: '心内科',
  personnelNo: null,
  approval: { state: 'pending', reason: null, submittedAt: iso(now - 2 * HOUR), decidedAt: null },
};

/** Everything that LEARNER keeps. */
export const PROFILE: LearnerProfile = {
  ...LEARNER,
  sex: 'male',
  birthDate: '1990-03-07',
  photoId: null,
  ethnicity: '汉族',
  email: '',
  address: '',
  position: '',
  titleSince: '2021-07-01',
  workStartedOn: null,
  educations: [{ school: '湘南学院', level: 'bachelor', major: '临床医学', from: '2008-09', to: '2013-06' }],
  certificateNo: '',
  expertise: '',
  socialPositions: '',
  remark: '',
  titles: [{ title: 'attendingPhysician', since: '2021-07-01' }],
  units: [{ name: UNIT.name, from: iso(now - 5000 * HOUR), to: null }],
  status: 'active',
  statusPeriods: [],
};

export const ACTIVITY: LearnerActivity = {
  id: id(200),
  name: '基层心电图诊断与急救技术培训班',
  projectNumber: '2026-03-01-118 (国)',
  unitName: '宜章县第二人民医院',
  venue: '门诊楼五楼学术报告厅',
  from: iso(now - 3 * HOUR),
  to: iso(now + 5 * HOUR),
  creditClass: 'classI',
  credits: 500,
  today: true,
  checkIns: [],
  tasks: [],
  stages: [
    { name: '签到', state: 'waiting', waitingFor: '本人' },
    { name: '授分', state: 'ahead', waitingFor: null },
    { name: '审核', state: 'ahead', waitingFor: null },
  ],
};

/** To be enrolled for, in two days. */
export const OPEN_ACTIVITY: OpenActivityView = {
  id: id(210),
  name: '县域急诊急救能力提升培训班',
  projectNumber: '2026-10-01-021 (国)',
  term: 1,
  discipline: '急诊学/急诊学',
  level: 'national',
  creditClass: 'classI',
  credits: 400,
  minutes: 720,
  form: 'onSite',
  unitName: '郴州市第一人民医院',
  regionName: '湖南省 郴州市 北湖区',
  venue: '学术会议中心一楼报告厅',
  from: iso(now + 48 * HOUR),
  to: iso(now + 56 * HOUR),
  capacity: 120,
  enrolled: 118,
  distance: null,
  mine: null,
  address: '罗家井102号',
  point: { longitude: 113.02, latitude: 25.79 },
  leader: '周建国',
  periods: [{ from: iso(now + 48 * HOUR), to: iso(now + 56 * HOUR) }],
  courses: [{ name: '心肺复苏', minutes: 720, lecturer: '周建国' }],
  contact: '刘敏',
  contactPhone: '0735-2340000',
  audience: '县级医院急诊科人员',
  isOpen: true,
  waiting: 0,
};

/** Attended last week, not credited yet. */
export const ATTENDED: LearnerActivity = {
  ...ACTIVITY,
  id: id(201),
  name: '医院感染防控新进展学习班',
  projectNumber: '2026-14-02-049 (省)',
  unitName: '宜章县中医医院',
  from: iso(now - 170 * HOUR),
  to: iso(now - 162 * HOUR),
  today: false,
  credits: 300,
  checkIns: [{ courseName: '手卫生与职业防护', direction: 'in', at: iso(now - 169 * HOUR) }],
  stages: [
    { name: '签到', state: 'done', waitingFor: null },
    { name: '授分', state: 'waiting', waitingFor: '宜章县中医医院' },
    { name: '审核', state: 'ahead', waitingFor: null },
  ],
};

const credit: CreditRow = {
  id: id(300),
  activityId: id(202),
  activityDate: '2026-05-16',
  startedOn: '2026-05-15',
  endedOn: '2026-05-16',
  projectNumber: '2026-07-05-021 (国)',
  activityName: '慢性阻塞性肺疾病规范化诊疗培训班',
  unitName: '郴州市第一人民医院',
  level: 'national',
  discipline: '临床内科学/呼吸病学',
  creditClass: 'classI',
  role: 'participant',
  credits: 600,
  minutes: 1080,
  state: 'reviewed',
  reviewed: true,
  waitingFor: null,
  opinion: null,
};

export const CREDITS: CreditSummary = {
  year: new Date(now + 8 * HOUR).getUTCFullYear(),
  years: [new Date(now + 8 * HOUR).getUTCFullYear(), new Date(now + 8 * HOUR).getUTCFullYear() - 1],
  required: 2500,
  totals: { total: 1350, reviewed: 1100, pending: 250, classI: 850, classII: 500, other: 0, minutes: 2430 },
  byLevel: [
    { level: 'national', credits: 600, minutes: 1080 },
    { level: 'province', credits: 250, minutes: 450 },
    { level: 'county', credits: 500, minutes: 900 },
  ],
  items: [
    {
      ...credit,
      id: id(301),
      activityDate: '2026-11-08',
      startedOn: '2026-11-08',
      endedOn: '2026-11-08',
      activityName: '卒中急诊绿色通道建设研讨班',
      projectNumber: '2026-11-03-077 (省)',
      level: 'province',
      credits: 250,
      minutes: 450,
      state: 'pending',
      reviewed: false,
      waitingFor: '郴州市卫生健康委员会',
    },
    credit,
    {
      ...credit,
      id: id(302),
      activityDate: '2026-03-09',
      startedOn: '2026-03-09',
      endedOn: '2026-03-09',
      activityName: '院内感染监测业务学习',
      projectNumber: '2026-院-014',
      unitName: '宜章县第二人民医院',
      level: 'county',
      creditClass: 'classII',
      credits: 500,
      minutes: 900,
    },
  ],
};

/** One of those who wait for the unit's approval. */
export function applicant(n: number, part: Partial<LearnerRow> = {}): LearnerRow {
  return {
    id: id(1000 + n),
    name: `学员${n}`,
    idNoMasked: '4310**********0011',
    phoneMasked: '138****8000',
    title: 'supervisorNurse',
    department: '儿科',
    state: 'pending',
    reason: null,
    personnelNo: null,
    submittedAt: iso(now - n * HOUR),
    sameNameInUnit: false,
    photoUrl: null,
    isDepartmentKnown: true,
    status: 'active',
    ...part,
  };
}

export const row: ActivityRow = {
  id: ACTIVITY.id,
  projectNumber: ACTIVITY.projectNumber,
  term: 1,
  name: ACTIVITY.name,
  discipline: '心血管病学',
  level: 'national',
  creditClass: 'classI',
  leader: '周明',
  venue: ACTIVITY.venue,
  unitName: ACTIVITY.unitName,
  from: ACTIVITY.from,
  to: ACTIVITY.to,
  credits: 500,
  minutes: 900,
  state: 'approved',
  nature: 'entered',
  year: 2026,
  hasChange: false,
  waitingFor: null,
  note: '湖南省卫生健康委员会[审核通过]',
  submittedAt: iso(now - 700 * HOUR),
  can: [],
  version: 3,
  holding: 'within',
};
