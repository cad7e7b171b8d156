import { dayOf, startOfDay } from '@common/rules/shanghaiTime';
import { BAR_MINUTES } from '@common/rules/swipeBars';

/** In ms. */
export interface DrawnWindow {
  from: number;
  to: number;
}

export interface DrawnBar {
  at: number;
  in: number;
  out: number;
}

/** A window's part of one day, in minutes from its midnight; `lane` keeps those that overlap apart. */
export interface DayWindow {
  index: number;
  from: number;
  to: number;
  lane: number;
}

/** One day of the timeline. */
export interface AnalysisDay {
  /** Its midnight in China, ms. */
  at: number;
  windows: DayWindow[];
  bars: { from: number; in: number; out: number }[];
}

const MINUTE = 60_000;
const DAY = 24 * 60;

/** The days with a swipe or with an end of a window, in order. */
export function analysisDays(windows: readonly DrawnWindow[], bars: readonly DrawnBar[]): AnalysisDay[] {
  const times = [...bars.map(({ at }) => at), ...windows.flatMap(({ from, to }) => [from, to - 1])];
  const days = [...new Set(times.map((ms) => startOfDay(dayOf(ms))))].sort((a, b) => a - b);
  return days.map((at) => {
    const within = (ms: number) => Math.min(DAY, Math.max(0, (ms - at) / MINUTE));
    const parts = windows.map(({ from, to }, index) => ({ index, from: within(from), to: within(to) }));
    return {
      at,
      windows: inLanes(parts.filter(({ from, to }) => from < to)),
      bars: bars
        .filter((bar) => startOfDay(dayOf(bar.at)) === at)
        .map((bar) => ({ from: within(bar.at), in: bar.in, out: bar.out })),
    };
  });
}

/** Each in the first lane where it does not cover another. */
function inLanes(windows: Omit<DayWindow, 'lane'>[]): DayWindow[] {
  const ends: number[] = [];
  return windows
    .sort((a, b) => a.from - b.from || a.index - b.index)
    .map((window) => {
      const free = ends.findIndex((end) => end <= window.from);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = window.to;
      return { ...window, lane };
    });
}

/** The hours that all days are drawn over: whole ones, at least four. */
export function hoursOf(days: readonly AnalysisDay[]): { from: number; to: number } {
  const starts = days.flatMap(({ windows, bars }) => [...windows, ...bars].map(({ from }) => from));
  const ends = days.flatMap(({ windows, bars }) => [
    ...windows.map(({ to }) => to),
    ...bars.map(({ from }) => from + BAR_MINUTES),
  ]);
  const from = Math.floor(Math.min(...starts, DAY) / 60);
  const to = Math.ceil(Math.max(...ends, 0) / 60);
  if (to - from >= 4) {
    return { from: Math.max(0, from), to: Math.min(24, to) };
  }
  const begin = Math.max(0, Math.min(20, from - 1));
  return { from: begin, to: Math.min(24, Math.max(begin + 4, to)) };
}
