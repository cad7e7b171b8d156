import { dayOf, SHANGHAI_OFFSET_MS, startOfDay } from './shanghaiTime';

const DAY_MS = 24 * 3_600_000;

/** Days, both included, `YYYY-MM-DD`. */
export interface Days {
  from: string;
  to: string;
}

/** What is left of the week of a day, to Sunday, as weeks go in China. */
export function restOfWeek(day: string): Days {
  const start = startOfDay(day);
  // 1970-01-01 was a Thursday, the fourth day from Monday.
  const sinceMonday = (Math.floor((start + SHANGHAI_OFFSET_MS) / DAY_MS) + 3) % 7;
  return { from: day, to: dayOf(start + (6 - sinceMonday) * DAY_MS) };
}

/** What is left of the month of a day. */
export function restOfMonth(day: string): Days {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return { from: day, to: dayOf(Date.UTC(year, month, 1) - SHANGHAI_OFFSET_MS - DAY_MS) };
}
