/**
 * 人员状态 (manual 004): 产假, 不计达标 and 注销 hold from a day to a day in China, both included; whoever has none of them on a day
 * is 正常. Two never hold on one day. Days are `YYYY-MM-DD`, so that they compare as text.
 */
import type { PersonnelStatus } from '../terms';

export interface StatusDays {
  status: Exclude<PersonnelStatus, 'active'>;
  from: string;
  /** The last day; null while open. */
  to: string | null;
}

/** After every day that a period can be given. */
export const FOREVER = '9999-12-31';
const lastDay = ({ to }: Pick<StatusDays, 'to'>) => to ?? FOREVER;

/** Whether two periods have a day in common. */
export function overlap(a: Omit<StatusDays, 'status'>, b: Omit<StatusDays, 'status'>): boolean {
  return a.from <= lastDay(b) && b.from <= lastDay(a);
}

/** The status on a day. */
export function statusOn(periods: readonly StatusDays[], day: string): PersonnelStatus {
  return periods.find((period) => overlap(period, { from: day, to: day }))?.status ?? 'active';
}

/** What is wrong with a period by itself, by the field at fault; null where nothing is. */
export function statusFault({ status, from, to }: StatusDays): { field: 'to'; message: string } | null {
  if (to !== null && to < from) {
    return { field: 'to', message: '止日不能早于起日' };
  }
  // Open, it has every later day: nothing can follow it.
  return status === 'cancelled' && to !== null
    ? { field: 'to', message: '注销没有止日，请留空；登记有误时请撤销该段' }
    : null;
}
