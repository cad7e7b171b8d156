/**
 * 签到时间 and 撤离时间: when a direction's scans are taken. By default within the holding periods (manual 000 §一10); an authority
 * may set hours around their starts and ends, and a code outside its hours is void (manual 002 §2.1).
 */
import type { CheckInRules } from '../contract/checkInRules';
import { DIRECTIONS, type Direction } from '../terms';
import { currentPeriod, nextPeriod, type Period } from './periods';
import { formatRange, formatRanges } from './shanghaiTime';

/** In minutes; 0 as `contract/checkInRules` says. */
export type HourRules = Pick<CheckInRules, 'signInBefore' | 'signInFor' | 'departureBefore' | 'departureFor'>;

/** Why no scan is taken now, with the times in words. */
export interface HoursFault {
  code: 'OUTSIDE_HOLDING_PERIOD' | 'CODE_HOURS';
  message: string;
}

const MINUTE = 60_000;

/** The hours of a direction, one for each holding period, in the periods' order; milliseconds, both ends belong to them. */
export function openHours(direction: Direction, periods: readonly Period[], rules: HourRules): Period[] {
  return periods.map(({ from, to }) =>
    direction === 'in'
      ? {
          from: from - rules.signInBefore * MINUTE,
          to: rules.signInFor > 0 ? Math.min(to, from + rules.signInFor * MINUTE) : to,
        }
      : {
          from: rules.departureBefore > 0 ? Math.max(from, to - rules.departureBefore * MINUTE) : from,
          to: to + rules.departureFor * MINUTE,
        },
  );
}

/** Null where a direction's scans are taken at a time (ms). */
export function hoursFault(
  now: number,
  direction: Direction,
  periods: readonly Period[],
  rules: HourRules,
): HoursFault | null {
  const hours = openHours(direction, periods, rules);
  if (currentPeriod(now, hours)) {
    return null;
  }
  const name = DIRECTIONS[direction];
  const isWithin = currentPeriod(now, periods) !== null;
  const isOrdinary = hours.every(({ from, to }, i) => from === periods[i]?.from && to === periods[i]?.to);
  if (!isWithin && isOrdinary) {
    return {
      code: 'OUTSIDE_HOLDING_PERIOD',
      message: `当前不在活动举办周期内（${formatRanges(periods)}），不能${name}`,
    };
  }
  const next = nextPeriod(now, hours);
  return {
    code: isWithin ? 'CODE_HOURS' : 'OUTSIDE_HOLDING_PERIOD',
    message: next
      ? `现在不是${name}时间（下一次：${formatRange(next.from, next.to)}），不能${name}`
      : `${name}时间已过（${formatRanges(hours)}），不能${name}`,
  };
}
