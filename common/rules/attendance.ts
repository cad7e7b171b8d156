/**
 * 考勤分析: who was there in every 刷卡周期 (manual 000 §四.2, 001 §三(三)), by the strategy that was chosen (001 §三(三)4:
 * 任意课程考勤有效授予全部学分).
 */
import type { CreditingStrategy, Direction } from '../terms';
import { type TimeWindow, windowFinder } from './windowFinder';

/** One swipe. `at` in milliseconds since the epoch. */
export interface Swipe {
  learnerId: string;
  courseId: string;
  direction: Direction;
  at: number;
}

/** 刷卡周期. Without a course every course's swipes count in it, with one that course's alone. */
export interface AttendanceWindow extends TimeWindow {
  courseId?: string | null;
}

export interface AttendanceInput {
  checkIns: readonly Swipe[];
  windows: readonly AttendanceWindow[];
  strategy: CreditingStrategy;
  /** The activity's courses; swipes of others (a course that was removed) count only where no course is asked for. */
  courseIds: readonly string[];
}

/** What a course lacks: the indexes of the windows that apply to it and have no swipe of it. */
export interface CourseGap {
  courseId: string;
  windows: number[];
}

/** One learner with at least one swipe. Windows by index. */
export interface AttendanceResult {
  learnerId: string;
  firstAt: number;
  lastAt: number;
  /** Swipes in each window, in their order. */
  counts: number[];
  /** The windows without one. */
  missing: number[];
  /** Where the strategy goes by course: those attended in each window that applies to them, and what the others lack. */
  courseIds: string[];
  gaps: CourseGap[];
  isAttended: boolean;
}

/**
 * Counts every learner's swipes in every window, and judges by the strategy. With `everyWindow` each window needs a swipe. The
 * others look at each course by itself: at the windows bound to it and those bound to none, and at its own swipes; one course
 * that is complete is enough.
 * @returns Sorted by learnerId. With no windows nobody has attended: there is nothing to have attended.
 */
export function analyseAttendance(input: AttendanceInput): AttendanceResult[] {
  const { checkIns, windows, strategy } = input;
  const rowOf = rowsOf(checkIns);
  const width = windows.length;
  // Flat tables, a row a learner: hundreds of thousands of small arrays would keep the collector busy.
  const counts = new Uint32Array(rowOf.size * width);
  const firstAt = new Float64Array(rowOf.size).fill(Number.POSITIVE_INFINITY);
  const lastAt = new Float64Array(rowOf.size).fill(Number.NEGATIVE_INFINITY);
  const courses = strategy === 'everyWindow' ? null : courseTable(input, rowOf.size);
  const windowsAt = windowFinder(windows);
  for (const { learnerId, courseId, direction, at } of checkIns) {
    const row = rowOf.get(learnerId) ?? 0;
    firstAt[row] = Math.min(firstAt[row] ?? at, at);
    lastAt[row] = Math.max(lastAt[row] ?? at, at);
    for (const index of windowsAt(at, direction)) {
      if ((windows[index]?.courseId ?? courseId) === courseId) {
        const cell = row * width + index;
        counts[cell] = (counts[cell] ?? 0) + 1;
        courses?.mark(row, courseId, index);
      }
    }
  }
  return Array.from(rowOf.keys())
    .sort()
    .map((learnerId): AttendanceResult => {
      const row = rowOf.get(learnerId) ?? 0;
      const own = Array.from(counts.subarray(row * width, (row + 1) * width));
      const missing = own.flatMap((count, index) => (count === 0 ? [index] : []));
      const { courseIds, gaps } = courses?.standing(row) ?? NO_COURSES;
      return {
        learnerId,
        firstAt: firstAt[row] ?? 0,
        lastAt: lastAt[row] ?? 0,
        counts: own,
        missing,
        courseIds,
        gaps,
        isAttended: courses ? courseIds.length > 0 : width > 0 && missing.length === 0,
      };
    });
}

const NO_COURSES: Pick<AttendanceResult, 'courseIds' | 'gaps'> = { courseIds: [], gaps: [] };

/** Each learner's row in the tables. */
function rowsOf(checkIns: readonly Swipe[]): ReadonlyMap<string, number> {
  const rowOf = new Map<string, number>();
  for (const { learnerId } of checkIns) {
    if (!rowOf.has(learnerId)) {
      rowOf.set(learnerId, rowOf.size);
    }
  }
  return rowOf;
}

/** Which windows of which courses each learner has a swipe in. */
function courseTable({ windows, courseIds }: AttendanceInput, rows: number) {
  const columnOf = new Map(courseIds.map((id, column) => [id, column * windows.length]));
  const width = courseIds.length * windows.length;
  const marks = new Uint8Array(rows * width);
  // A course that no window applies to cannot be attended.
  const courses = courseIds.flatMap((courseId) => {
    const applying = windows.flatMap((window, i) => ((window.courseId ?? courseId) === courseId ? [i] : []));
    return applying.length > 0 ? [{ courseId, column: columnOf.get(courseId) ?? 0, applying }] : [];
  });
  return {
    mark(row: number, courseId: string, window: number) {
      const column = columnOf.get(courseId);
      if (column !== undefined) {
        marks[row * width + column + window] = 1;
      }
    },
    standing(row: number) {
      const all = courses.map(
        ({ courseId, column, applying }): CourseGap => ({
          courseId,
          windows: applying.filter((window) => marks[row * width + column + window] === 0),
        }),
      );
      return {
        courseIds: all.flatMap((gap) => (gap.windows.length === 0 ? [gap.courseId] : [])),
        gaps: all.filter((gap) => gap.windows.length > 0),
      };
    },
  };
}
