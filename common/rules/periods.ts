/** 举办周期: the times at which an activity is really held. A check-in counts only within one (manual 000 §一10, 002 §2.1). */

import { dayOf, startOfDay } from './shanghaiTime';

const DAY_MS = 24 * 3_600_000;

/** Milliseconds since the epoch; both ends belong to it. */
export interface Period {
  from: number;
  to: number;
}

/** Where now stands: before the first period, within one, between two, after the last; none when there are no periods. */
export type HoldingState = 'before' | 'within' | 'between' | 'after' | 'none';

/** From the beginning of the first one to the end of the last, ms. @param periods At least one. */
export function spanOf(periods: readonly Period[]): Period {
  return {
    from: Math.min(...periods.map(({ from }) => from)),
    to: Math.max(...periods.map(({ to }) => to)),
  };
}

/** As `spanOf`, in ISO 8601 for an answer of the API. @param periods At least one. */
export function isoSpanOf(periods: readonly Period[]): { from: string; to: string } {
  const { from, to } = spanOf(periods);
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

/** The period that now is in, the earliest begun if several; null when in none. The order of `periods` does not matter. */
export function currentPeriod(now: number, periods: readonly Period[]): Period | null {
  return earliest(periods.filter((period) => period.from <= now && now <= period.to));
}

/** The next period to begin after now; null when there is none. */
export function nextPeriod(now: number, periods: readonly Period[]): Period | null {
  return earliest(periods.filter((period) => period.from > now && period.from <= period.to));
}

/** Where now stands to the periods, for a message that says when to come. */
export function holdingState(now: number, periods: readonly Period[]): HoldingState {
  if (periods.length === 0) {
    return 'none';
  }
  if (currentPeriod(now, periods)) {
    return 'within';
  }
  const hasPast = periods.some((period) => period.to < now);
  if (!nextPeriod(now, periods)) {
    return 'after';
  }
  return hasPast ? 'between' : 'before';
}

/**
 * The days (`YYYY-MM-DD` in China) on which an activity has been held so far: what 活动日期 of a crediting can be
 * (manual 000 §四4: 一般是举办周期内的最后一天). In order; empty before the first period.
 */
export function daysHeld(periods: readonly Period[], now: number): string[] {
  const days = new Set<string>();
  for (const { from, to } of periods) {
    const last = Math.min(to, now);
    for (let at = from; at <= last; at = startOfDay(dayOf(at)) + DAY_MS) {
      days.add(dayOf(at));
    }
  }
  return Array.from(days).sort();
}

function earliest(periods: readonly Period[]): Period | null {
  return periods.reduce<Period | null>(
    (first, period) => (first === null || period.from < first.from ? period : first),
    null,
  );
}
