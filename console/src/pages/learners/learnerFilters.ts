import {
  APPROVAL_STATES,
  type ApprovalState,
  codesOf,
  PERSONNEL_STATUSES,
  type PersonnelStatus,
} from '@common/terms';
import { oneOf } from '../../hooks/useAddress';

/** A draft waits for its unit to be added: no unit's list shows it. */
export type StateFilter = Exclude<ApprovalState, 'draft'> | 'all';
export type StatusFilter = PersonnelStatus | 'all';

/** What 人员信息审核 shows when its address says nothing: those who wait (manual 003 §五). */
export const DEFAULTS = { state: 'pending', q: '', department: '', status: 'all', page: 1, pageSize: 20 };
export type LearnerFilters = typeof DEFAULTS;

const STATES: [StateFilter, ...StateFilter[]] = ['pending', 'approved', 'rejected', 'all'];
const STATUSES: [StatusFilter, ...StatusFilter[]] = ['all', ...codesOf(PERSONNEL_STATUSES)];

export const STATE_OPTIONS = STATES.map((value) => ({
  value,
  label: value === 'all' ? '全部' : APPROVAL_STATES[value],
}));
export const STATUS_OPTIONS = STATUSES.map((value) => ({
  value,
  label: value === 'all' ? '全部人员状态' : PERSONNEL_STATUSES[value],
}));

/** The address's filters as the API takes them; what it does not know falls back to the first of its list. */
export function asQuery(filters: LearnerFilters) {
  return { ...filters, state: oneOf(STATES, filters.state), status: oneOf(STATUSES, filters.status) };
}

/** Whether anything but the state narrows the list. */
export const isNarrowed = ({ q, department, status }: LearnerFilters) =>
  q !== '' || department !== '' || status !== 'all';
