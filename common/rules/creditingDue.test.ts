import fc from 'fast-check';
import { daysUntil, grantDueOn, isGrantLate, isGrantOpen, lastOfDays } from './creditingDue';
import { startOfDay } from './shanghaiTime';

const day = fc
  .integer({ min: startOfDay('2020-01-01'), max: startOfDay('2030-12-31') })
  .map((ms) => new Date(ms).toISOString().slice(0, 10));

test('two weeks after 21 November is 5 December; months, years and leap days are minded', () => {
  expect(lastOfDays('2026-11-21', 14)).toBe('2026-12-05');
  expect(lastOfDays('2026-12-25', 14)).toBe('2027-01-08');
  expect(lastOfDays('2028-02-28', 1)).toBe('2028-02-29');
});

test('so many days after a day are so many days until it', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 400 }), (from, days) => {
      const due = lastOfDays(from, days);
      expect(daysUntil(from, due)).toBe(days);
      expect(daysUntil(due, from) + days).toBe(0);
    }),
  );
});

test('the unit has its days from the last day held, in China, and none before the end', () => {
  const at = (text: string) => Date.parse(`${text}+08:00`);
  // Held past midnight: the last period ends on the 22nd, though it is the first of the list.
  const periods = [{ to: at('2026-11-22T00:30') }, { to: at('2026-11-21T18:00') }];
  expect(grantDueOn(periods, 14, at('2026-11-22T00:29'))).toBeNull();
  expect(grantDueOn(periods, 14, at('2026-11-22T00:30'))).toBe('2026-12-06');
  expect(grantDueOn([], 14, at('2026-11-22T00:30'))).toBeNull();
});

test.each([
  // attended, credited, left, dueOn: open, late on 2026-12-05
  [10, 0, 0, null, true, false],
  [10, 0, 10, '2026-12-05', true, false],
  [10, 0, 10, '2026-12-04', true, true],
  [10, 8, 2, '2026-12-04', true, false],
  [10, 8, 0, '2026-12-04', false, false],
  // Nobody came: once its day is past there is nothing to wait for.
  [0, 0, 0, null, true, false],
  [0, 0, 0, '2026-12-05', true, false],
  [0, 0, 0, '2026-12-04', false, false],
])(
  'of %i who came %i are credited, %i left, due on %s: open %s, late %s',
  (attended, credited, left, dueOn, open, late) => {
    const activity = { attended, credited, left, dueOn };
    expect(isGrantOpen(activity, '2026-12-05')).toBe(open);
    expect(isGrantLate(activity, '2026-12-05')).toBe(late);
  },
);
