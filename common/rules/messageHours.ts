/** 免打扰: when a message may be sent to a learner. Hours of the day are those of China. */
import { dayOf, startOfDay } from './shanghaiTime';

/** From `from` to `to` o'clock, 0–24; over midnight where `to` is less. */
export interface QuietHours {
  from: number;
  to: number;
}

const HOUR = 3_600_000;
const HOURS = 24;

/** How many hours of a day are quiet; 22–7 are nine. The same hour twice is none, 0–24 is all of them. */
export const quietLength = ({ from, to }: QuietHours): number =>
  from === to ? 0 : to - from + (to < from ? HOURS : 0);

/**
 * The moment from which a message may be sent.
 * @param now Milliseconds since the epoch.
 * @param quiet Null for none. Hours that would leave none to send in count as none.
 * @param isUrgent Never held back.
 * @returns `now` or later, by less than a day.
 */
export function sendableAt(now: number, quiet: QuietHours | null, isUrgent: boolean): number {
  const length = quiet ? quietLength(quiet) : 0;
  if (!quiet || isUrgent || length === 0 || length >= HOURS) {
    return now;
  }
  const today = startOfDay(dayOf(now));
  // The quiet hours that began yesterday may last until this morning.
  const begun = [today - HOURS * HOUR, today]
    .map((day) => day + quiet.from * HOUR)
    .find((from) => from <= now && now < from + length * HOUR);
  return begun === undefined ? now : begun + length * HOUR;
}
