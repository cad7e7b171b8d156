import type { InputOf } from '@common/contract/endpoint';
import type { ApiError } from '@common/contract/errors';
import type { LearnerSelf, learners } from '@common/contract/learners';
import type { Region, UnitFound } from '@common/contract/regionsUnits';
import { checkIdNo, normaliseIdNo } from '@common/rules/idNo';
import { isPersonName, normaliseName } from '@common/rules/personName';
import { isPhone, normalisePhone } from '@common/rules/phone';
import type { Title } from '@common/terms';

export type UnitChoice = Pick<UnitFound, 'id' | 'name' | 'regionName'>;

/** What the registration page holds. The names are those of the contract's input, so that errors find their field. */
export interface RegisterForm {
  name: string;
  idNo: string;
  /** `wechat`: the number comes from WeChat's button. `sms`: typed and confirmed by a code. */
  phoneWay: 'wechat' | 'sms';
  phoneCode: string;
  phone: string;
  smsCode: string;
  title: Title | '';
  unit: UnitChoice | null;
  /** Where the unit was looked for: 省, 市, 县. */
  regions: Region[];
  department: string;
  consent: boolean;
}
export type FieldName =
  | 'name'
  | 'idNo'
  | 'phoneCode'
  | 'phone'
  | 'smsCode'
  | 'title'
  | 'unitId'
  | 'department'
  | 'consent';
export type FormErrors = Partial<Record<FieldName, string>>;

/** The fields in the order of the page: the first one at fault is scrolled to. */
export const FIELD_ORDER: readonly FieldName[] = [
  'name',
  'idNo',
  'phoneCode',
  'phone',
  'smsCode',
  'unitId',
  'department',
  'title',
  'consent',
];

export const EMPTY_FORM: RegisterForm = {
  name: '',
  idNo: '',
  phoneWay: process.env.TARO_ENV === 'weapp' ? 'wechat' : 'sms',
  phoneCode: '',
  phone: '',
  smsCode: '',
  title: '',
  unit: null,
  regions: [],
  department: '',
  consent: false,
};

/** The form of a learner who corrects what was rejected. */
export function formOf(learner: LearnerSelf): RegisterForm {
  return {
    ...EMPTY_FORM,
    name: learner.name,
    idNo: learner.idNoMasked,
    phone: learner.phoneMasked,
    title: learner.title,
    unit: learner.unit,
    department: learner.department,
    consent: true,
  };
}

function phoneErrors(form: RegisterForm): FormErrors {
  if (form.phoneWay === 'wechat') {
    return form.phoneCode ? {} : { phoneCode: '请点击“微信一键获取”，或改用短信验证' };
  }
  return {
    ...(isPhone(form.phone)
      ? {}
      : { phone: form.phone ? '手机号格式不正确，请输入11位手机号' : '请输入手机号' }),
    ...(/^\d{6}$/.test(form.smsCode.trim()) ? {} : { smsCode: '请输入短信中的6位验证码' }),
  };
}

/**
 * What is wrong with a form, by field.
 * @param isNew False when a registered learner corrects: number and phone are fixed then.
 * @param today `YYYY-MM-DD` in China.
 */
export function checkForm(form: RegisterForm, isNew: boolean, today: string): FormErrors {
  const errors: FormErrors = isNew ? phoneErrors(form) : {};
  if (!isPersonName(form.name)) {
    errors.name = form.name.trim() ? '请输入与身份证一致的姓名' : '请输入姓名';
  }
  if (isNew) {
    const idNo = checkIdNo(form.idNo, today);
    if (!idNo.ok) {
      errors.idNo = form.idNo.trim() ? idNo.message : '请输入身份证号码';
    }
  }
  if (!form.title) {
    errors.title = '请选择职称';
  }
  if (!form.unit) {
    errors.unitId = '请选择单位';
  }
  if (!form.consent) {
    errors.consent = '请先阅读并同意个人信息处理说明';
  }
  return errors;
}

/** A checked form as `learners.register` takes it. Throws when title or unit is missing. */
export function toRegistration(form: RegisterForm): InputOf<(typeof learners)['register']> {
  const phone =
    form.phoneWay === 'wechat'
      ? { phoneCode: form.phoneCode }
      : { phone: normalisePhone(form.phone), smsCode: form.smsCode.trim() };
  return { ...toCorrection(form), idNo: normaliseIdNo(form.idNo), consent: true, ...phone };
}

/** A checked form as `learners.resubmit` takes it. Throws when title or unit is missing. */
export function toCorrection(form: RegisterForm): InputOf<(typeof learners)['resubmit']> {
  if (!form.title || !form.unit) {
    throw new RangeError('The form has not been checked');
  }
  return {
    name: normaliseName(form.name),
    title: form.title,
    unitId: form.unit.id,
    department: form.department.trim(),
  };
}

const FIELD_OF_CODE: Partial<Record<ApiError['code'], FieldName>> = {
  IDNO_TAKEN: 'idNo',
  UNIT_UNKNOWN: 'unitId',
  SMS_CODE_INVALID: 'smsCode',
  PHONE_CODE_INVALID: 'phoneCode',
};

/** The field that the server's answer is about, where it is one of the form's. */
export function fieldOf(error: ApiError): FieldName | undefined {
  const named = FIELD_ORDER.find((field) => field === error.field);
  return named ?? FIELD_OF_CODE[error.code];
}
