import { isPushing, pushPercent, pushWords } from './noticeWords';

const push = (told: number, total: number | null, finishedAt: string | null = null) => ({
  told,
  total,
  finishedAt,
});

test.each([
  [null, 'published', null],
  [push(0, null), 'published', { tone: 'live', text: '正在准备推送' }],
  [push(1234, 5678), 'published', { tone: 'live', text: '推送 1,234 / 5,678' }],
  [push(5678, 5678, '2026-07-20T00:00:00.000Z'), 'published', { tone: 'done', text: '已推送 5,678人' }],
  [push(1234, 5678), 'withdrawn', { tone: 'quiet', text: '推送已停止，已通知 1,234人' }],
] as const)('%j of one that is %s', (given, state, words) => {
  expect(pushWords({ push: given, state })).toEqual(words);
  expect(isPushing({ push: given, state })).toBe(words?.tone === 'live');
});

test.each([
  [push(0, null), null],
  [push(0, 0), null],
  [push(999, 1000), 99],
  [push(1001, 1000), 100],
])('%j is %j percent', (given, percent) => {
  expect(pushPercent({ push: given })).toBe(percent);
});
