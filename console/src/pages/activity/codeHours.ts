import { currentPeriod, nextPeriod } from '@common/rules/periods';
import { dayOf, formatDateTime, formatRange } from '@common/rules/shanghaiTime';
import { inMs } from '../activity-edit/draft';
import type { ScreenCode } from './useDisplays';

/** When a code is shown, in a few words, at a time (ms): how long still, when again, or that it is over. */
export function showCodeHours(hours: ScreenCode['hours'], now: number): string {
  const periods = hours.map(inMs);
  const current = currentPeriod(now, periods);
  if (current) {
    const to = formatDateTime(current.to);
    return `现在可以扫码，到 ${dayOf(current.to) === dayOf(now) ? to.slice(11) : to}`;
  }
  const next = nextPeriod(now, periods);
  if (next) {
    const words = formatRange(next.from, next.to);
    return dayOf(next.from) === dayOf(now) ? `今天 ${words.slice(11)}` : words;
  }
  return hours.length === 0 ? '还没有举办周期' : '时间已过';
}
