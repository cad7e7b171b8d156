/** Who plays in the journeys: people, units and authorities of the demo, and newcomers to it. */
import { idNoCheckDigit } from '../../common/rules/idNo';

/** An account with one of its administrators. */
export interface Office {
  account: string;
  password: string;
  unit: string;
  name: string;
  phone: string;
}
export interface Newcomer {
  /** The simulated WeChat person. */
  persona: string;
  name: string;
  idNo: string;
  phone: string;
}

const whole = (first17: string) => first17 + idNoCheckDigit(first17);

/** The demo leaves her unregistered. */
export const CHEN: Newcomer = {
  persona: '1',
  name: '陈慧敏',
  idNo: whole('41110219900315212'),
  phone: '13800138001',
};
/** Nobody that the demo knows. */
export const YUAN: Newcomer = {
  persona: '61',
  name: '袁晓曼',
  idNo: whole('41110419950822316'),
  phone: '13800138061',
};
/** She has no account, and gets none by the form. */
export const LIU: Newcomer = {
  persona: '63',
  name: '刘文静',
  idNo: whole('32050619880412482'),
  phone: '13800138063',
};
export const HOSPITAL: Office = {
  account: '976811',
  password: 'Zhongxin#3827',
  unit: '漯河市中心医院',
  name: '王芳',
  phone: '13903950001',
};
/** Her colleague, who may approve: a phone gets one code a minute, and hers has just had one. */
export const HOSPITAL_COLLEAGUE: Office = { ...HOSPITAL, name: '李建军', phone: '13903950002' };
export const YIZHANG: Office = {
  account: '936302',
  password: 'Yanquan#4471',
  unit: '宜章县第二人民医院',
  name: '谭小燕',
  phone: '13907350001',
};
export const PROVINCE: Office = {
  account: '410000',
  password: 'Henan#8842zk',
  unit: '河南省卫生健康委员会',
  name: '刘红',
  phone: '13903710001',
};
export const CITY: Office = {
  account: '411100',
  password: 'Luohe#5169ws',
  unit: '漯河市卫生健康委员会',
  name: '周建平',
  phone: '13903950011',
};
/** Nobody stands above it: its administrators run the system. */
export const NATION: Office = {
  account: '000000',
  password: 'Guojia#6294wj',
  unit: '国家卫生健康委员会',
  name: '沈国栋',
  phone: '13901000001',
};
