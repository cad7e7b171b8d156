import type { LearnerProfile } from '@common/contract/profile';
import { completePages, PROFILE_PAGES, type ProfileField, type ProfilePage } from '@common/rules/profile';
import { EDUCATION_LEVELS, SEXES, TITLES } from '@common/terms';
import type { ReactNode } from 'react';
import { Icon } from '../../components/icon';
import { type Fact, Facts } from './facts';

/** Whether a field of the five pages has something in it. */
function isGiven(person: LearnerProfile, field: ProfileField): boolean {
  const value = { ...person, idNo: person.idNoMasked, phone: person.phoneMasked }[field];
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

const educations = ({ educations: list }: LearnerProfile): Fact[] =>
  list.map(({ school, level, major, from, to }) => ({
    key: [school, level, major, from].join(' '),
    name: EDUCATION_LEVELS[level],
    value: [school, major, from && `${from} 至 ${to ?? '今'}`].filter(Boolean).join('，'),
  }));

const named = (facts: Record<string, ReactNode>): Fact[] =>
  Object.entries(facts).map(([name, value]) => ({ name, value }));

const factsOf = (person: LearnerProfile): Record<ProfilePage, readonly Fact[]> => ({
  basics: named({ 性别: SEXES[person.sex], 出生日期: person.birthDate, 民族: person.ethnicity }),
  contact: named({ 电子邮箱: person.email, 通讯地址: person.address }),
  work: named({
    单位: person.unit?.name,
    职称: TITLES[person.title],
    取得时间: person.titleSince,
    职务: person.position,
    参加工作时间: person.workStartedOn,
  }),
  education: educations(person),
  others: named({
    执业证书编号: person.certificateNo,
    专业特长: person.expertise,
    学术任职: person.socialPositions,
    备注: person.remark,
  }),
});

/** The five pages as the learner filled them in, each with the same ✓ that he sees (manual 003 §三.6). */
export function ProfileCard({ person }: { person: LearnerProfile }) {
  const complete = completePages((field) => isGiven(person, field));
  const facts = factsOf(person);
  return (
    <section className="card">
      {(Object.keys(PROFILE_PAGES) as ProfilePage[]).map((page) => (
        <div key={page} className="profile-page">
          <h2>
            {PROFILE_PAGES[page].label}
            {complete.includes(page) && (
              <span className="profile-page__done" role="img" aria-label="已完善">
                <Icon name="check" size={14} />
              </span>
            )}
          </h2>
          {facts[page].length > 0 ? (
            <Facts facts={facts[page]} isWide={page === 'education'} />
          ) : (
            <p className="faint">未填写</p>
          )}
        </div>
      ))}
    </section>
  );
}
