import { monthAfter, monthGrid } from './monthGrid';

test('a month begins at its weekday, Monday first', () => {
  // 2026-07-01 is a Wednesday.
  expect(monthGrid('2026-07')).toMatchObject({ label: '2026年7月', blanks: 2 });
  expect(monthGrid('2026-07').days).toHaveLength(31);
  expect(monthGrid('2026-02').days.at(-1)).toBe('2026-02-28');
  expect(monthGrid('2028-02').days.at(-1)).toBe('2028-02-29');
});

test('months go on over the year', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2027-01', -1)).toBe('2026-12');
});
