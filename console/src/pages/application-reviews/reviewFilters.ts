import { codesOf, PROJECT_LEVELS, type ProjectLevel } from '@common/terms';
import { oneOf } from '../../hooks/useAddress';

/** What 项目审核 shows when its address says nothing: what waits for this account. */
export const DEFAULTS = { show: 'waiting', q: '', level: 'all', year: 0, page: 1, pageSize: 20 };
export type ReviewFilters = typeof DEFAULTS;

export type Show = 'waiting' | 'toPublish' | 'published' | 'decided';
const LABELS: Record<Show, string> = {
  waiting: '待审核',
  toPublish: '待公布',
  published: '已公布',
  decided: '已审核',
};
const SHOWS: Record<'unit' | 'authority', [Show, ...Show[]]> = {
  // Publishing is the authority's.
  unit: ['waiting', 'decided'],
  authority: ['waiting', 'toPublish', 'published', 'decided'],
};
const LEVELS: ['all' | ProjectLevel, ...('all' | ProjectLevel)[]] = ['all', ...codesOf(PROJECT_LEVELS)];

export const showOptions = (role: 'unit' | 'authority') =>
  SHOWS[role].map((value) => ({ value, label: LABELS[value] }));
export const LEVEL_OPTIONS = LEVELS.map((value) => ({
  value,
  label: value === 'all' ? '全部级别' : PROJECT_LEVELS[value],
}));

/** The address's filters as the API takes them; what this account does not have falls back to what waits. */
export function asQuery(filters: ReviewFilters, role: 'unit' | 'authority') {
  const level = oneOf(LEVELS, filters.level);
  return {
    ...filters,
    show: oneOf(SHOWS[role], filters.show),
    level: level === 'all' ? undefined : level,
    year: filters.year || undefined,
  };
}

/** Whether anything but the tab narrows the list. */
export const isNarrowed = ({ q, level, year }: ReviewFilters) => q !== '' || level !== 'all' || year !== 0;
