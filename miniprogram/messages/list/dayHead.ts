import { dayOf, formatDay, startOfDay } from '@common/rules/shanghaiTime';

/** `今天`, `昨天`, `11月20日 周五`; of another year with its number. */
export function dayHead(day: string, nowMs = Date.now()): string {
  const today = dayOf(nowMs);
  if (day === today) {
    return '今天';
  }
  if (day === dayOf(startOfDay(today) - 1)) {
    return '昨天';
  }
  const words = formatDay(startOfDay(day));
  return day.slice(0, 4) === today.slice(0, 4) ? words : `${day.slice(0, 4)}年${words}`;
}
