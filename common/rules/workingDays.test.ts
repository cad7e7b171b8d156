import oracle from 'chinese-days';
import fc from 'fast-check';
import { HOLIDAYS } from '../holidays';
import { dayOf, startOfDay } from './shanghaiTime';
import { afterWorkingDays, isWorkingDay, isYearKnown, workingDaysUntil } from './workingDays';

const DAY_MS = 24 * 3_600_000;
const day = fc.integer({ min: 0, max: 3 * 365 - 1 }).map((n) => dayOf(startOfDay('2024-01-01') + n * DAY_MS));

test('every day of the announced years is as another table has it', () => {
  const last = startOfDay('2026-12-31');
  for (let at = startOfDay('2024-01-01'); at <= last; at += DAY_MS) {
    expect([dayOf(at), isWorkingDay(dayOf(at))]).toEqual([dayOf(at), oracle.isWorkday(dayOf(at))]);
  }
});

test('each year says where it is announced', () => {
  for (const { year, source } of HOLIDAYS) {
    expect(source).toContain(`${year}年`);
  }
  expect([isYearKnown('2026-12-31'), isYearKnown('2031-01-01')]).toEqual([true, false]);
});

test('the day itself does not count; a make-up Saturday does; a long holiday does not', () => {
  expect(afterWorkingDays('2026-11-20', 1)).toBe('2026-11-23');
  // National Day: off from 1 to 7 October, worked on 20 September (Sunday) and 10 October (Saturday).
  expect(afterWorkingDays('2026-09-19', 1)).toBe('2026-09-20');
  expect(afterWorkingDays('2026-09-30', 3)).toBe('2026-10-10');
  expect(afterWorkingDays('2026-07-24', 30)).toBe('2026-09-04');
});

test('counting there and counting back agree', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
      const due = afterWorkingDays(from, count);
      expect(isWorkingDay(due)).toBe(true);
      expect(workingDaysUntil(from, due)).toBe(count);
    }),
  );
});

test('what is overdue counts downwards', () => {
  expect(workingDaysUntil('2026-11-25', '2026-11-20')).toBe(-3);
  expect(workingDaysUntil('2026-11-20', '2026-11-20')).toBe(0);
});
