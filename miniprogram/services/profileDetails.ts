import type { ProfileDetails } from '@common/contract/profile';

/** What the five pages ask of the free fields, while it is being typed. */
export const EMPTY_DETAILS: ProfileDetails = {
  ethnicity: null,
  email: '',
  address: '',
  position: '',
  titleSince: null,
  workStartedOn: null,
  educations: [],
  certificateNo: '',
  expertise: '',
  socialPositions: '',
  remark: '',
};
export type DetailField = keyof ProfileDetails;
export const DETAIL_FIELDS = Object.keys(EMPTY_DETAILS) as DetailField[];
export type DetailErrors = Partial<Record<DetailField, string>>;

/** What the fields of a page need to be drawn and changed; registration and 我的资料 both have it. */
export interface DetailsEditor {
  details: ProfileDetails;
  errors: DetailErrors;
  changeDetails(part: Partial<ProfileDetails>): void;
}

/** Only these of an object that has more. */
export function detailsOf(whole: ProfileDetails): ProfileDetails {
  return Object.fromEntries(DETAIL_FIELDS.map((field) => [field, whole[field]])) as ProfileDetails;
}

/**
 * What is wrong with the free fields; all of them may be empty.
 * @param today `YYYY-MM-DD` in China.
 */
export function checkDetails(details: ProfileDetails, today: string): DetailErrors {
  const errors: DetailErrors = {};
  const email = details.email.trim();
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email)) {
    errors.email = '电子邮箱格式不正确，如 name@example.com';
  }
  if (details.titleSince && details.titleSince > today) {
    errors.titleSince = '取得时间不能晚于今天';
  }
  if (details.workStartedOn && details.workStartedOn > today) {
    errors.workStartedOn = '参加工作时间不能晚于今天';
  }
  return errors;
}

/** As the contract takes them: without spaces at the ends. */
export function tidyDetails(details: ProfileDetails): ProfileDetails {
  return Object.fromEntries(
    Object.entries(details).map(([field, value]) => [
      field,
      typeof value === 'string' ? value.trim() : value,
    ]),
  ) as ProfileDetails;
}

/** Whether something has been filled in. */
export function isFilled(value: ProfileDetails[DetailField]): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value?.trim());
}
