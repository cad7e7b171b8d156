/**
 * 今日应完成: how many scans a day of an activity asks for and how many are done. 每半天不少于N次扫码 (manual 001 §三(二)); 签到 and
 * 撤离, 缺一不可 (manual 002 §2.1); one 签到 where nothing is demanded.
 */
import type { CheckInRules } from '../contract/checkInRules';
import type { Due } from '../contract/checkIns';
import { DIRECTIONS, type Direction } from '../terms';
import type { Period } from './periods';
import { startOfDay } from './shanghaiTime';

/** Both in milliseconds for `at`. */
export interface DueSwipe {
  direction: Direction;
  at: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Halves of a day in China, in hours of the day; an evening class is a half of its own. */
const HALVES = [
  { name: '上午', from: 0, to: 12 },
  { name: '下午', from: 12, to: 18 },
  { name: '晚上', from: 18, to: 24 },
] as const;
/** A period that runs a little over noon makes no afternoon. */
const LEAST_OF_A_HALF = HOUR;

/**
 * @param day `YYYY-MM-DD`.
 * @param swipes The learner's, of this activity; those of other days are left out.
 * @returns In the order of the day; `done` may exceed `of`.
 */
export function dueOn(
  day: string,
  periods: readonly Period[],
  swipes: readonly DueSwipe[],
  rules: Pick<CheckInRules, 'scansPerHalfDay' | 'isDepartureRequired'>,
): Due[] {
  const start = startOfDay(day);
  const held = periods
    .map(({ from, to }) => ({ from: Math.max(from, start), to: Math.min(to, start + DAY) }))
    .filter(({ from, to }) => from < to);
  const own = swipes.filter(({ at }) => start <= at && at < start + DAY);
  const due: Due[] = [];
  if (rules.scansPerHalfDay > 0) {
    const halves = halvesOf(start, held);
    const half = own.map(({ at }) => nearest(at, halves));
    for (const [i, { name }] of halves.entries()) {
      due.push({
        label: `${name}扫码`,
        done: half.filter((each) => each === i).length,
        of: rules.scansPerHalfDay,
      });
    }
  }
  const directions: Direction[] = rules.isDepartureRequired ? ['in', 'out'] : due.length > 0 ? [] : ['in'];
  for (const direction of directions) {
    const met = own.flatMap(({ direction: its, at }) => (its === direction ? [nearest(at, held)] : []));
    due.push({ label: DIRECTIONS[direction], done: new Set(met).size, of: Math.max(1, held.length) });
  }
  return due;
}

/** The halves that the day's periods fill at least an hour of; where all are shorter, the one that has most of them. */
function halvesOf(start: number, held: readonly Period[]) {
  const halves = HALVES.map(({ name, from, to }) => ({
    name,
    from: start + from * HOUR,
    to: start + to * HOUR,
  })).map((half) => ({ ...half, share: shareOf(half, held) }));
  const full = halves.filter(({ share }) => share >= LEAST_OF_A_HALF);
  const most = halves.reduce((a, b) => (b.share > a.share ? b : a));
  return full.length > 0 ? full : held.length > 0 ? [most] : [];
}

const shareOf = (half: Period, held: readonly Period[]) =>
  held.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(half.to, to) - Math.max(half.from, from)), 0);

/** The index of the stretch that a time is in, or else next to; 0 of none. */
function nearest(at: number, stretches: readonly Period[]): number {
  const gap = ({ from, to }: Period) => Math.max(from - at, at - to, 0);
  return stretches.reduce((best, each, i) => {
    const present = stretches[best];
    return present && gap(each) < gap(present) ? i : best;
  }, 0);
}
