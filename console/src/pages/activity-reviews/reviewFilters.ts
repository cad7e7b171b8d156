import { oneOf } from '../../hooks/useAddress';

/** What 举办申请审核 shows when its address says nothing: what waits for this account. */
export const DEFAULTS = { show: 'waiting', q: '', page: 1, pageSize: 20 };
export type ReviewFilters = typeof DEFAULTS;

const LABELS = { waiting: '待审核', changes: '变更', decided: '已审核' } as const;
export type Show = keyof typeof LABELS;
const SHOWS: [Show, ...Show[]] = ['waiting', 'changes', 'decided'];

export const SHOW_OPTIONS = SHOWS.map((value) => ({ value, label: LABELS[value] }));

/** The address's filters as the API takes them. */
export const asQuery = (filters: ReviewFilters) => ({ ...filters, show: oneOf(SHOWS, filters.show) });
