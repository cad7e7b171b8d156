import { daysHeld, type Period } from '@common/rules/periods';
import { formatDay, startOfDay } from '@common/rules/shanghaiTime';

const MINUTE = 60_000;

/** The days of an activity that have come, for a choice; the latest first. */
export const dayOptions = (periods: readonly Period[], now: number) =>
  daysHeld(periods, now)
    .reverse()
    .map((value) => ({ value, label: `${value}　${formatDay(startOfDay(value))}` }));

/** A day (`YYYY-MM-DD`) and a time of it (`HH:mm`) in China, ISO 8601. */
export function instantOf(day: string, time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(startOfDay(day) + (hours * 60 + minutes) * MINUTE).toISOString();
}
