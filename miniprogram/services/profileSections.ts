import type { LearnerProfile } from '@common/contract/profile';
import { ageOn } from '@common/rules/age';
import { completePages, type ProfileField, type ProfilePage } from '@common/rules/profile';
import { SEXES, TITLES } from '@common/terms';
import { dayWords } from './dayWords';
import { educationWords } from './educationForm';
import { type DetailField, isFilled } from './profileDetails';

/** A line of 我的资料. */
export interface Fact {
  name: string;
  value: string;
}

const NONE = '未填写';
const or = (text: string | null) => text || NONE;

/**
 * The five pages of a profile as they are read.
 * @param today `YYYY-MM-DD` in China.
 */
export function factsOf(profile: LearnerProfile, today: string): Record<ProfilePage, Fact[]> {
  const { birthDate, unit, unitRequest } = profile;
  return {
    basics: [
      { name: '姓名', value: profile.name },
      { name: '身份证号码', value: profile.idNoMasked },
      { name: '性别', value: SEXES[profile.sex] },
      { name: '出生日期', value: `${dayWords(birthDate)}（${ageOn(birthDate, today)}岁）` },
      { name: '民族', value: or(profile.ethnicity) },
    ],
    contact: [
      { name: '手机号', value: profile.phoneMasked },
      { name: '电子邮箱', value: or(profile.email) },
      { name: '通讯地址', value: or(profile.address) },
    ],
    work: [
      { name: '当前单位', value: unit?.name ?? `${unitRequest?.name ?? NONE}（待新增）` },
      { name: '科室', value: or(profile.department) },
      { name: '职称', value: TITLES[profile.title] },
      { name: '职称取得时间', value: dayWords(profile.titleSince) },
      { name: '职务', value: or(profile.position) },
      { name: '参加工作时间', value: dayWords(profile.workStartedOn) },
    ],
    education: profile.educations.map((education) => ({
      name: education.school,
      value: educationWords(education),
    })),
    others: [
      { name: '执业证书编号', value: or(profile.certificateNo) },
      { name: '专业特长', value: or(profile.expertise) },
      { name: '学术任职', value: or(profile.socialPositions) },
      { name: '备注', value: or(profile.remark) },
    ],
  };
}

/** The pages of a kept profile that are complete. */
export function completeOfProfile(profile: LearnerProfile): ProfilePage[] {
  const given: Partial<Record<ProfileField, boolean>> = {
    name: true,
    idNo: true,
    phone: true,
    title: true,
    unit: profile.unit !== null,
    department: profile.department !== '',
    photoId: profile.photoId !== null,
  };
  return completePages((field) => given[field] ?? isFilled(profile[field as DetailField]));
}
