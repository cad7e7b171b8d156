/** When 在线考试 and 项目评价 of an activity can be done (manual 000 §二: after the training, before the crediting). */
import type { PaperRules } from '../contract/papers';
import { type Period, spanOf } from './periods';
import { dayOf, formatDateTime, startOfDay } from './shanghaiTime';

const DAY = 24 * 3_600_000;
/** 项目评价 is open for so many days after the last holding period. */
export const EVALUATION_DAYS = 30;

/** The end of the day (China) that is so many days after a time, ms. */
const endOfDayAfter = (at: number, days: number) => startOfDay(dayOf(at)) + (days + 1) * DAY - 1;

/** Both ends belong to it, ms. Without holding periods there is none: null. */
export function examHours(
  { opens, daysAfter }: Pick<PaperRules, 'opens' | 'daysAfter'>,
  periods: readonly Period[],
): Period | null {
  if (periods.length === 0) {
    return null;
  }
  const { from: start, to: end } = spanOf(periods);
  const from = opens === 'onSite' ? start : end;
  // After the class with no day more would be no time at all: the rest of that day.
  return { from, to: daysAfter === 0 && opens === 'onSite' ? end : endOfDayAfter(end, daysAfter) };
}

/**
 * 项目评价 opens to a learner when the last holding period ends, or earlier when he leaves it (a 撤离 within it).
 * @param departures Times (ms) of his 撤离.
 */
export function evaluationHours(periods: readonly Period[], departures: readonly number[]): Period | null {
  if (periods.length === 0) {
    return null;
  }
  const { to: end } = spanOf(periods);
  const start = Math.max(...periods.flatMap(({ from, to }) => (to === end ? [from] : [])));
  const left = departures.filter((at) => start <= at && at <= end);
  return { from: Math.min(end, ...left), to: endOfDayAfter(end, EVALUATION_DAYS) };
}

/** `11月28日 24:00 截止`: until when something can be done (ms). The last moment of a day is read as its end. */
export function untilWords(to: number): string {
  const day = dayOf(to);
  const [, month, date] = day.split('-').map(Number);
  const isDayEnd = dayOf(to + 1) !== day;
  return `${month}月${date}日 ${isDayEnd ? '24:00' : formatDateTime(to).slice(-5)} 截止`;
}

/** Whether hours (both ends belong to them) are ahead, open or over at a time, ms. */
export const whereIn = ({ from, to }: Period, now: number): 'ahead' | 'open' | 'over' =>
  now < from ? 'ahead' : now <= to ? 'open' : 'over';
