/**
 * 签到与撤离名单 (manual 002 §2.2): when a person came and left, how long he was there within the holding periods, and whether
 * that makes the full hours. The list goes up within two weeks after the end.
 */
import type { Direction } from '../terms';
import { type Period, spanOf } from './periods';
import { dayOf, startOfDay } from './shanghaiTime';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const HAND_UP_DAYS = 14;
/** For each stretch of attendance: the door's queue when sign-in opens with the period, and again at the end. */
export const TOLERANCE_MINUTES = 15;

/** `at` in milliseconds since the epoch. */
export interface RosterSwipe {
  direction: Direction;
  at: number;
}

/** First 签到 and last 撤离, ms; null where there is none. */
export interface Stay {
  in: number | null;
  out: number | null;
}

/**
 * One person's attendance. A 签到 belongs to the stretch that it comes before the end of, a 撤离 to the one that it comes after
 * the start of, since doors open earlier and close later than the period. Between his first 签到 and his last 撤离 of a stretch
 * he was there; without a 撤离 he was there to its end where no 撤离 is required, and not at all where it is (缺一不可). A period
 * over several days is held each day from its first hour to its last.
 * @param now Time to come does not count yet.
 * @returns `periods` in their given order; whole minutes.
 */
export function attendedIn(given: {
  periods: readonly Period[];
  swipes: readonly RosterSwipe[];
  isDepartureRequired: boolean;
  now: number;
}): { periods: Stay[]; minutes: number } {
  const stretches = given.periods
    .flatMap((period, of) => daysOf(period).map((day) => ({ ...day, of })))
    .sort((a, b) => a.from - b.from);
  const stays: Stay[] = stretches.map(() => ({ in: null, out: null }));
  const byTime = [...given.swipes].sort((a, b) => a.at - b.at);
  for (const { direction, at } of byTime) {
    const index =
      direction === 'in'
        ? indexOr(
            stretches.findIndex(({ to }) => at <= to),
            stretches.length - 1,
          )
        : indexOr(
            stretches.findLastIndex(({ from }) => from <= at),
            0,
          );
    const stay = stays[index];
    if (stay && direction === 'in') {
      stay.in ??= at;
    } else if (stay) {
      stay.out = at;
    }
  }
  let ms = 0;
  for (const [index, { from, to }] of stretches.entries()) {
    const stay = stays[index] ?? { in: null, out: null };
    if (stay.in === null) {
      continue;
    }
    const left = stay.out !== null && stay.out > stay.in ? stay.out : null;
    const until = left ?? (given.isDepartureRequired ? stay.in : Math.min(to, given.now));
    ms += Math.max(0, Math.min(to, until) - Math.max(from, stay.in));
  }
  const periods = given.periods.map((_, of) => {
    const his = stays.filter((_stay, index) => stretches[index]?.of === of);
    return { in: firstOf(his.map((stay) => stay.in)), out: firstOf(his.map((stay) => stay.out).reverse()) };
  });
  return { periods, minutes: Math.floor(ms / MINUTE_MS) };
}

/**
 * Whether so many minutes are 规定学时: those of the project, or of the periods where they are shorter, less the tolerance for
 * each stretch.
 */
export function hasFullHours(minutes: number, periods: readonly Period[], projectMinutes: number): boolean {
  const stretches = periods.flatMap(daysOf);
  const held = stretches.reduce((sum, { from, to }) => sum + (to - from) / MINUTE_MS, 0);
  const wanted = Math.min(projectMinutes, held) - TOLERANCE_MINUTES * stretches.length;
  return minutes > 0 && minutes >= wanted;
}

/** Until when the list goes up: two weeks after the last period; null without periods. Ms. */
export function rosterDueAt(periods: readonly Period[]): number | null {
  return periods.length > 0 ? spanOf(periods).to + HAND_UP_DAYS * DAY_MS : null;
}

/** A period by days in China. Where its last hour is not after its first, it goes on through the nights. */
function daysOf({ from, to }: Period): Period[] {
  const [fromHour, toHour] = [from - startOfDay(dayOf(from)), to - startOfDay(dayOf(to))];
  const goesThrough = toHour <= fromHour;
  const days: Period[] = [];
  for (let day = startOfDay(dayOf(from)); day <= to; day += DAY_MS) {
    const part = goesThrough ? { from: day, to: day + DAY_MS } : { from: day + fromHour, to: day + toHour };
    days.push({ from: Math.max(from, part.from), to: Math.min(to, part.to) });
  }
  return days.filter((day) => day.from < day.to);
}

const indexOr = (index: number, other: number) => (index < 0 ? other : index);
const firstOf = (times: readonly (number | null)[]) => times.find((at) => at !== null) ?? null;
