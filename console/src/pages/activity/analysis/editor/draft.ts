import type { AnalysisMethod, SavedAnalysis } from '@common/contract/analyses';
import type { CreditingStrategy, Direction } from '@common/terms';
import { overlap, type Span } from '../../../../components/timeline/geometry';

/** The most that an analysis takes. */
export const MOST_WINDOWS = 40;
const HALF_HOUR = 30 * 60_000;

/** A 刷卡周期 as it is being set; times in milliseconds. */
export interface DraftWindow extends Span {
  key: string;
  /** Null: 签到 and 撤离 both count. */
  direction: Direction | null;
  /** Null: every course's swipes count. */
  courseId: string | null;
}

export interface Draft {
  windows: readonly DraftWindow[];
  strategy: CreditingStrategy;
  isExamRequired: boolean;
  isEvaluationRequired: boolean;
}

/** What an analysis begins with: nothing, or what another one went by. */
export function beginning(before: SavedAnalysis | null): Draft {
  if (!before) {
    return { windows: [], strategy: 'everyWindow', isExamRequired: false, isEvaluationRequired: false };
  }
  const { windows, strategy, conditions } = before;
  return {
    windows: windows.map(({ from, to, direction, courseId }, index) => ({
      key: `before ${index}`,
      from: Date.parse(from),
      to: Date.parse(to),
      direction,
      courseId,
    })),
    strategy,
    isExamRequired: conditions.isExamRequired,
    isEvaluationRequired: conditions.isEvaluationRequired,
  };
}

/** In the order of time, as they are numbered. */
export const inOrder = (windows: readonly DraftWindow[]): DraftWindow[] =>
  [...windows].sort((a, b) => a.from - b.from || a.to - b.to);

/** Where one more is offered: after the last, else where the first period begins. */
export function nextSpan(windows: readonly Span[], periods: readonly Span[]): Span {
  const last = windows.reduce((max, { to }) => Math.max(max, to), 0);
  const from = last || (periods[0]?.from ?? 0);
  return { from, to: from + HALF_HOUR };
}

export const isRight = ({ from, to }: Span): boolean => from < to;

/** What the API takes; null while there is no window, or one is wrong. */
export function methodOf({ windows, ...rest }: Draft): AnalysisMethod | null {
  if (windows.length === 0 || !windows.every(isRight)) {
    return null;
  }
  const iso = (ms: number) => new Date(ms).toISOString();
  return {
    ...rest,
    windows: windows.map(({ from, to, direction, courseId }) => ({
      from: iso(from),
      to: iso(to),
      direction,
      courseId,
    })),
  };
}

/** The number of the first other window in which the same swipe would count as well; null where there is none. */
export function overlapping(windows: readonly DraftWindow[], index: number): number | null {
  const own = windows[index];
  const found = windows.findIndex(
    (other, at) =>
      own !== undefined &&
      at !== index &&
      overlap(own, other) &&
      agree(own.direction, other.direction) &&
      agree(own.courseId, other.courseId),
  );
  return found < 0 ? null : found + 1;
}

const agree = (one: string | null, other: string | null) => one === null || other === null || one === other;

/** They are these spans and nothing else was set. */
export const isJust = (windows: readonly DraftWindow[], spans: readonly Span[]): boolean =>
  windows.length === spans.length &&
  windows.every(
    ({ from, to, direction, courseId }, index) =>
      from === spans[index]?.from && to === spans[index]?.to && direction === null && courseId === null,
  );
