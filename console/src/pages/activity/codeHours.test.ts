import { showCodeHours } from './codeHours';

const HOURS = [
  { from: '2026-11-21T00:00:00.000Z', to: '2026-11-21T00:30:00.000Z' },
  { from: '2026-11-22T00:00:00.000Z', to: '2026-11-22T00:30:00.000Z' },
];
const at = (iso: string) => showCodeHours(HOURS, Date.parse(iso));

test.each([
  ['2026-11-20T23:00:00Z', '今天 08:00 至 08:30'],
  ['2026-11-21T00:30:00Z', '现在可以扫码，到 08:30'],
  ['2026-11-21T00:31:00Z', '2026-11-22 08:00 至 08:30'],
  ['2026-11-22T01:00:00Z', '时间已过'],
])('at %s: %s', (now, words) => expect(at(now)).toBe(words));

test('hours over midnight say the day on which they end', () => {
  const night = [{ from: '2026-11-21T12:00:00.000Z', to: '2026-11-21T20:00:00.000Z' }];
  expect(showCodeHours(night, Date.parse('2026-11-21T13:00:00Z'))).toBe('现在可以扫码，到 2026-11-22 04:00');
});

test('without holding periods there are no hours', () => {
  expect(showCodeHours([], 0)).toBe('还没有举办周期');
});
