import { dayOf, startOfDay } from '@common/rules/shanghaiTime';

const DAY_MS = 24 * 3_600_000;

/** The days in China (`YYYY-MM-DD`) that the holding periods touch, in order: what 活动日期 can be. */
export function activityDays(periods: readonly { from: string; to: string }[]): string[] {
  const days = new Set<string>();
  for (const { from, to } of periods) {
    const last = Date.parse(to);
    for (let at = startOfDay(dayOf(Date.parse(from))); at <= last; at += DAY_MS) {
      days.add(dayOf(at));
    }
  }
  return Array.from(days).sort();
}
