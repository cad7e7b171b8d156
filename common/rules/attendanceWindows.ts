/** Suggested 刷卡周期, so that a window need not be guessed. All times in milliseconds since the epoch. */
import type { Period } from './periods';
import { dayOf, startOfDay } from './shanghaiTime';

export interface Suggestion {
  name: string;
  windows: Period[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The most windows that an analysis takes. */
const MOST = 40;

/** 课前 and 课后: so long before and after the beginning, and before and after the end. */
const AROUND = { before: 60, after: 30, beforeEnd: 30, afterEnd: 60 };
/** A day's class that is longer has two halves; the break is taken to last from noon until two. */
const HALVED_FROM = 5 * HOUR;
const NOON = 12 * HOUR;
const TWO = 14 * HOUR;

const QUIET = 40 * MINUTE;
const STEP = 5 * MINUTE;
/** A peak is one of so many of the persons. */
const PEAK = 0.2;

/** Those that can be used: with a window, and not with more than an analysis takes. */
export function suggestedWindows(
  periods: readonly Period[],
  swipes: readonly { learnerId: string; at: number }[],
): Suggestion[] {
  return [
    { name: '按举办周期', windows: Array.from(periods) },
    { name: '课前和课后', windows: aroundClasses(periods) },
    { name: '按刷卡高峰', windows: swipePeaks(swipes) },
  ].filter(({ windows }) => windows.length > 0 && windows.length <= MOST);
}

/** 半天设置刷卡2次，即课前和课后 (manual 001 §三(三)1). In order; two that would overlap meet in the middle. */
export function aroundClasses(periods: readonly Period[]): Period[] {
  const windows = periods
    .flatMap(halfDays)
    .flatMap(({ from, to }) => [
      { from: from - AROUND.before * MINUTE, to: from + AROUND.after * MINUTE },
      { from: to - AROUND.beforeEnd * MINUTE, to: to + AROUND.afterEnd * MINUTE },
    ])
    .sort((a, b) => a.from - b.from || a.to - b.to);
  for (const [i, window] of windows.entries()) {
    const next = windows[i + 1];
    if (next && next.from < window.to) {
      const middle = Math.floor((next.from + window.to) / 2 / MINUTE) * MINUTE;
      window.to = middle;
      next.from = middle;
    }
  }
  return windows.filter(({ from, to }) => from < to);
}

/** The halves of the days of a period. One over several days is held each day from its hour to its hour. */
function halfDays({ from, to }: Period): Period[] {
  const [start, end] = [from - startOfDay(dayOf(from)), to - startOfDay(dayOf(to))];
  if (dayOf(from) !== dayOf(to) && start < end) {
    const days = Math.round((startOfDay(dayOf(to)) - startOfDay(dayOf(from))) / DAY) + 1;
    return Array.from({ length: days }, (_, day) => startOfDay(dayOf(from)) + day * DAY).flatMap((day) =>
      halfDays({ from: day + start, to: day + end }),
    );
  }
  const day = startOfDay(dayOf(from));
  const isHalved = to - from > HALVED_FROM && from < day + NOON && to > day + TWO;
  return isHalved
    ? [
        { from, to: day + NOON },
        { from: day + TWO, to },
      ]
    : [{ from, to }];
}

/** Clusters of swipes with at least 40 quiet minutes around them, of at least a fifth of the persons; to whole five minutes. */
export function swipePeaks(swipes: readonly { learnerId: string; at: number }[]): Period[] {
  const sorted = Array.from(swipes).sort((a, b) => a.at - b.at);
  const persons = new Set(sorted.map(({ learnerId }) => learnerId)).size;
  const peaks: Period[] = [];
  let begin = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    const last = sorted[i];
    const next = sorted[i + 1];
    if (last && (!next || next.at - last.at >= QUIET)) {
      const cluster = sorted.slice(begin, i + 1);
      begin = i + 1;
      const [first] = cluster;
      if (first && new Set(cluster.map(({ learnerId }) => learnerId)).size >= persons * PEAK) {
        peaks.push({
          from: Math.floor(first.at / STEP) * STEP,
          // The next whole step: one swipe alone has a window as well.
          to: (Math.floor(last.at / STEP) + 1) * STEP,
        });
      }
    }
  }
  return peaks;
}
