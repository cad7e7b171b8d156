import {
  completePages,
  isSubmittable,
  PROFILE_PAGE_ORDER,
  PROFILE_PAGES,
  pageOfField,
  profileDateFault,
} from './profile';

const filled =
  (...fields: string[]) =>
  (field: string) =>
    fields.includes(field);

test('the five pages of the manual, in its order', () => {
  expect(PROFILE_PAGE_ORDER.map((page) => PROFILE_PAGES[page].label)).toEqual([
    '基本资料',
    '联系信息',
    '工作信息',
    '教育经历',
    '其他',
  ]);
});

test('a page with starred fields is complete when all of them are good, whatever else is empty', () => {
  expect(completePages(filled('name', 'idNo'))).toEqual(['basics']);
  expect(completePages(filled('name', 'photoId', 'ethnicity'))).toEqual([]);
  expect(completePages(filled('unit', 'title', 'phone'))).toEqual(['contact', 'work']);
});

test('a page without starred fields is complete when something is there', () => {
  expect(completePages(filled())).toEqual([]);
  expect(completePages(filled('educations', 'remark'))).toEqual(['education', 'others']);
});

test('the first three pages suffice', () => {
  expect(isSubmittable(completePages(filled('name', 'idNo', 'phone', 'unit', 'title')))).toBe(true);
  expect(isSubmittable(['basics', 'contact', 'education', 'others'])).toBe(false);
});

test('each field is on one page', () => {
  const all = PROFILE_PAGE_ORDER.flatMap((page): string[] => [
    ...PROFILE_PAGES[page].required,
    ...PROFILE_PAGES[page].optional,
  ]);
  expect(new Set(all).size).toBe(all.length);
  expect(pageOfField('titleSince')).toBe('work');
  expect(pageOfField('consent')).toBeNull();
});

test.each([
  [{ titleSince: '2026-11-22' }, 'titleSince', '职称取得时间不能晚于今天'],
  [{ workStartedOn: '2027-01-01' }, 'workStartedOn', '参加工作时间不能晚于今天'],
  [
    {
      educations: [
        { from: '2000-09', to: '2004-07' },
        { from: '2004-09', to: '2004-08' },
      ],
    },
    'educations.1.to',
    '毕业时间不能早于入学时间',
  ],
])('%j cannot be', (dates, field, message) => {
  expect(profileDateFault(dates, '2026-11-21')).toEqual({ field, message });
});

test.each([
  {},
  { titleSince: '2026-11-21', workStartedOn: null },
  { educations: [{ from: '2000-09', to: null }, { from: null, to: '2004-07' }, {}] },
  { educations: [{ from: '2004-09', to: '2004-09' }] },
])('%j can be', (dates) => {
  expect(profileDateFault(dates, '2026-11-21')).toBeNull();
});
