import { formatDay, startOfDay } from '@common/rules/shanghaiTime';

const MINUTE = 60_000;

/** A day (`YYYY-MM-DD`) for a choice, with its weekday. */
export const dayOption = (day: string) => ({ value: day, label: `${day}　${formatDay(startOfDay(day))}` });

/** A day (`YYYY-MM-DD`) and a time of it (`HH:mm`) in China, ISO 8601. */
export function instantOf(day: string, time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(startOfDay(day) + (hours * 60 + minutes) * MINUTE).toISOString();
}
