/** 举办周期: the times at which an activity is really held. A check-in counts only within one (manual 000 §一10, 002 §2.1). */

/** Milliseconds since the epoch; both ends belong to it. */
export interface Period {
  from: number;
  to: number;
}

/** Where now stands: before the first period, within one, between two, after the last; none when there are no periods. */
export type HoldingState = 'before' | 'within' | 'between' | 'after' | 'none';

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

function earliest(periods: readonly Period[]): Period | null {
  return periods.reduce<Period | null>(
    (first, period) => (first === null || period.from < first.from ? period : first),
    null,
  );
}
