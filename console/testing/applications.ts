import type {
  ApplicationForm,
  ApplicationRow,
  ApplicationView,
  WindowRow,
} from '@common/contract/applications';

/** 申报时间 of 2027's 市级 projects, open. */
export const windowOf = (some: Partial<WindowRow> = {}): WindowRow => ({
  id: '8'.repeat(24),
  kind: 'application',
  level: 'city',
  year: 2027,
  from: '2026-11-01',
  to: '2099-12-31',
  note: '',
  authorityName: '漯河市卫生健康委员会',
  state: 'open',
  isOwn: false,
  ...some,
});

/** A form in which nothing is missing. */
export const FORM: ApplicationForm = {
  basics: {
    name: '加速康复外科护理新进展学习班',
    discipline: '1402',
    form: 'onSite',
    place: '漯河市中心医院学术报告厅',
    from: '2027-05-10',
    to: '2027-05-11',
    terms: 1,
    persons: 120,
    audience: '各级医疗机构护理人员',
    minutes: 720,
  },
  content: {
    purpose: '推广加速康复外科理念',
    outline: '围手术期护理要点',
    background: '',
    effect: '掌握围手术期护理规范',
  },
  leader: {
    name: '李雪梅',
    title: 'chiefNurse',
    specialty: '外科护理学',
    phone: '0395-2124567',
    department: '护理部',
    education: '',
    experience: '',
  },
  courses: [
    {
      name: '围手术期护理',
      minutes: 720,
      lecturers: [{ name: '李雪梅', personnelNo: '', title: 'chiefNurse', unitName: '漯河市中心医院' }],
    },
  ],
  organiser: {
    contact: '张敏',
    phone: '0395-2124568',
    address: '漯河市人民东路54号',
    email: '',
    partners: '',
    remark: '',
  },
};

/** A draft of the unit's. */
export const applicationOf = (some: Partial<ApplicationRow> = {}): ApplicationRow => ({
  id: '9'.repeat(24),
  kind: 'application',
  level: 'city',
  year: 2027,
  name: FORM.basics.name,
  discipline: '护理学/外科护理学',
  leader: '李雪梅',
  unitName: '漯河市中心医院',
  minutes: 720,
  credits: 400,
  projectNumber: null,
  updatedAt: '2026-11-20T02:00:00.000Z',
  state: 'draft',
  waitingFor: null,
  note: '',
  submittedAt: null,
  can: ['submit', 'remove'],
  version: 3,
  ...some,
});

/** The same with its form; nothing has been decided. */
export const applicationViewOf = (some: Partial<ApplicationView> = {}): ApplicationView => ({
  ...applicationOf(),
  form: FORM,
  missing: [],
  steps: [],
  moves: [],
  opinions: [],
  ...some,
});

/** The chain while the city's authority has it. */
export const STEPS: ApplicationView['steps'] = [
  { step: 'unit', ownerName: '漯河市中心医院', state: 'done' },
  { step: 'city', ownerName: '漯河市卫生健康委员会', state: 'waiting' },
];
