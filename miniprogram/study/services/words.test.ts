import { remaining } from '@/services/words';
import { examOf } from '@/testing/exams';
import { beginWords } from './examWords';
import { submitWords, tapped, timeWords } from './paperWords';

const DEADLINE = '2026-11-28T15:59:59.999Z';

test.each([
  [0, '00:00'],
  [309, '05:09'],
  [3909, '1:05:09'],
  [86_400, '24:00:00'],
  [86_401, '11月28日 24:00 截止'],
])('%i seconds left: %s', (seconds, words) => {
  expect(timeWords(seconds, DEADLINE)).toBe(words);
});

test.each([
  [59, '59 秒'],
  [303, '5 分 03 秒'],
  [3600, '1 小时 00 分'],
  [176_700, '49 小时 05 分'],
])('%i seconds taken: %s', (seconds, words) => {
  expect(remaining(seconds)).toBe(words);
});

test('a single choice moves; of several each goes on and off, in the order of the letters', () => {
  expect(tapped('single', [1], 0)).toEqual([0]);
  expect(tapped('single', [0], 0)).toEqual([0]);
  expect(tapped('multiple', [2], 0)).toEqual([0, 2]);
  expect(tapped('multiple', [0, 2], 2)).toEqual([0]);
});

test('what is open is named while that can be read, else counted', () => {
  expect(submitWords([2, 5], 1)[1]).toBe('第2、5题没有作答。有1题做了标记。交卷后不能修改，立即得到成绩。');
  const many = Array.from({ length: 11 }, (_, at) => at + 1);
  expect(submitWords(many, 0)[1]).toContain('有11题没有作答');
});

test('before a try: its time, and which it is where they are counted', () => {
  const attempts = [
    { id: '1'.repeat(24), tryNumber: 1, score: 40, isPassed: false, submittedAt: '2026-11-20T01:00:00.000Z' },
  ];
  expect(beginWords(examOf({ attempts }))).toContain('这是第2次，共3次');
  expect(beginWords(examOf({ tries: 0 }))).toBe('共2题，限时30分钟，开始后计时不停。');
  expect(beginWords(examOf({ minutes: 0 }))).toContain('不限时');
  expect(beginWords(examOf({ minutes: 0, tries: 0 }))).toBeNull();
});
