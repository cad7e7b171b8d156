/**
 * Where a time stands on the timeline of a day, and back. All times in milliseconds since the epoch, all lengths in CSS pixels.
 * A lane shows the same hours of each day, so that the days stand one under the other.
 */
import { dayOf, startOfDay } from '@common/rules/shanghaiTime';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Windows begin and end on these. */
export const STEP = 5 * MINUTE;
/** Fewer hours than this look like a close-up. */
const LEAST_HOURS = 6;
/** The least room of a tick with its hour, `08:00`. */
const TICK_WIDTH = 52;

export interface Span {
  from: number;
  to: number;
}

/** What a lane shows of its day: hours from 0 to 24, over a width. */
export interface Axis {
  fromHour: number;
  toHour: number;
  width: number;
}

/** The hours of a day in which something lies, with an hour of room on either side; 8 to 18 where nothing does. */
export function hoursOf(spans: readonly Span[]): Pick<Axis, 'fromHour' | 'toHour'> {
  const parts = spans.flatMap((span) => daysOf(span).map((day) => partOn(day, span)));
  const starts = parts.map(({ from }) => Math.floor(from / HOUR));
  const ends = parts.map(({ to }) => Math.ceil(to / HOUR));
  const first = starts.reduce((least, hour) => Math.min(least, hour), 24);
  const last = ends.reduce((most, hour) => Math.max(most, hour), 0);
  if (first >= last) {
    return { fromHour: 8, toHour: 18 };
  }
  const fromHour = Math.max(0, first - 1);
  const toHour = Math.min(24, Math.max(last + 1, fromHour + LEAST_HOURS));
  return { fromHour: Math.min(fromHour, toHour - LEAST_HOURS), toHour };
}

/** The part of a span on a day, counted from that day's beginning. */
function partOn(day: string, { from, to }: Span): Span {
  const start = startOfDay(day);
  return { from: Math.max(from - start, 0), to: Math.min(to - start, DAY) };
}

/** The first and the last day (`YYYY-MM-DD`) that a span lies on; one where both are the same. */
export function daysOf({ from, to }: Span): string[] {
  // What ends at midnight is not of the next day.
  return [...new Set([dayOf(from), dayOf(Math.max(from, to - 1))])];
}

/** From when to when a lane reaches. */
export function laneOf(day: string, { fromHour, toHour }: Axis): Span {
  const start = startOfDay(day);
  return { from: start + fromHour * HOUR, to: start + toHour * HOUR };
}

/** How far from the left of its lane a time stands; outside of the lane it is at its end. */
export function xOf(at: number, lane: Span, width: number): number {
  const share = (at - lane.from) / (lane.to - lane.from);
  return Math.min(1, Math.max(0, share)) * width;
}

/** The time at a place of a lane; beside the lane the time of its end. */
export function timeAt(x: number, lane: Span, width: number): number {
  const share = Math.min(1, Math.max(0, x / width));
  return lane.from + share * (lane.to - lane.from);
}

/** The nearest time that a window may begin or end at. */
export const snapped = (at: number): number => Math.round(at / STEP) * STEP;

/** The window between two places of the pointer, in either direction; never shorter than a step. */
export function drawn(anchor: number, at: number): Span {
  const [from, to] = [snapped(Math.min(anchor, at)), snapped(Math.max(anchor, at))];
  return { from, to: Math.max(to, from + STEP) };
}

/** A window moved so that it begins at a time, as long as before; it stays in its lane if it fits there. */
export function movedTo({ from, to }: Span, start: number, lane: Span): Span {
  const length = to - from;
  const fits = from >= lane.from && to <= lane.to;
  const wanted = snapped(start);
  const next = fits ? Math.min(Math.max(wanted, lane.from), lane.to - length) : wanted;
  return { from: next, to: next + length };
}

/** A window of which one end was taken elsewhere; it does not turn over. */
export function resized({ from, to }: Span, end: 'from' | 'to', at: number): Span {
  return end === 'from'
    ? { from: Math.min(snapped(at), to - STEP), to }
    : { from, to: Math.max(snapped(at), from + STEP) };
}

/** What a lane shows of a span; null where it shows none of it. */
export function shownIn(lane: Span, { from, to }: Span): Span | null {
  const part = { from: Math.max(from, lane.from), to: Math.min(to, lane.to) };
  return part.from < part.to ? part : null;
}

/** Both have a moment in common; an end that is the other's beginning does not count. */
export const overlap = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

/** The hours that get a tick, as many as there is room for. */
export function ticksOf({ fromHour, toHour, width }: Axis): number[] {
  const hours = toHour - fromHour;
  const every = [1, 2, 3, 4, 6].find((step) => (width / hours) * step >= TICK_WIDTH) ?? 12;
  const first = Math.ceil(fromHour / every) * every;
  return Array.from(
    { length: Math.floor((toHour - first) / every) + 1 },
    (_, index) => first + index * every,
  );
}

/**
 * In which line each label is written so that none covers another, from the top.
 * @param labels Where each begins, and how wide it is; in any order.
 */
export function linesOf(labels: readonly { x: number; width: number }[]): number[] {
  const ends: number[] = [];
  const lines = labels.map(() => 0);
  const order = [...labels.keys()].sort((a, b) => (labels[a]?.x ?? 0) - (labels[b]?.x ?? 0));
  for (const index of order) {
    const { x, width } = labels[index] ?? { x: 0, width: 0 };
    const free = ends.findIndex((end) => end <= x);
    const line = free < 0 ? ends.length : free;
    ends[line] = x + width;
    lines[index] = line;
  }
  return lines;
}
