import { z } from 'zod';
import {
  APPROVAL_STATES,
  CORRECTION_KINDS,
  codesOf,
  EDUCATION_LEVELS,
  ETHNICITIES,
  PERSONNEL_STATUSES,
  REQUEST_STATES,
  SEXES,
} from '../terms';
import { day, id, instant, month, regionCode, title } from './shapes';

export const approvalState = z.enum(codesOf(APPROVAL_STATES));
export const personnelStatus = z.enum(codesOf(PERSONNEL_STATUSES));
const text = (most: number, label: string) => z.string().trim().max(most, `${label}最多${most}字`);

export const education = z.object({
  school: z.string().trim().min(1, '请填写学校').max(60, '学校名称过长'),
  level: z.enum(codesOf(EDUCATION_LEVELS), '请选择学历'),
  major: text(60, '专业').default(''),
  from: month.nullable().default(null),
  to: month.nullable().default(null),
});
export type Education = z.output<typeof education>;

/**
 * What the five pages ask beyond what approval needs; `common/rules/profile.ts` says which page each belongs to. No defaults
 * here: in an input a field that is not given stays as it is.
 */
export const profileDetails = z.object({
  ethnicity: z.enum(ETHNICITIES as [string, ...string[]], '请选择民族').nullable(),
  email: z.union([z.literal(''), z.email('电子邮箱格式不正确').max(80)], '电子邮箱格式不正确'),
  address: text(100, '通讯地址'),
  position: text(40, '职务'),
  titleSince: day.nullable(),
  workStartedOn: day.nullable(),
  educations: z.array(education).max(10, '教育经历最多10条'),
  certificateNo: text(40, '执业证书编号'),
  expertise: text(200, '专业特长'),
  socialPositions: text(200, '学术任职'),
  remark: text(200, '备注'),
});
export type ProfileDetails = z.output<typeof profileDetails>;

/** The unit that a learner asks to have added, and where the request stands. */
export const unitRequestSelf = z.object({
  name: z.string(),
  regionCode,
  regionName: z.string(),
  state: z.enum(codesOf(REQUEST_STATES)),
  reason: z.string().nullable(),
  /** Whom it waits for, e.g. 漯河市卫生健康委员会. */
  authorityName: z.string().nullable(),
});

export const statusPeriod = z.object({
  id,
  status: personnelStatus.exclude(['active']),
  from: day,
  /** The last day; null while open. */
  to: day.nullable(),
  reason: z.string(),
});
export type StatusPeriod = z.output<typeof statusPeriod>;

export const correction = z.object({
  id,
  kind: z.enum(codesOf(CORRECTION_KINDS)),
  /** A title's code or a name, before and after. */
  before: z.string(),
  after: z.string(),
  /** 取得时间 of a title. */
  since: day.nullable(),
  note: z.string(),
  /** The proof's picture, by an address that is good for minutes. */
  proofUrl: z.string().nullable(),
  state: z.enum(codesOf(REQUEST_STATES)),
  reason: z.string().nullable(),
  submittedAt: instant,
  decidedAt: instant.nullable(),
});
export type Correction = z.output<typeof correction>;

/** Everything of one learner that a person may read; numbers masked, the photo by an address that is good for minutes. */
export const learnerProfile = profileDetails.extend({
  id,
  name: z.string(),
  idNoMasked: z.string(),
  sex: z.enum(codesOf(SEXES)),
  birthDate: day,
  photoUrl: z.string().nullable(),
  photoId: id.nullable(),
  phoneMasked: z.string(),
  title,
  department: z.string(),
  unit: z.object({ id, name: z.string(), regionName: z.string() }).nullable(),
  unitRequest: unitRequestSelf.nullable(),
  personnelNo: z.string().nullable(),
  approval: z.object({
    state: approvalState,
    /** Why it was rejected. */
    reason: z.string().nullable(),
    submittedAt: instant,
    decidedAt: instant.nullable(),
  }),
  /** 职称 held, latest first. */
  titles: z.array(z.object({ title, since: day.nullable() })),
  /** Units worked in, latest first; `to` is null for the present one. */
  units: z.array(z.object({ name: z.string(), from: instant, to: instant.nullable() })),
  /** 人员状态 today. */
  status: personnelStatus,
  statusPeriods: z.array(statusPeriod),
});
export type LearnerProfile = z.output<typeof learnerProfile>;
