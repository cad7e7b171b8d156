/** 工作日: the days that count for 需在培训班结束后30个工作日内 (manual 001 §四). */
import { HOLIDAYS } from '../holidays';
import { dayOf, startOfDay } from './shanghaiTime';

const DAY_MS = 24 * 3_600_000;
/** 执行情况反馈 is due within so many working days after the last day held (manual 001 §四). */
export const REPORT_WORKING_DAYS = 30;

/** The day after a number of days, `YYYY-MM-DD`. */
const plus = (day: string, days: number): string => dayOf(startOfDay(day) + days * DAY_MS);

/** 1970-01-01 was a Thursday. */
function isWeekend(day: string): boolean {
  const number = Math.floor(startOfDay(day) / DAY_MS) + 1;
  return [0, 6].includes((((number + 4) % 7) + 7) % 7);
}

/** Whether people work on a day (`YYYY-MM-DD`), public holidays and make-up days minded where they are known. */
export function isWorkingDay(day: string): boolean {
  const monthDay = day.slice(5);
  const year = HOLIDAYS.find((each) => each.year === Number(day.slice(0, 4)));
  if (year?.work.includes(monthDay)) {
    return true;
  }
  return !isWeekend(day) && !year?.off.some(([from, to]) => from <= monthDay && monthDay <= to);
}

/** Whether the public holidays of a day's year have been announced: a date reckoned past them may still move. */
export const isYearKnown = (day: string): boolean =>
  HOLIDAYS.some(({ year }) => year === Number(day.slice(0, 4)));

/**
 * The last of a number of working days after a day, which itself does not count.
 * @param count From 1.
 */
export function afterWorkingDays(day: string, count: number): string {
  let last = day;
  for (let left = count; left > 0; ) {
    last = plus(last, 1);
    left -= isWorkingDay(last) ? 1 : 0;
  }
  return last;
}

/** Working days from tomorrow to a day, that day included; negative for days that have gone by since it. */
export function workingDaysUntil(today: string, due: string): number {
  const isLate = due < today;
  const [from, to] = isLate ? [due, today] : [today, due];
  let count = 0;
  for (let day = plus(from, 1); day <= to; day = plus(day, 1)) {
    count += isWorkingDay(day) ? 1 : 0;
  }
  return isLate ? -count : count;
}
