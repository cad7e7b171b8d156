import { dayOf } from '@common/rules/shanghaiTime';

/** `2026年11月21日` of a day, 未填写 of none. */
export function dayWords(day: string | null): string {
  const [year, month, date] = (day ?? '').split('-').map(Number);
  return year && month && date ? `${year}年${month}月${date}日` : '未填写';
}

/** The day in China of a point in time (ISO 8601) in words. */
export const dayWordsOf = (instant: string): string => dayWords(dayOf(Date.parse(instant)));
