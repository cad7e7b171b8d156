/**
 * The application form 项目申报表, page by page (manual 001 §二): its pages, its starred fields, and what is missing before it can be
 * handed in. A draft may be empty.
 */
import type { ApplicationForm } from '../contract/applications';
import { disciplineName } from '../disciplines';
import type { WindowKind } from '../terms';
import { courseHoursFault } from './courseHours';

/** The pages in their order. */
export const APPLICATION_PAGES = {
  basics: '基本信息',
  content: '项目简介',
  leader: '项目负责人',
  courses: '课程与师资',
  organiser: '举办单位与联系人',
} as const;
export type ApplicationPage = keyof typeof APPLICATION_PAGES;

/** What the printed form is called. */
export const APPLICATION_FORM_TITLES: Record<WindowKind, string> = {
  application: '继续医学教育项目申报表',
  filing: '继续医学教育项目备案表',
};

/** The starred fields by page. `place` only where people meet; a course has `name`, `minutes` and `lecturers`. */
export const APPLICATION_STARS: Record<ApplicationPage, readonly string[]> = {
  basics: ['name', 'discipline', 'place', 'from', 'to', 'persons', 'audience', 'minutes'],
  content: ['purpose', 'outline', 'effect'],
  leader: ['name', 'title', 'specialty', 'phone'],
  courses: ['name', 'minutes', 'lecturers'],
  organiser: ['contact', 'phone'],
};

/** Something that is missing or wrong. */
export interface FormFault {
  page: ApplicationPage;
  /** The path in the form: `leader.title`, `courses.0.lecturers.1.name`. */
  field: string;
  /** Chinese, says what to do. */
  message: string;
}

/** Numbers with an area code, an extension or brackets as well as mobile ones. */
const isTelephone = (text: string) =>
  /^[\d+()（）\-—转 ]{7,20}$/.test(text) && text.replace(/\D/g, '').length >= 7;
const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

type Fault = readonly [field: string, message: string] | false | null | '';
const empty = (text: string, field: string, message: string): Fault => !text.trim() && [field, message];

/**
 * What is missing or wrong, in the order of the pages; empty for what can be handed in.
 * @param year The year that is applied for: the activity is held in it. Not checked without one.
 */
export function missingInApplication(form: ApplicationForm, year?: number): FormFault[] {
  const pages: Record<ApplicationPage, Fault[]> = {
    basics: basicsFaults(form.basics, year),
    content: contentFaults(form.content),
    leader: leaderFaults(form.leader),
    courses: courseFaults(form.courses, form.basics.minutes),
    organiser: organiserFaults(form.organiser),
  };
  return (Object.keys(APPLICATION_PAGES) as ApplicationPage[]).flatMap((page) =>
    pages[page].flatMap((fault) => (fault ? [{ page, field: fault[0], message: fault[1] }] : [])),
  );
}

function basicsFaults(basics: ApplicationForm['basics'], year: number | undefined): Fault[] {
  const { from, to } = basics;
  const isOutside = (day: string | null) => Boolean(year && day && day.slice(0, 4) !== String(year));
  return [
    empty(basics.name, 'basics.name', '请填写项目名称'),
    disciplineName(basics.discipline) === null && ['basics.discipline', '请选择所属学科'],
    basics.form !== 'remote' && empty(basics.place, 'basics.place', '请填写举办地点'),
    !from && ['basics.from', '请选择开始日期'],
    isOutside(from) && ['basics.from', `开始日期须在申报的${year}年内`],
    !to && ['basics.to', '请选择结束日期'],
    from && to && to < from && ['basics.to', '结束日期不能早于开始日期'],
    isOutside(to) && ['basics.to', `结束日期须在申报的${year}年内`],
    basics.persons <= 0 && ['basics.persons', '请填写拟招生人数'],
    empty(basics.audience, 'basics.audience', '请填写教学对象'),
    basics.minutes <= 0 && ['basics.minutes', '请填写总学时'],
  ];
}

function contentFaults(content: ApplicationForm['content']): Fault[] {
  return [
    empty(content.purpose, 'content.purpose', '请填写目的意义'),
    empty(content.outline, 'content.outline', '请填写主要内容'),
    empty(content.effect, 'content.effect', '请填写预期效果'),
  ];
}

function leaderFaults(leader: ApplicationForm['leader']): Fault[] {
  return [
    empty(leader.name, 'leader.name', '请填写项目负责人姓名'),
    leader.title === null && ['leader.title', '请选择项目负责人的技术职务'],
    empty(leader.specialty, 'leader.specialty', '请填写项目负责人的从事专业'),
    telephoneFault(leader.phone, 'leader.phone', '请填写项目负责人的联系电话'),
  ];
}

function courseFaults(courses: ApplicationForm['courses'], total: number): Fault[] {
  if (courses.length === 0) {
    return [['courses', '请至少填写一门课程']];
  }
  const sum = courseHoursFault(courses, total);
  const each = courses.flatMap(({ name, minutes, lecturers }, at): Fault[] => [
    empty(name, `courses.${at}.name`, `请填写第${at + 1}门课程的名称`),
    minutes <= 0 && [`courses.${at}.minutes`, `请填写第${at + 1}门课程的学时`],
    lecturers.length === 0 && [`courses.${at}.lecturers`, `请填写第${at + 1}门课程的主讲人`],
    ...lecturers.map((lecturer, of) =>
      empty(lecturer.name, `courses.${at}.lecturers.${of}.name`, `请填写第${at + 1}门课程主讲人的姓名`),
    ),
  ]);
  // Without a total the sum says nothing that the first page does not say.
  return [...each, total > 0 && sum !== null && ['courses', sum]];
}

function organiserFaults(organiser: ApplicationForm['organiser']): Fault[] {
  return [
    empty(organiser.contact, 'organiser.contact', '请填写联系人'),
    telephoneFault(organiser.phone, 'organiser.phone', '请填写联系人的联系电话'),
    organiser.email !== '' && !isEmail(organiser.email) && ['organiser.email', '电子邮箱格式不正确'],
  ];
}

function telephoneFault(text: string, field: string, missing: string): Fault {
  return empty(text, field, missing) || (!isTelephone(text.trim()) && [field, '联系电话格式不正确']);
}
