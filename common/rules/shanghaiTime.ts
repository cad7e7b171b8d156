/**
 * Times as people in China read them. The whole country keeps UTC+8 with no daylight saving since 1991, so the zone is an
 * addition: no Intl (the mini-program has none) and no dependence on the zone of the machine.
 */

/** China Standard Time is this many milliseconds ahead of UTC. */
export const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
const WEEKDAYS = '日一二三四五六';

/** Wall-clock text in China, `YYYY-MM-DDTHH:mm:ss.sssZ` (its Z is not meant). */
function wallClock(ms: number): string {
  return new Date(ms + SHANGHAI_OFFSET_MS).toISOString();
}

/**
 * The day in China of a point in time.
 * @param ms Milliseconds since the epoch.
 * @returns `YYYY-MM-DD`.
 */
export function dayOf(ms: number): string {
  return wallClock(ms).slice(0, 10);
}

/** The calendar year in China of a point in time (ms): the year that a credit counts for. */
export function yearOf(ms: number): number {
  return Number(wallClock(ms).slice(0, 4));
}

/**
 * When a day begins in China.
 * @param day `YYYY-MM-DD`.
 * @returns Milliseconds since the epoch.
 * @throws RangeError when there is no such day.
 */
export function startOfDay(day: string): number {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const start = Date.UTC(Number(year), Number(month) - 1, Number(date)) - SHANGHAI_OFFSET_MS;
  if (Number.isNaN(start) || dayOf(start) !== day) {
    throw new RangeError(`Not a day: ${day}`);
  }
  return start;
}

/** `2026-11-21 08:00`. */
export function formatDateTime(ms: number): string {
  return wallClock(ms).slice(0, 16).replace('T', ' ');
}

/** `08:00:05`, as the venue screen shows it. */
export function formatTime(ms: number): string {
  return wallClock(ms).slice(11, 19);
}

/** `7月20日 周一`. */
export function formatDay(ms: number): string {
  const [, month, date] = dayOf(ms).split('-').map(Number);
  // 1970-01-01 was a Thursday.
  const dayNumber = Math.floor((ms + SHANGHAI_OFFSET_MS) / DAY_MS);
  const weekday = (((dayNumber + 4) % 7) + 7) % 7;
  return `${month}月${date}日 周${WEEKDAYS.charAt(weekday)}`;
}

/** `2026-11-21 08:00 至 18:00` on one day, else both in full. */
export function formatRange(fromMs: number, toMs: number): string {
  const to = formatDateTime(toMs);
  return `${formatDateTime(fromMs)} 至 ${dayOf(fromMs) === dayOf(toMs) ? to.slice(11) : to}`;
}

/** Several of them in words: `2026-11-21 08:00 至 18:00；2026-11-22 08:00 至 12:00`. */
export const formatRanges = (ranges: readonly { from: number; to: number }[]): string =>
  ranges.map(({ from, to }) => formatRange(from, to)).join('；');
