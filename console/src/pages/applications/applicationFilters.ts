import {
  codesOf,
  PROJECT_NATURES,
  REVIEW_STATES,
  type ReviewState,
  WINDOW_KINDS,
  type WindowKind,
} from '@common/terms';
import { oneOf } from '../../hooks/useAddress';

/** What 项目申报与备案 shows when its address says nothing: everything. */
export const DEFAULTS = { q: '', kind: 'all', state: 'all', year: 0, page: 1, pageSize: 20 };
export type ApplicationFilters = typeof DEFAULTS;

type KindFilter = WindowKind | 'all';
type StateFilter = ReviewState | 'all';
const KINDS: [KindFilter, ...KindFilter[]] = ['all', ...codesOf(WINDOW_KINDS)];
const STATES: [StateFilter, ...StateFilter[]] = ['all', ...codesOf(REVIEW_STATES)];

/** 申报项目, 备案项目: what an application will have been once it is a project. */
export const KIND_LABELS: Record<WindowKind, string> = {
  application: PROJECT_NATURES.applied,
  filing: PROJECT_NATURES.filed,
};
export const KIND_OPTIONS = KINDS.map((value) => ({
  value,
  label: value === 'all' ? '全部类型' : KIND_LABELS[value],
}));
export const STATE_OPTIONS = STATES.map((value) => ({
  value,
  label: value === 'all' ? '全部' : REVIEW_STATES[value],
}));

/** The address's filters as the API takes them; what it does not know falls back to all. */
export function asQuery(filters: ApplicationFilters) {
  return {
    ...filters,
    kind: oneOf(KINDS, filters.kind),
    state: oneOf(STATES, filters.state),
    year: filters.year || undefined,
  };
}

/** Whether anything narrows the list. */
export const isNarrowed = ({ q, kind, state, year }: ApplicationFilters) =>
  q !== '' || kind !== 'all' || state !== 'all' || year !== 0;
