/**
 * The code lists of the field with their Chinese labels: what is stored and sent is the code, what is shown is the label.
 * Sources: manuals 000–004; titles after 卫生专业技术资格 (卫人发〔2001〕164号).
 */

/** 职称: technical titles, by grade. */
export const TITLES = {
  chiefPhysician: '主任医师',
  associateChiefPhysician: '副主任医师',
  attendingPhysician: '主治医师',
  physician: '医师',
  assistantPhysician: '助理医师',
  chiefNurse: '主任护师',
  associateChiefNurse: '副主任护师',
  supervisorNurse: '主管护师',
  seniorNurse: '护师',
  nurse: '护士',
  chiefPharmacist: '主任药师',
  associateChiefPharmacist: '副主任药师',
  supervisorPharmacist: '主管药师',
  pharmacist: '药师',
  chiefTechnician: '主任技师',
  associateChiefTechnician: '副主任技师',
  supervisorTechnician: '主管技师',
  technician: '技师',
  villageDoctor: '乡村医生',
  other: '其他',
} as const;
export type Title = keyof typeof TITLES;

/** 审核状态 of a learner (manual 003 §五). */
export const APPROVAL_STATES = { pending: '未审核', approved: '审核通过', rejected: '审核不通过' } as const;
export type ApprovalState = keyof typeof APPROVAL_STATES;

/** 学分类别 (manual 004 学分认定标准). */
export const CREDIT_CLASSES = { classI: 'I类学分', classII: 'II类学分', other: '其他学分' } as const;
export type CreditClass = keyof typeof CREDIT_CLASSES;

/** 项目级别. */
export const PROJECT_LEVELS = { national: '国家级', province: '省级', city: '市级', county: '县级' } as const;
export type ProjectLevel = keyof typeof PROJECT_LEVELS;

/** The direction of a check-in: 签到 on arrival, 撤离 at departure (manual 002 §2.1). */
export const DIRECTIONS = { in: '签到', out: '撤离' } as const;
export type Direction = keyof typeof DIRECTIONS;

/** How a check-in was made. `code` is the typed short code under the QR. */
export const CHECK_IN_METHODS = { qr: '扫码', code: '输入签到码' } as const;
export type CheckInMethod = keyof typeof CHECK_IN_METHODS;

/** 活动状态: where an activity stands on its way to being held (manual 002 §1). */
export const ACTIVITY_STATES = {
  draft: '未上报',
  waiting: '待审核',
  approved: '审核通过',
  returned: '退回修改',
} as const;
export type ActivityState = keyof typeof ACTIVITY_STATES;

/** State of a crediting batch: the credits of a waiting one show as pending. */
export const CREDITING_STATES = { waiting: '待审核', approved: '审核通过' } as const;
export type CreditingState = keyof typeof CREDITING_STATES;

/** 行政级别 of an authority or region. */
export const REGION_LEVELS = { province: '省', city: '市', county: '县（区）' } as const;
export type RegionLevel = keyof typeof REGION_LEVELS;

/** The codes of a list, as the tuple that zod's enum wants. */
export function codesOf<T extends Record<string, string>>(
  list: T,
): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(list) as [keyof T & string, ...(keyof T & string)[]];
}
