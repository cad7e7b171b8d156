import { isClosing, windowDays } from './windowDays';

test.each([
  ['open', '2027-03-01', '2027-03-31', '还有10天'],
  ['open', '2027-03-01', '2027-03-22', '还有1天'],
  ['open', '2027-03-01', '2027-03-21', '今天截止'],
  ['before', '2027-03-22', '2027-03-31', '明天开始'],
  ['before', '2027-04-01', '2027-04-30', '11天后开始'],
  ['over', '2026-03-01', '2026-03-31', '已结束'],
] as const)('a window that is %s, %s to %s: %s', (state, from, to, words) => {
  expect(windowDays({ state, from, to }, '2027-03-21')).toBe(words);
});

test('an open window is marked in its last week, one that is over is not', () => {
  expect(isClosing({ state: 'open', to: '2027-03-28' }, '2027-03-21')).toBe(true);
  expect(isClosing({ state: 'open', to: '2027-03-29' }, '2027-03-21')).toBe(false);
  expect(isClosing({ state: 'over', to: '2027-03-20' }, '2027-03-21')).toBe(false);
});
