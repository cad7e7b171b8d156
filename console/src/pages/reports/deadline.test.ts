import { deadlineWords } from './deadline';

test.each([
  [{ daysLeft: 12, isLate: false }, 'waiting', '还有 12 个工作日'],
  [{ daysLeft: 0, isLate: false }, 'waiting', '今天到期'],
  [{ daysLeft: 0, isLate: true }, 'act', '已逾期'],
  [{ daysLeft: -3, isLate: true }, 'act', '已逾期 3 个工作日'],
  [{ daysLeft: null, isLate: false }, 'done', '按期提交'],
  [{ daysLeft: null, isLate: true }, 'waiting', '逾期提交'],
] as const)('%j', (given, tone, text) => {
  expect(deadlineWords({ ...given, isProvisional: false })).toEqual({ tone, text });
});
