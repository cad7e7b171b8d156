/**
 * 签到登记表 (manual 002 §2.1): what a person without an account fills in at the venue. Sex and age follow from the idNo: the
 * phone fills them in at once, the server compares them.
 */
import type { EducationLevel, Sex, Title } from '../terms';
import { ageOn } from './age';
import { checkIdNo } from './idNo';
import { isPersonName } from './personName';
import { isPhone } from './phone';

/** The form as far as it is filled in; text as it was typed. */
export interface WalkInAnswers {
  idNo: string;
  name: string;
  sex: Sex | null;
  /** 周岁. */
  age: number | null;
  phone: string;
  unitName: string;
  department: string;
  unitPlace: string;
  isGrassroots: boolean | null;
  title: Title | null;
  post: string;
  education: EducationLevel | null;
}
export type WalkInField = keyof WalkInAnswers;
export type WalkInFaults = Partial<Record<WalkInField, string>>;

/** The fields with the form's own words, in its order. */
export const WALK_IN_LABELS = {
  idNo: '身份证号码',
  name: '姓名',
  sex: '性别',
  age: '年龄',
  phone: '手机号',
  unitName: '单位',
  department: '科室',
  unitPlace: '单位所在地',
  isGrassroots: '是否来自基层',
  title: '职称',
  post: '职务',
  education: '学历',
} as const satisfies Record<WalkInField, string>;
export const WALK_IN_ORDER = Object.keys(WALK_IN_LABELS) as WalkInField[];

/** A phone's clock may show another day than the server's, and a birthday lie between them. */
const AGE_TOLERANCE_YEARS = 1;

/**
 * What an idNo says of its bearer; null while it is not a right one.
 * @param today The day in China, `YYYY-MM-DD`.
 */
export function bearerOf(idNo: string, today: string): { sex: Sex; age: number } | null {
  const checked = checkIdNo(idNo, today);
  return checked.ok ? { sex: checked.sex, age: ageOn(checked.birthDate, today) } : null;
}

/** What is wrong with each field and what to do; empty where the form can be sent. */
export function walkInFaults(form: WalkInAnswers, today: string): WalkInFaults {
  const faults: WalkInFaults = {};
  const checked = checkIdNo(form.idNo, today);
  if (!checked.ok) {
    faults.idNo = form.idNo.trim() ? checked.message : '请填写身份证号码';
  }
  if (!isPersonName(form.name)) {
    faults.name = form.name.trim() ? '请填写与身份证一致的姓名' : '请填写姓名';
  }
  Object.assign(faults, bearerFaults(form, bearerOf(form.idNo, today)));
  if (!isPhone(form.phone)) {
    faults.phone = form.phone.trim() ? '请填写11位手机号' : '请填写手机号';
  }
  for (const field of ['unitName', 'department', 'unitPlace'] as const) {
    if (!form[field].trim()) {
      faults[field] = `请填写${WALK_IN_LABELS[field]}`;
    }
  }
  if (form.isGrassroots === null) {
    faults.isGrassroots = '请选择是否来自基层';
  }
  if (!form.title) {
    faults.title = '请选择职称';
  }
  return faults;
}

function bearerFaults({ sex, age }: WalkInAnswers, bearer: { sex: Sex; age: number } | null): WalkInFaults {
  const faults: WalkInFaults = {};
  if (!sex) {
    faults.sex = '请选择性别';
  } else if (bearer && bearer.sex !== sex) {
    faults.sex = '性别与身份证号码不一致，请核对';
  }
  if (age === null) {
    faults.age = '请填写年龄';
  } else if (bearer && Math.abs(bearer.age - age) > AGE_TOLERANCE_YEARS) {
    faults.age = '年龄与身份证号码不一致，请核对';
  }
  return faults;
}

/** The first field of the form that has a fault; undefined where none has. */
export function firstFault(faults: WalkInFaults): { field: WalkInField; message: string } | undefined {
  for (const field of WALK_IN_ORDER) {
    const message = faults[field];
    if (message) {
      return { field, message };
    }
  }
  return undefined;
}
