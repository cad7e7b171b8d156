import type { WindowRow } from '@common/contract/applications';
import { startOfDay } from '@common/rules/shanghaiTime';

const DAY_MS = 24 * 3_600_000;
const between = (from: string, to: string) => Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS);

/**
 * How long a window is still open, or when it opens, in words.
 * @param today `YYYY-MM-DD` in China.
 */
export function windowDays(
  { state, from, to }: Pick<WindowRow, 'state' | 'from' | 'to'>,
  today: string,
): string {
  if (state === 'over') {
    return '已结束';
  }
  if (state === 'before') {
    const days = between(today, from);
    return days <= 1 ? '明天开始' : `${days}天后开始`;
  }
  const days = between(today, to);
  return days <= 0 ? '今天截止' : `还有${days}天`;
}

/** The last days, in which one should hurry. */
const SOON_DAYS = 7;

/** Whether an open window closes within a week. */
export const isClosing = ({ state, to }: Pick<WindowRow, 'state' | 'to'>, today: string) =>
  state === 'open' && between(today, to) <= SOON_DAYS;
