import { type ApplicationForm, applicationForm } from '../contract/applications';
import {
  APPLICATION_PAGES,
  APPLICATION_STARS,
  type ApplicationPage,
  missingInApplication,
} from './application';

const EMPTY = applicationForm.parse({});
const lecturer = { name: '李雪梅', personnelNo: '', title: 'chiefNurse', unitName: '' } as const;
const COMPLETE: ApplicationForm = {
  basics: {
    name: '外科护理学新进展学习班',
    discipline: '1402',
    form: 'onSite',
    place: '漯河市',
    from: '2027-05-10',
    to: '2027-05-12',
    terms: 1,
    persons: 120,
    audience: '各级医院护理人员',
    minutes: 360,
  },
  content: { purpose: '推广新技术', outline: '围手术期护理', background: '', effect: '提高水平' },
  leader: {
    name: '李雪梅',
    title: 'chiefNurse',
    specialty: '外科护理',
    phone: '0395-2111111',
    department: '',
    education: '',
    experience: '',
  },
  courses: [
    { name: '围手术期护理', minutes: 180, lecturers: [lecturer] },
    { name: '护理安全', minutes: 180, lecturers: [lecturer] },
  ],
  organiser: { contact: '王芳', phone: '13903950001', address: '', email: '', partners: '', remark: '' },
};

const faults = (form: ApplicationForm, year?: number) =>
  missingInApplication(form, year).map(({ field, message }) => `${field} ${message}`);
/** The complete form with one page changed. */
const changed = <P extends 'basics' | 'content' | 'leader' | 'organiser'>(
  page: P,
  change: Partial<ApplicationForm[P]>,
): ApplicationForm => ({ ...COMPLETE, [page]: { ...COMPLETE[page], ...change } });

test('what is complete can be handed in', () => {
  expect(missingInApplication(COMPLETE, 2027)).toEqual([]);
});

test('of an empty form every starred field is named, page by page', () => {
  const missing = missingInApplication(EMPTY);
  const starred = (Object.keys(APPLICATION_PAGES) as ApplicationPage[])
    .filter((page) => page !== 'courses')
    .flatMap((page) => APPLICATION_STARS[page].map((field) => `${page}.${field}`));
  expect(missing.filter(({ page }) => page !== 'courses').map(({ field }) => field)).toEqual(starred);
  expect(missing.find(({ page }) => page === 'courses')?.message).toBe('请至少填写一门课程');
  expect(missing.every(({ page, field }) => field.split('.')[0] === page)).toBe(true);
  const order = Object.keys(APPLICATION_PAGES);
  const pages = missing.map(({ page }) => order.indexOf(page));
  expect(pages).toEqual([...pages].sort());
});

test.each(
  (['basics', 'content', 'leader', 'organiser'] as const).flatMap((page) =>
    APPLICATION_STARS[page].map((field) => [page, field] as const),
  ),
)('%s.%s is starred: without it there is exactly one fault', (page, field) => {
  const empty = (EMPTY[page] as Record<string, unknown>)[field];
  const without = changed(page, { [field]: empty });
  const missing = missingInApplication(without).filter(({ page: on }) => on !== 'courses');
  expect(missing.map((fault) => fault.field)).toEqual([`${page}.${field}`]);
});

test('the leader’s 技术职务 and 从事专业 are asked for by name (manual 001: 第3页)', () => {
  expect(faults(changed('leader', { title: null, specialty: ' ' }))).toEqual([
    'leader.title 请选择项目负责人的技术职务',
    'leader.specialty 请填写项目负责人的从事专业',
  ]);
});

test('who meets nowhere needs no place', () => {
  expect(faults(changed('basics', { form: 'remote', place: '' }))).toEqual([]);
  expect(faults(changed('basics', { form: 'mixed', place: '' }))).toEqual(['basics.place 请填写举办地点']);
});

test('the days are in order and in the year that is applied for', () => {
  expect(faults(changed('basics', { to: '2027-05-09' }), 2027)).toEqual([
    'basics.to 结束日期不能早于开始日期',
  ]);
  expect(faults(changed('basics', { from: '2026-12-31' }), 2027)).toEqual([
    'basics.from 开始日期须在申报的2027年内',
  ]);
  expect(faults(changed('basics', { to: '2028-01-01' }), 2027)).toEqual([
    'basics.to 结束日期须在申报的2027年内',
  ]);
  expect(faults(changed('basics', { from: '2027-05-12', to: '2027-05-12' }), 2027)).toEqual([]);
});

test('a discipline is one of the list', () => {
  expect(faults(changed('basics', { discipline: '9999' }))).toEqual(['basics.discipline 请选择所属学科']);
});

describe('courses', () => {
  const [first, second] = COMPLETE.courses as [ApplicationForm['courses'][0], ApplicationForm['courses'][0]];
  const withCourses = (...courses: ApplicationForm['courses']) => faults({ ...COMPLETE, courses });

  test('each has a name, hours and somebody who gives it', () => {
    expect(withCourses(first, { name: '', minutes: 0, lecturers: [] }, second)).toEqual([
      'courses.1.name 请填写第2门课程的名称',
      'courses.1.minutes 请填写第2门课程的学时',
      'courses.1.lecturers 请填写第2门课程的主讲人',
    ]);
    expect(withCourses(first, { ...second, lecturers: [lecturer, { ...lecturer, name: '' }] })).toEqual([
      'courses.1.lecturers.1.name 请填写第2门课程主讲人的姓名',
    ]);
  });

  test('their hours add up to the total', () => {
    expect(withCourses(first)).toEqual(['courses 各门课程的学时之和是3学时，必须等于项目的总学时6学时']);
    expect(withCourses({ ...first, minutes: 360 })).toEqual([]);
  });

  test('without a total nothing is said of the sum', () => {
    expect(faults(changed('basics', { minutes: 0 }))).toEqual(['basics.minutes 请填写总学时']);
  });
});

test.each(['13903950001', '0395-2111111', '(0395)2111111转801', '+86 139 0395 0001'])(
  '%s is a telephone',
  (phone) => {
    expect(faults(changed('organiser', { phone }))).toEqual([]);
  },
);
test.each(['123', '电话1390395', '13903950001x', '-------'])('%s is none', (phone) => {
  expect(faults(changed('organiser', { phone }))).toEqual(['organiser.phone 联系电话格式不正确']);
});

test('an e-mail address may be left out, but not be wrong', () => {
  expect(faults(changed('organiser', { email: 'kj@lhszxyy.cn' }))).toEqual([]);
  expect(faults(changed('organiser', { email: 'kj@lhszxyy' }))).toEqual([
    'organiser.email 电子邮箱格式不正确',
  ]);
});
