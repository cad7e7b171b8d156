import type { ApplicationForm } from '@common/contract/applications';
import { pdfPages } from '../testing/pdfText';
import { applicationFormPdf, type PrintedApplication } from './applicationForm';

const lecturer = (name: string) => ({
  name,
  personnelNo: '',
  title: 'chiefNurse' as const,
  unitName: '漯河市中心医院',
});
const FORM: ApplicationForm = {
  basics: {
    name: '外科护理学新进展与安全管理学习班',
    discipline: '1402',
    form: 'onSite',
    place: '门诊楼六楼学术报告厅',
    from: '2026-07-20',
    to: '2026-07-24',
    terms: 1,
    persons: 150,
    audience: '外科护理人员',
    minutes: 1080,
  },
  content: { purpose: '提高护理安全水平', outline: '围手术期护理（ERAS）', background: '', effect: '' },
  leader: {
    name: '李雪梅',
    title: 'chiefNurse',
    specialty: '外科护理',
    phone: '13803950000',
    department: '护理部',
    education: '大学本科',
    experience: '从事外科护理二十年',
  },
  courses: [
    { name: '围手术期护理', minutes: 540, lecturers: [lecturer('李雪梅'), lecturer('张建国')] },
    { name: '护理安全', minutes: 540, lecturers: [lecturer('王志强')] },
  ],
  organiser: {
    contact: '王芳',
    phone: '0395-3356789',
    address: '人民东路56号',
    email: 'hulibu@example.com',
    partners: '',
    remark: '',
  },
};
const GIVEN: PrintedApplication = {
  title: '继续医学教育项目申报表',
  unitName: '漯河市中心医院',
  level: 'city',
  year: 2026,
  kind: 'application',
  number: null,
  form: FORM,
  steps: [
    { label: '单位科教部门确认', ownerName: '漯河市中心医院', at: '2026-03-02 10:21', result: '审核通过' },
    { label: '市级审核', ownerName: '漯河市卫生健康委员会', at: null, result: '' },
  ],
  opinions: [],
  printedAt: '2026-03-05 09:00',
};
const print = async (some: Partial<PrintedApplication> = {}) => {
  const pdf = await applicationFormPdf({ ...GIVEN, ...some });
  return { pdf, pages: pdfPages(pdf) };
};

test('a PDF with a cover, all that was filled in, the opinions and the places for seals', async () => {
  const { pdf, pages } = await print();
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]');
  const [cover = '', ...rest] = pages;
  for (const words of [
    GIVEN.title,
    '2026年度',
    '新项目申报',
    FORM.basics.name,
    '护理学/外科护理学',
    '2026-03-05',
  ]) {
    expect(cover).toContain(words);
  }
  const inner = rest.join('');
  for (const words of [
    '2026-07-20 至 2026-07-24',
    '18学时',
    '围手术期护理（ERAS）',
    '主任护师',
    '张建国',
    'hulibu@example.com',
    '审核通过',
    '2026-03-02 10:21',
    '漯河市卫生健康委员会',
  ]) {
    expect(inner).toContain(words);
  }
  expect(inner.match(/（盖章）/g)).toHaveLength(2);
  expect(inner.match(/签名：/g)).toHaveLength(1);
});

test('every page has its number', async () => {
  const { pages } = await print();
  expect(pages.length).toBeGreaterThan(2);
  for (const [at, page] of pages.entries()) {
    expect(page).toContain(`第 ${at + 1} 页  共 ${pages.length} 页`);
  }
});

test('a long text goes on over the pages and nothing of it is lost; its label stands on each', async () => {
  const outline = Array.from({ length: 150 }, (_, n) => `第${n + 1}讲：围手术期护理。`).join('\n');
  const { pages } = await print({ form: { ...FORM, content: { ...FORM.content, outline } } });
  const inner = pages.join('\n');
  for (const line of outline.split('\n')) {
    expect(inner).toContain(line);
  }
  const parts = pages.filter((page) => page.includes('讲：围手术期护理。'));
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.every((page) => page.includes('主要内容'))).toBe(true);
});

test('the head of the courses stands on every page that has courses', async () => {
  const courses = Array.from({ length: 50 }, (_, n) => ({
    name: `第${n + 1}门课程`,
    minutes: 60,
    lecturers: [lecturer('李雪梅')],
  }));
  const { pages } = await print({ form: { ...FORM, courses } });
  const withCourses = pages.filter((page) => /第\d+门课程/.test(page));
  expect(withCourses.length).toBeGreaterThan(1);
  expect(withCourses.every((page) => page.includes('主讲人'))).toBe(true);
  expect(pages.join('').match(/第\d+门课程/g)).toHaveLength(50);
});

test('every character has a glyph; one that no font has is printed as 〓', async () => {
  const { pages } = await print({
    opinions: [
      {
        expert: '张建国',
        expertTitle: '主任医师',
        conclusion: 'agree',
        text: '≥3μg/L、℃、①②Ⅲ，“很好”😀\u202c',
      },
    ],
  });
  const all = pages.join('');
  expect(all).toContain('≥3μg/L、℃、①②Ⅲ，“很好”〓');
  expect(all).toContain('结论：同意立项');
  expect(all).not.toContain('\0');
});

test('a draft without anything filled in is printed too', async () => {
  const { pages } = await print({
    form: {
      ...FORM,
      basics: { ...FORM.basics, name: '', discipline: '', from: null, to: null, persons: 0, minutes: 0 },
      leader: { ...FORM.leader, title: null },
      courses: [],
    },
    steps: [],
  });
  expect(pages[0]).toContain('（公布后编号）');
});

test('a published one has its number on the cover', async () => {
  const { pages } = await print({ number: '20261402001', kind: 'filing', title: '继续医学教育项目备案表' });
  expect(pages[0]).toContain('20261402001');
  expect(pages[0]).toContain('项目备案');
});
