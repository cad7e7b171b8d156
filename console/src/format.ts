/** What the API sends, as the console's pages write it. All times are China's. */
import type { CreditingRow } from '@common/contract/crediting';
import { formatCredits, formatHours } from '@common/rules/credits';
import { dayOf, formatDateTime, formatDay, formatRange, formatTime } from '@common/rules/shanghaiTime';

const ms = (iso: string) => Date.parse(iso);

/** `2026-11-21`; a dash where there is no day yet. */
export const showDate = (iso: string | null) => (iso === null ? '—' : dayOf(ms(iso)));
/** `2026-11-21 08:00`. */
export const showDateTime = (iso: string) => formatDateTime(ms(iso));
/** `08:00:05`. */
export const showTime = (iso: string) => formatTime(ms(iso));
/** `7月20日 周一`. */
export const showDay = (iso: string) => formatDay(ms(iso));
/** `2026-11-21 08:00 至 18:00`. */
export const showRange = (period: { from: string; to: string }) =>
  formatRange(ms(period.from), ms(period.to));
/** `08:00–18:00`. */
export const showHoursOfDay = (period: { from: string; to: string }) =>
  `${showTime(period.from).slice(0, 5)}–${showTime(period.to).slice(0, 5)}`;
/** Hundredths as `2.5分`. */
export const showCredits = (hundredths: number) => `${formatCredits(hundredths)}分`;
/** Minutes as `6学时`. */
export const showHours = (minutes: number) => `${formatHours(minutes)}学时`;
/** Whose review a batch waits for: `等待 漯河市卫生健康委员会 审核`. */
export const showWaiting = ({ waitingFor }: Pick<CreditingRow, 'waitingFor'>) =>
  `等待 ${waitingFor ?? '上级卫生行政部门'} 审核`;
/** 12,345. */
export const showCount = (count: number) => count.toLocaleString('zh-CN');
/** `860KB`, `12.3MB`. */
export const formatBytes = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))}KB`
    : `${Math.round((bytes / 1024 / 1024) * 10) / 10}MB`;
/** Seconds to wait, for a countdown: `45秒`, `1分05秒`, `2小时03分`. */
export function showWait(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  if (seconds < 60) {
    return `${seconds}秒`;
  }
  const all = Math.floor(seconds / 60);
  return all < 60 ? `${all}分${two(seconds % 60)}秒` : `${Math.floor(all / 60)}小时${two(all % 60)}分`;
}
