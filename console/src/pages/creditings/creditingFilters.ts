import { CREDITING_KINDS, type CreditingKind, codesOf } from '@common/terms';
import { idOf, oneOf } from '../../hooks/useAddress';

/** What the batches show when their address says nothing; `activity` is one activity's, with its name. */
export const DEFAULTS = { state: '', kind: '', activity: '', q: '', page: 1, pageSize: 20 };
export type CreditingFilters = typeof DEFAULTS;

export type Show = 'all' | 'mine' | 'late' | 'waiting' | 'returned' | 'approved';
export type Role = 'unit' | 'authority';

/** An authority comes to work off what waits for it, a unit to look something up. */
const SHOWS: Record<Role, [Show, ...Show[]]> = {
  unit: ['all', 'waiting', 'mine', 'approved'],
  authority: ['mine', 'late', 'waiting', 'returned', 'approved', 'all'],
};
const LABELS: Record<Role, Record<Show, string>> = {
  unit: {
    all: '全部',
    waiting: '待审核',
    mine: '退回修改',
    returned: '退回修改',
    late: '逾期',
    approved: '审核通过',
  },
  authority: {
    mine: '待我审核',
    late: '逾期未审',
    waiting: '全部待审核',
    returned: '已退回',
    approved: '审核通过',
    all: '全部',
  },
};

/** The tabs, with how many wait in those that are work. */
export const showOptions = (role: Role, counts: { mine: number; late: number }) =>
  SHOWS[role].map((value) => {
    const count = value === 'mine' || value === 'late' ? counts[value] : 0;
    return { value, label: count > 0 ? `${LABELS[role][value]} ${count}` : LABELS[role][value] };
  });

/** The address's filters as the API takes them. What it has said of an activity stands for all its batches. */
export function asQuery({ state, kind, activity, q, page, pageSize }: CreditingFilters, role: Role) {
  const activityId = idOf(activity);
  return {
    state: state === '' && activityId ? ('all' as const) : oneOf(SHOWS[role], state),
    kind: codesOf(CREDITING_KINDS).find((code) => code === kind) as CreditingKind | undefined,
    activityId,
    q: q.slice(0, 50) || undefined,
    page,
    pageSize,
  };
}
