import { formatWindow, gapInWords } from './attendanceWords';

const at = (text: string) => Date.parse(`${text}:00+08:00`);
const window = (from: string, to: string, bound: object = {}) => ({ from: at(from), to: at(to), ...bound });
const MORNING = window('2026-07-21T07:30', '2026-07-21T09:00');
const EVENING = window('2026-07-21T16:30', '2026-07-21T18:00');
const nameOf = (courseId: string) => ({ c1: '外科护理学', c2: '伤口护理' })[courseId] ?? '';
const words = (windows: Parameters<typeof gapInWords>[0], missing: number[]) =>
  gapInWords(windows, { missing, gaps: [] }, nameOf);

test('names the windows with their times', () => {
  expect(words([MORNING, EVENING], [1])).toBe('第2个刷卡周期（07-21 16:30–18:00）内没有考勤');
  expect(words([MORNING, EVENING], [0, 1])).toBe(
    '第1个刷卡周期（07-21 07:30–09:00）、第2个刷卡周期（07-21 16:30–18:00）内没有考勤',
  );
  expect(formatWindow(window('2026-07-21T23:00', '2026-07-22T01:30'))).toBe('07-21 23:00–07-22 01:30');
  expect(words([MORNING], [])).toBe('');
});

test('names three of many', () => {
  const ten = Array.from({ length: 10 }, () => MORNING);
  const named = [1, 2, 3].map((n) => `第${n}个刷卡周期（07-21 07:30–09:00）`).join('、');
  expect(words(ten, [0, 1, 2, 3, 4])).toBe(`${named}等5个刷卡周期内没有考勤`);
});

test('says 签到 or 撤离 where only that was asked for, and which course', () => {
  const out = { ...EVENING, direction: 'out' as const };
  expect(words([MORNING, out], [1])).toBe('第2个刷卡周期（07-21 16:30–18:00）内没有撤离');
  expect(words([MORNING, out], [0, 1])).toContain('内没有考勤');
  expect(words([{ ...MORNING, courseId: 'c2' }], [0])).toBe(
    '第1个刷卡周期（07-21 07:30–09:00，课程“伤口护理”）内没有考勤',
  );
});

test('by course, what each lacks, the nearest first', () => {
  const gaps = [
    { courseId: 'c1', windows: [0, 1, 2, 3] },
    { courseId: 'c2', windows: [1] },
  ];
  expect(gapInWords([MORNING], { missing: [], gaps }, nameOf)).toBe(
    '没有一门课程考勤完整：“伤口护理”缺第2个刷卡周期，“外科护理学”缺第1、2、3等4个刷卡周期',
  );
});
