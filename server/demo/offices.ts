/** Authorities, units and their administrators, as the manuals have such. Every person and number is invented. */
import type { CheckInRules } from '@common/contract/checkInRules';
import { CHECK_IN_RULES, CHECK_IN_WAYS } from '@common/rules/checkInRules';
import { ownRules } from '@common/rules/ownRules';
import type { Permission, RegionLevel } from '@common/terms';
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
