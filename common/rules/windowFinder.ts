import type { Direction } from '../terms';

/** Milliseconds since the epoch, both ends belong to it. Without a direction, 签到 and 撤离 both count. */
export interface TimeWindow {
  from: number;
  to: number;
  direction?: Direction | null;
}

/**
 * Answers for a time and a direction the indexes of the windows that hold there. Windows may overlap, so the time line is cut at
 * all their ends, and the windows that hold there are listed once for each end and each gap between two ends: a swipe then costs
 * one binary search, however many windows there are.
 */
export function windowFinder(windows: readonly TimeWindow[]) {
  const ends = Array.from(new Set(windows.flatMap(({ from, to }) => [from, to]))).sort((a, b) => a - b);
  const inside = ends.map((at, i) => ({
    onEnd: holding(windows, at, at),
    inGap: holding(windows, at, ends[i + 1] ?? Number.POSITIVE_INFINITY),
  }));
  return (at: number, direction: Direction): readonly number[] => {
    const i = lastAtOrBefore(ends, at);
    const place = inside[i];
    if (!place) {
      return NONE;
    }
    return (ends[i] === at ? place.onEnd : place.inGap)[direction];
  };
}

const NONE: readonly number[] = [];

/** The indexes of the windows that hold from one end through the next, for each direction. */
function holding(
  windows: readonly TimeWindow[],
  from: number,
  to: number,
): Record<Direction, readonly number[]> {
  const indexes = (direction: Direction) =>
    windows.flatMap((window, i) =>
      window.from <= from && to <= window.to && (window.direction ?? direction) === direction ? [i] : [],
    );
  return { in: indexes('in'), out: indexes('out') };
}

/** The index of the last end that is not after the time, -1 when all are. */
function lastAtOrBefore(ends: readonly number[], at: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
