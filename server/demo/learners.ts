/** The learners of the host unit. Every person and number is invented; the check digits hold. */
import { idNoCheckDigit } from '@common/rules/idNo';
import type { Title } from '@common/terms';

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
