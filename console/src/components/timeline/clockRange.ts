import { dayOf, formatTime } from '@common/rules/shanghaiTime';
import type { Span } from './geometry';

const clock = (ms: number) => formatTime(ms).slice(0, 5);

/** `08:00–08:40`; over midnight `22:00–次日01:00`, and further `22:00–07-22 01:00`. */
export function clockRange({ from, to }: Span): string {
  if (dayOf(from) === dayOf(to)) {
    return `${clock(from)}–${clock(to)}`;
  }
  const isNext = dayOf(from + 24 * 3_600_000) === dayOf(to);
  return `${clock(from)}–${isNext ? '次日' : `${dayOf(to).slice(5)} `}${clock(to)}`;
}
