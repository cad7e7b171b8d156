import { restOfMonth, restOfWeek } from './comingDays';

test.each([
  // A Monday, a Saturday, a Sunday, and a week that ends in another year.
  ['2026-11-16', '2026-11-22'],
  ['2026-11-21', '2026-11-22'],
  ['2026-11-22', '2026-11-22'],
  ['2026-12-30', '2027-01-03'],
])('the week of %s ends on Sunday %s', (day, to) => {
  expect(restOfWeek(day)).toEqual({ from: day, to });
});

test.each([
  ['2026-11-21', '2026-11-30'],
  ['2026-12-31', '2026-12-31'],
  ['2027-02-01', '2027-02-28'],
  ['2028-02-10', '2028-02-29'],
])('the month of %s ends on %s', (day, to) => {
  expect(restOfMonth(day)).toEqual({ from: day, to });
});
