import type { Education } from '@common/contract/profile';
import { EDUCATION_LEVELS, type EducationLevel } from '@common/terms';

/** As the contract has it. */
export const EDUCATIONS_MOST = 10;

/** One line of 教育经历 while it is being typed. */
export interface EducationForm extends Omit<Education, 'level'> {
  level: EducationLevel | '';
}
export const EMPTY_EDUCATION: EducationForm = { school: '', level: '', major: '', from: null, to: null };

/** What is wrong with it, by field. */
export function checkEducation(form: EducationForm): Partial<Record<keyof EducationForm, string>> {
  return {
    ...(form.school.trim() ? {} : { school: '请填写学校' }),
    ...(form.level ? {} : { level: '请选择学历' }),
    ...(form.from && form.to && form.to < form.from ? { to: '毕业时间不能早于入学时间' } : {}),
  };
}

/** A checked one as the contract takes it. Throws when the level is missing. */
export function toEducation({ level, ...form }: EducationForm): Education {
  if (!level) {
    throw new RangeError('The form has not been checked');
  }
  return { ...form, level, school: form.school.trim(), major: form.major.trim() };
}

const month = (value: string) => value.replace('-', '年').concat('月');

/** `大学本科 · 临床医学 · 2008年09月–2013年06月`. */
export function educationWords({ level, major, from, to }: Education): string {
  const span = from || to ? `${from ? month(from) : ''}–${to ? month(to) : '今'}` : '';
  return [EDUCATION_LEVELS[level], major, span].filter(Boolean).join(' · ');
}
