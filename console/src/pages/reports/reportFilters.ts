import { oneOf } from '../../hooks/useAddress';

/** What 执行情况反馈 shows when its address says nothing; `unit` is the chosen unit of an authority's region with its name. */
export const DEFAULTS = { show: '', unit: '', unitName: '', page: 1, pageSize: 20 };
export type ReportFilters = typeof DEFAULTS;

export type Show = 'open' | 'late' | 'waiting' | 'done' | 'all';
type Role = 'unit' | 'authority';

/** A unit comes to write what is due, an authority to review what came. */
const SHOWS: Record<Role, [Show, ...Show[]]> = {
  unit: ['open', 'waiting', 'done', 'all'],
  authority: ['waiting', 'late', 'open', 'done', 'all'],
};
const LABELS: Record<Role, Record<Show, string>> = {
  unit: { open: '待提交', late: '逾期', waiting: '审核中', done: '审核通过', all: '全部' },
  authority: { open: '未提交', late: '逾期', waiting: '待审核', done: '已审核', all: '全部' },
};

/** The tabs with the number of late ones where they stand by themselves. */
export const showOptions = (role: Role, late: number) =>
  SHOWS[role].map((value) => ({
    value,
    label: value === 'late' && late > 0 ? `${LABELS[role][value]} ${late}` : LABELS[role][value],
  }));

/** The address's filters as the API takes them. */
export function asQuery({ show, unit, page, pageSize }: ReportFilters, role: Role) {
  const unitId = role === 'authority' && /^[0-9a-f]{24}$/.test(unit) ? unit : undefined;
  return { show: oneOf(SHOWS[role], show), unitId, page, pageSize };
}
