/** Demo data that resembles the manuals. Every person and number is invented; the check digits hold. */
import type { CheckInRules } from '@common/contract/checkInRules';
import { CHECK_IN_RULES, CHECK_IN_WAYS, ownRules } from '@common/rules/checkInRules';
import { idNoCheckDigit } from '@common/rules/idNo';
import type { Permission, RegionLevel, Title } from '@common/terms';
import type { RegionSettings } from '../areas/regions-units/model';

interface DemoAuthority {
  code: string;
  name: string;
  level: RegionLevel;
  regionCode: string;
  password: string;
  settings?: RegionSettings;
}
interface DemoUnit {
  code: string;
  name: string;
  regionCode: string;
  aliases?: string[];
  formerNames?: string[];
  formerRegionCodes?: string[];
  password?: string;
}

/** 考勤设置 of an authority that takes check-ins in this way. */
function settingsOf(rules: CheckInRules): RegionSettings {
  const { qrPeriodSeconds, ...checkIn } = ownRules(rules, CHECK_IN_RULES);
  return { ...(qrPeriodSeconds && { qrPeriodSeconds }), checkIn };
}

export const AUTHORITIES: DemoAuthority[] = [
  {
    code: '000000',
    name: '国家卫生健康委员会',
    level: 'nation',
    regionCode: '',
    password: 'Guojia#6294wj',
  },
  {
    code: '410000',
    name: '河南省卫生健康委员会',
    level: 'province',
    regionCode: '41',
    password: 'Henan#8842zk',
  },
  {
    code: '411100',
    name: '漯河市卫生健康委员会',
    level: 'city',
    regionCode: '4111',
    password: 'Luohe#5169ws',
    settings: { annualCredits: 2500, qrPeriodSeconds: 5 },
  },
  {
    code: '411121',
    name: '舞阳县卫生健康委员会',
    level: 'county',
    regionCode: '411121',
    password: 'Wuyang#8350wj',
  },
  {
    code: '430000',
    name: '湖南省卫生健康委员会',
    level: 'province',
    regionCode: '43',
    password: 'Hunan#7305kj',
  },
  {
    code: '320000',
    name: '江苏省卫生健康委员会',
    level: 'province',
    regionCode: '32',
    password: 'Jiangsu#4417jj',
    settings: settingsOf(CHECK_IN_WAYS.jiangsu.rules),
  },
  {
    code: '350000',
    name: '福建省卫生健康委员会',
    level: 'province',
    regionCode: '35',
    password: 'Fujian#9026kj',
    settings: settingsOf(CHECK_IN_WAYS.fujian.rules),
  },
];

export const HOST_UNIT = '976811';
export const UNITS: DemoUnit[] = [
  {
    code: HOST_UNIT,
    name: '漯河市中心医院',
    regionCode: '411102',
    formerNames: ['漯河市第一人民医院'],
    password: 'Zhongxin#3827',
  },
  { code: '976812', name: '舞阳县中医院', regionCode: '411121', password: 'Wuyang#6150zy' },
  {
    code: '976813',
    name: '漯河医学高等专科学校第二附属医院',
    regionCode: '411103',
    aliases: ['漯河医专二附院'],
  },
  { code: '976814', name: '漯河市疾病预防控制中心', regionCode: '411102', aliases: ['漯河市疾控中心'] },
  { code: '976815', name: '临颍县人民医院', regionCode: '411122' },
  { code: '976816', name: '漯河市召陵区人民医院', regionCode: '411104' },
  { code: '410105', name: '郑州大学第二附属医院', regionCode: '410105', aliases: ['郑大二附院'] },
  { code: '936301', name: '娄底市中心医院', regionCode: '431302' },
  {
    code: '936302',
    name: '宜章县第二人民医院',
    regionCode: '431022',
    aliases: ['岩泉镇中心卫生院'],
    password: 'Yanquan#4471',
  },
  { code: '936303', name: '黎托乡卫生院', regionCode: '430111', formerRegionCodes: ['430121'] },
  { code: '936304', name: '长沙市疾病预防控制中心', regionCode: '430102', aliases: ['长沙市疾控中心'] },
  { code: '936300', name: '城步杏林医院', regionCode: '430529' },
  { code: '320508', name: '苏州大学附属第二医院', regionCode: '320508' },
  { code: '350102', name: '福建医科大学附属协和医院', regionCode: '350102' },
];

/** 科室 of the host unit, in its own order. */
export const DEPARTMENTS = [
  '心血管内科',
  '神经内科',
  '消化内科',
  '普外科',
  '骨科',
  '泌尿外科',
  '妇产科',
  '儿科',
  '新生儿科',
  '急诊科',
  '重症医学科',
  '血液净化中心',
  '中医科',
  '手术室',
  '护理部',
  '药学部',
  '检验科',
  '医学影像科',
];

interface DemoAdministrator {
  /** The account's name. */
  account: string;
  name: string;
  phone: string;
  /** All, where not given. */
  permissions?: Permission[];
}
/** 舞阳县中医院 (976812) has none: whoever signs in first adds himself. */
export const ADMINISTRATORS: DemoAdministrator[] = [
  { account: HOST_UNIT, name: '王芳', phone: '13903950001' },
  {
    account: HOST_UNIT,
    name: '李建军',
    phone: '13903950002',
    permissions: ['approveLearners', 'holdActivities'],
  },
  { account: '936302', name: '谭小燕', phone: '13907350001' },
  { account: '000000', name: '沈国栋', phone: '13901000001' },
  { account: '410000', name: '刘红', phone: '13903710001' },
  { account: '411100', name: '周建平', phone: '13903950011' },
  { account: '411121', name: '马春梅', phone: '13903950021' },
  { account: '430000', name: '唐志远', phone: '13907310001' },
  { account: '320000', name: '顾敏', phone: '13902500001' },
  { account: '350000', name: '林秀兰', phone: '13905910001' },
];

interface DemoPerson {
  /** The simulated WeChat person. */
  persona: string;
  name: string;
  born: string;
  sequence: string;
  title: Title;
  department: string;
  approved: boolean;
}

const person = (
  persona: number,
  name: string,
  born: string,
  sequence: string,
  title: Title,
  department: string,
  approved = false,
): DemoPerson => ({ persona: String(persona), name, born, sequence, title, department, approved });

/** Person 1 (陈慧敏) is left unregistered: the newcomer plays her. */
export const PEOPLE: DemoPerson[] = [
  person(2, '王志强', '19780316', '011', 'associateChiefPhysician', '心血管内科', true),
  person(3, '李雪梅', '19850927', '022', 'chiefNurse', '护理部', true),
  person(4, '张建国', '19700105', '013', 'chiefPhysician', '普外科', true),
  person(5, '刘思远', '19910618', '015', 'attendingPhysician', '神经内科', true),
  person(6, '赵婉清', '19930224', '024', 'supervisorNurse', '重症医学科', true),
  person(7, '周海涛', '19881111', '017', 'attendingPhysician', '骨科'),
  person(8, '吴佩珊', '19960803', '028', 'seniorNurse', '妇产科'),
  person(9, '孙明哲', '19820430', '019', 'associateChiefTechnician', '医学影像科'),
  person(10, '何秀英', '19751222', '020', 'associateChiefNurse', '血液净化中心'),
  person(11, '郭子豪', '19990514', '031', 'physician', '急诊科'),
  person(12, '罗静怡', '19940707', '042', 'pharmacist', '药学部'),
  person(13, '陈晓东', '19870219', '053', 'attendingPhysician', '消化内科'),
  person(14, '王丽', '19890506', '064', 'supervisorNurse', '手术室'),
  person(15, '王丽', '19971130', '085', 'nurse', '儿科'),
  person(16, '高文博', '19801012', '076', 'associateChiefPhysician', '泌尿外科'),
  person(17, '马骏', '19920921', '097', 'technician', '检验科'),
  person(18, '许雅琴', '19840611', '108', 'supervisorPharmacist', '药学部'),
  person(19, '欧阳明', '19790815', '119', 'chiefPhysician', '中医科'),
  person(20, '韩雪', '19981203', '120', 'nurse', '新生儿科'),
];

/** An 18-digit number of 漯河市源汇区 that nobody holds, with its check digit. */
export function demoIdNo({ born, sequence }: Pick<DemoPerson, 'born' | 'sequence'>): string {
  const first17 = `411102${born}${sequence}`;
  return first17 + idNoCheckDigit(first17);
}

export const PROJECTS = [
  {
    number: '2020-14-02-049 (国)',
    year: 2020,
    name: '外科护理学新进展与安全管理学习班',
    discipline: '护理学/外科护理学',
    level: 'national',
    creditClass: 'classI',
    leader: '李雪梅',
    minutes: 360,
    credits: 200,
    venue: '漯河市中心医院门诊楼六楼学术报告厅',
    courses: [
      { name: '围手术期护理新进展', minutes: 180, lecturer: '李雪梅' },
      { name: '护理安全及风险防范管理', minutes: 180, lecturer: '张建国' },
    ],
  },
  {
    number: '2014031010',
    year: 2026,
    name: '肿瘤新进展暨肿瘤热点论坛',
    discipline: '临床内科学/内科学其他学科',
    level: 'city',
    creditClass: 'classII',
    leader: '王志强',
    minutes: 240,
    credits: 400,
    venue: '漯河市中心医院第一会议室',
    courses: [{ name: '肿瘤诊疗热点与多学科协作', minutes: 240, lecturer: '王志强' }],
  },
  {
    number: '2026-03-14-006 (国)',
    year: 2026,
    name: '常见慢性病防治新进展',
    discipline: '临床内科学/内分泌学',
    level: 'national',
    creditClass: 'classI',
    leader: '王志强',
    minutes: 540,
    credits: 300,
    venue: '漯河市中心医院门诊楼六楼学术报告厅',
    courses: [{ name: '慢性病综合管理', minutes: 540, lecturer: '王志强' }],
  },
] as const;

/** Projects of the host unit whose activities are on their way; numbered in the year in which they are to be held. */
export const PLANNED = [
  {
    serial: '0301021',
    name: '急性心肌梗死规范化救治培训班',
    discipline: '临床内科学/心血管病学',
    leader: '王志强',
    minutes: 360,
    credits: 200,
    venue: '漯河市中心医院第一会议室',
    courses: [
      { name: '急性心肌梗死的早期识别', minutes: 180, lecturer: '王志强' },
      { name: '区域协同救治流程', minutes: 180, lecturer: '刘思远' },
    ],
    inDays: 20,
    ends: 'waiting',
  },
  {
    serial: '1401035',
    name: '癌痛护理新进展学习班',
    discipline: '护理学/内科护理学',
    leader: '李雪梅',
    minutes: 360,
    credits: 200,
    venue: '漯河市中心医院门诊楼六楼学术报告厅',
    courses: [
      { name: '癌痛评估与护理', minutes: 180, lecturer: '李雪梅' },
      { name: '居家癌痛管理', minutes: 180, lecturer: '赵婉清' },
    ],
    inDays: 25,
    ends: 'returned',
  },
  {
    serial: '1001012',
    name: '基层急诊急救技能培训班',
    discipline: '急诊学/急诊学',
    leader: '张建国',
    minutes: 480,
    credits: 266,
    venue: '漯河市中心医院临床技能中心',
    courses: [{ name: '心肺复苏与气道管理', minutes: 240, lecturer: '张建国' }],
    inDays: 30,
    ends: 'draft',
  },
] as const;

/** What learners find: approved, in the coming weeks. The places on the map are of the towns, not of the houses. */
export const OPEN = [
  {
    unit: HOST_UNIT,
    serial: '0301051',
    name: '急诊急救与心肺复苏技能提升班',
    discipline: '急诊学/急诊学',
    level: 'city',
    creditClass: 'classII',
    leader: '张建国',
    minutes: 360,
    credits: 200,
    course: '心肺复苏与气道管理',
    inDays: 6,
    days: 1,
    venue: '漯河市中心医院急诊楼三楼技能中心',
    address: '漯河市源汇区人民东路56号',
    point: { longitude: 114.0236, latitude: 33.5676 },
    capacity: 4,
    contact: '王芳',
    contactPhone: '0395-3123456',
    audience: '急诊、重症及各临床科室医护人员',
  },
  {
    unit: '976812',
    serial: '0301052',
    name: '中医适宜技术基层推广班',
    discipline: '全科医学/全科医学',
    level: 'city',
    creditClass: 'classII',
    leader: '赵国安',
    minutes: 720,
    credits: 400,
    course: '针灸推拿与拔罐的规范操作',
    inDays: 12,
    days: 2,
    venue: '舞阳县中医院门诊楼五楼会议室',
    address: '漯河市舞阳县解放路',
    point: { longitude: 113.5985, latitude: 33.4377 },
    capacity: 60,
    contact: '孙丽',
    contactPhone: '0395-7123456',
    audience: '乡镇卫生院、村卫生室人员',
  },
  {
    unit: '410105',
    serial: '0301053',
    name: '心血管疾病诊疗新进展研讨会',
    discipline: '临床内科学/心血管病学',
    level: 'province',
    creditClass: 'classI',
    leader: '郭志强',
    minutes: 1080,
    credits: 600,
    course: '心力衰竭与冠心病的规范管理',
    inDays: 20,
    days: 3,
    venue: '郑州大学第二附属医院学术报告厅',
    address: '郑州市金水区经八路2号',
    point: { longitude: 113.6749, latitude: 34.7725 },
    capacity: 0,
    contact: '何静',
    contactPhone: '0371-63123456',
    audience: '心血管内科、全科医师',
  },
] as const;
