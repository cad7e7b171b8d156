/** 授分 and its review have their days (manual 002 §2.2, §3: 两周内); how many is a setting of the authority. Days are China's. */
import { dayOf, startOfDay } from './shanghaiTime';

const DAY_MS = 24 * 3_600_000;

/** The last of a number of days after a day (`YYYY-MM-DD`), which itself does not count. */
export const lastOfDays = (day: string, days: number): string => dayOf(startOfDay(day) + days * DAY_MS);

/** Days from today to a day, negative once it has gone by. */
export const daysUntil = (today: string, day: string): number =>
  Math.round((startOfDay(day) - startOfDay(today)) / DAY_MS);

/**
 * The last day on which the unit is in time to grant: so many days after the last day held. Null before it has ended.
 * @param periods The holding periods, in milliseconds.
 */
export function grantDueOn(
  periods: readonly { to: number }[],
  grantDays: number,
  now: number,
): string | null {
  const end = Math.max(...periods.map(({ to }) => to));
  return end <= now && periods.length > 0 ? lastOfDays(dayOf(end), grantDays) : null;
}

/** What of an activity decides whether something is left to grant. */
export interface Creditable {
  /** Persons with a swipe, and with the credit now. */
  attended: number;
  credited: number;
  /** Effective persons of the last analysis without those credited and those unchecked with a reason. */
  left: number;
  dueOn: string | null;
}

/** 逾期未授分: people came, nobody was credited, and the day has gone by. */
export const isGrantLate = ({ attended, credited, dueOn }: Creditable, today: string): boolean =>
  attended > 0 && credited === 0 && dueOn !== null && dueOn < today;

/** 待授分: nobody was credited yet, or not all whom the last analysis found effective. Where nobody came there is nothing to wait for. */
export function isGrantOpen(activity: Creditable, today: string): boolean {
  const { attended, credited, left, dueOn } = activity;
  if (credited > 0) {
    return left > 0;
  }
  return attended > 0 || dueOn === null || today <= dueOn;
}
