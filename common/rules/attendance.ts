/**
 * 考勤分析: who was there in every 刷卡周期 (manual 000 §四, 001 §三(三)). One learner with a swipe in each window is effective;
 * which of the activity's courses was swiped does not matter (任意课程考勤有效授予全部学分).
 */
import type { Direction } from '../terms';

/** One swipe. `at` in milliseconds since the epoch. */
export interface Swipe {
  learnerId: string;
  courseId: string;
  direction: Direction;
  at: number;
}

/** 刷卡周期: milliseconds since the epoch, both ends belong to it. Without a direction, 签到 and 撤离 both count. */
export interface AttendanceWindow {
  id: string;
  from: number;
  to: number;
  direction?: Direction;
}

export interface AttendanceInput {
  checkIns: readonly Swipe[];
  windows: readonly AttendanceWindow[];
}

/** One learner with at least one swipe. `missing` has the ids of the windows without one, in their given order. */
export interface AttendanceResult {
  learnerId: string;
  swipes: Record<string, number>;
  missing: string[];
  effective: boolean;
}

/**
 * Counts every learner's swipes in every window.
 * @returns Sorted by learnerId. With no windows nobody is effective: there is nothing to have attended.
 */
export function analyseAttendance({ checkIns, windows }: AttendanceInput): AttendanceResult[] {
  const windowsAt = windowFinder(windows);
  const rowOf = new Map<string, number>();
  for (const { learnerId } of checkIns) {
    if (!rowOf.has(learnerId)) {
      rowOf.set(learnerId, rowOf.size);
    }
  }
  // One flat table, a row a learner: a hundred thousand small arrays would keep the collector busy.
  const counts = new Uint32Array(rowOf.size * windows.length);
  for (const { learnerId, direction, at } of checkIns) {
    const start = (rowOf.get(learnerId) ?? 0) * windows.length;
    for (const column of windowsAt(at, direction)) {
      counts[start + column] = (counts[start + column] ?? 0) + 1;
    }
  }
  const none = Object.fromEntries(windows.map(({ id }) => [id, 0]));
  return Array.from(rowOf.keys())
    .sort()
    .map((learnerId) => {
      const start = (rowOf.get(learnerId) ?? 0) * windows.length;
      const swipes: Record<string, number> = { ...none };
      const missing: string[] = [];
      for (const [column, { id }] of windows.entries()) {
        const count = counts[start + column] ?? 0;
        if (count === 0) {
          missing.push(id);
        } else {
          swipes[id] = count;
        }
      }
      return { learnerId, swipes, missing, effective: windows.length > 0 && missing.length === 0 };
    });
}

/**
 * Windows may overlap, so the time line is cut at all their ends, and the windows that hold there are listed once for each end
 * and each gap between two ends: a swipe then costs one binary search, however many windows there are.
 */
function windowFinder(windows: readonly AttendanceWindow[]) {
  const ends = Array.from(new Set(windows.flatMap(({ from, to }) => [from, to]))).sort((a, b) => a - b);
  const inside = ends.map((at, i) => ({
    onEnd: holding(windows, at, at),
    inGap: holding(windows, at, ends[i + 1] ?? Number.POSITIVE_INFINITY),
  }));
  return (at: number, direction: Direction): readonly number[] => {
    const i = lastAtOrBefore(ends, at);
    const place = inside[i];
    if (!place) {
      return [];
    }
    return (ends[i] === at ? place.onEnd : place.inGap)[direction];
  };
}

/** The indexes of the windows that hold from one end through the next, for each direction. */
function holding(
  windows: readonly AttendanceWindow[],
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
