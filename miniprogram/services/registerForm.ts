import type { InputOf } from '@common/contract/endpoint';
import type { ApiError } from '@common/contract/errors';
import type { learners } from '@common/contract/learners';
import type { LearnerProfile, ProfileDetails } from '@common/contract/profile';
import type { Region, UnitFound } from '@common/contract/regionsUnits';
import { checkIdNo, normaliseIdNo } from '@common/rules/idNo';
import { isPersonName, normaliseName } from '@common/rules/personName';
import {
  completePages,
  PROFILE_PAGE_ORDER,
  PROFILE_PAGES,
  type ProfileField,
  type ProfilePage,
  pageOfField,
} from '@common/rules/profile';
import type { Title } from '@common/terms';
import { checkProof, EMPTY_PROOF, type PhoneProof, toProof } from './phoneProof';
import {
  checkDetails,
  type DetailField,
  detailsOf,
  EMPTY_DETAILS,
  isFilled,
  tidyDetails,
} from './profileDetails';

export type UnitChoice = Pick<UnitFound, 'id' | 'name' | 'regionName'>;
/** A unit that is not in the list yet. */
export interface UnitWanted {
  name: string;
  /** The county, six digits. */
  regionCode: string;
  regionName: string;
  note: string;
}
/** A photo that the server has taken. */
export interface SavedPhoto {
  photoId: string;
  /** Good for minutes; without it only its presence is shown. */
  url: string | null;
}

/** What the five pages of the registration hold. */
export interface RegisterForm extends PhoneProof {
  /** The version of the 个人信息处理说明 that was agreed to; empty before. */
  agreed: string;
  name: string;
  idNo: string;
  photo: SavedPhoto | null;
  title: Title | '';
  /** One of the two, or neither yet. */
  unit: UnitChoice | null;
  unitRequest: UnitWanted | null;
  /** Where the unit was looked for: 省, 市, 县. */
  regions: Region[];
  department: string;
  details: ProfileDetails;
}
export type FieldName = ProfileField | 'phoneCode' | 'smsCode' | DetailField;
export type FormErrors = Partial<Record<FieldName, string>>;

/** The fields in the order of the pages: the first one at fault is gone to. */
export const FIELD_ORDER: readonly FieldName[] = [
  ...['name', 'idNo', 'photoId', 'ethnicity'],
  ...['phoneCode', 'phone', 'smsCode', 'email', 'address'],
  ...['unit', 'department', 'title', 'titleSince', 'position', 'workStartedOn'],
  'educations',
  ...['certificateNo', 'expertise', 'socialPositions', 'remark'],
] as FieldName[];

export const EMPTY_FORM: RegisterForm = {
  ...EMPTY_PROOF,
  agreed: '',
  name: '',
  idNo: '',
  photo: null,
  title: '',
  unit: null,
  unitRequest: null,
  regions: [],
  department: '',
  details: EMPTY_DETAILS,
};

/** The form of a registered learner who changes what has not been approved; number and phone masked. */
export function formOf(profile: LearnerProfile): RegisterForm {
  const { unitRequest } = profile;
  return {
    ...EMPTY_FORM,
    name: profile.name,
    idNo: profile.idNoMasked,
    phone: profile.phoneMasked,
    photo: profile.photoId ? { photoId: profile.photoId, url: profile.photoUrl } : null,
    title: profile.title,
    unit: profile.unit,
    // A refused one is not asked for a second time by itself.
    unitRequest: !profile.unit && unitRequest?.state === 'waiting' ? { ...unitRequest, note: '' } : null,
    department: profile.department,
    details: detailsOf(profile),
  };
}

/**
 * What is wrong with a form, by field.
 * @param isNew False when a registered learner corrects: number and phone are fixed then.
 * @param today `YYYY-MM-DD` in China.
 */
export function checkForm(form: RegisterForm, isNew: boolean, today: string): FormErrors {
  const errors: FormErrors = { ...checkDetails(form.details, today), ...(isNew ? checkProof(form) : {}) };
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
  if (!form.unit && !form.unitRequest) {
    errors.unit = '请选择单位';
  }
  return errors;
}

/** The pages that are complete, for the ticks. */
export function completeOf(form: RegisterForm, isNew: boolean, today: string): ProfilePage[] {
  const errors = checkForm(form, isNew, today);
  return completePages((field) => {
    if (field === 'phone') {
      return !errors.phone && !errors.phoneCode && !errors.smsCode;
    }
    if (field === 'photoId') {
      return form.photo !== null;
    }
    if (field === 'department') {
      return form.department.trim() !== '';
    }
    const isOptional = field in form.details;
    return !errors[field] && (!isOptional || isFilled(form.details[field as DetailField]));
  });
}

/** The starred fields that are not there yet, in words and in order: 姓名, 手机号. */
export function missingOf(
  form: RegisterForm,
  isNew: boolean,
  today: string,
): { field: FieldName; label: string }[] {
  const errors = checkForm(form, isNew, today);
  const labels: Partial<Record<FieldName, string>> = {
    name: '姓名',
    idNo: '身份证号码',
    phoneCode: '手机号',
    phone: '手机号',
    smsCode: '短信验证码',
    unit: '单位',
    title: '职称',
  };
  return FIELD_ORDER.flatMap((field) => {
    const label = labels[field];
    return label && errors[field] ? [{ field, label }] : [];
  });
}

/** The page that a field of the form is on. */
export function pageOf(field: FieldName): ProfilePage {
  return field === 'phoneCode' || field === 'smsCode' ? 'contact' : (pageOfField(field) ?? 'basics');
}

/** The page after another one; undefined after the last. */
export function pageAfter(page: ProfilePage): ProfilePage | undefined {
  return PROFILE_PAGE_ORDER[PROFILE_PAGE_ORDER.indexOf(page) + 1];
}
export const pageLabel = (page: ProfilePage): string => PROFILE_PAGES[page].label;

/** A checked form as `learners.register` takes it. Throws when title or unit is missing. */
export function toRegistration(form: RegisterForm): InputOf<(typeof learners)['register']> {
  return {
    ...toResubmission(form),
    ...toProof(form),
    idNo: normaliseIdNo(form.idNo),
    consent: true,
    privacyVersion: form.agreed,
  };
}

/** A checked form as `learners.resubmit` takes it. Throws when title or unit is missing. */
export function toResubmission(form: RegisterForm): InputOf<(typeof learners)['resubmit']> {
  const { unit, unitRequest, title } = form;
  if (!title || !(unit || unitRequest)) {
    throw new RangeError('The form has not been checked');
  }
  return {
    name: normaliseName(form.name),
    title,
    ...(unit ? { unitId: unit.id } : unitRequest ? { unitRequest: requestOf(unitRequest) } : {}),
    department: form.department.trim(),
    photoId: form.photo?.photoId ?? null,
    ...tidyDetails(form.details),
  };
}

const requestOf = ({ name, regionCode, note }: UnitWanted) => ({ name, regionCode, note });

const FIELD_OF_CODE: Partial<Record<ApiError['code'], FieldName>> = {
  IDNO_TAKEN: 'idNo',
  UNIT_UNKNOWN: 'unit',
  SMS_CODE_INVALID: 'smsCode',
  PHONE_CODE_INVALID: 'phoneCode',
  PHOTO_INVALID: 'photoId',
};

/** The field that the server's answer is about, where it is one of the form's: `educations.0.school` is in `educations`. */
export function fieldOf(error: ApiError): FieldName | undefined {
  const [first = ''] = (error.field ?? '').split('.');
  const name = first === 'unitId' || first === 'unitRequest' ? 'unit' : first;
  return FIELD_ORDER.find((field) => field === name) ?? FIELD_OF_CODE[error.code];
}
