import { dayOf, formatTime, startOfDay } from './shanghaiTime';

/** Nobody's phone rings for the office's sake from 21 to 8 o'clock in China. */
const [FROM_HOUR, TO_HOUR] = [8, 21];
const HOUR_MS = 3_600_000;

/** How long (ms) a message to an administrator waits at a point in time (ms): none by day, else until the morning. */
export function officeWait(now: number): number {
  const hour = Number(formatTime(now).slice(0, 2));
  if (FROM_HOUR <= hour && hour < TO_HOUR) {
    return 0;
  }
  const midnight = startOfDay(dayOf(hour < FROM_HOUR ? now : now + 24 * HOUR_MS));
  return midnight + FROM_HOUR * HOUR_MS - now;
}
