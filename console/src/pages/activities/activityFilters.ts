import { ACTIVITY_STATES, codesOf, PROJECT_LEVELS, type ProjectLevel } from '@common/terms';
import { oneOf } from '../../hooks/useAddress';

/** What 项目管理 shows when its address says nothing; year 0 is every year. */
export const DEFAULTS = { year: 0, level: 'all', state: 'all', q: '', page: 1, pageSize: 20 };
export type ActivityFilters = typeof DEFAULTS;

const LEVELS: ['all', ...ProjectLevel[]] = ['all', ...codesOf(PROJECT_LEVELS)];
const STATES: ['all', ...(keyof typeof ACTIVITY_STATES)[]] = ['all', ...codesOf(ACTIVITY_STATES)];
const YEARS_BACK = 8;

export const LEVEL_OPTIONS = LEVELS.map((value) => ({
  value,
  label: value === 'all' ? '全部级别' : PROJECT_LEVELS[value],
}));
export const STATE_OPTIONS = STATES.map((value) => ({
  value,
  label: value === 'all' ? '全部状态' : ACTIVITY_STATES[value],
}));

/** 项目年份 to choose from: the coming one (its projects are published before it begins) and the years behind. */
export function yearOptions(thisYear: number): { value: number; label: string }[] {
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, index) => thisYear + 1 - index);
  return [{ value: 0, label: '全部年份' }, ...years.map((value) => ({ value, label: `${value}年` }))];
}

/** The address's filters as the API takes them; what it does not know falls back to 全部. */
export function asQuery({ year, level, state, q, page, pageSize }: ActivityFilters) {
  const known = oneOf(LEVELS, level);
  return {
    q,
    page,
    pageSize,
    state: oneOf(STATES, state),
    ...(year >= 2000 && year <= 2100 && { year }),
    ...(known !== 'all' && { level: known }),
  };
}

/** Whether anything narrows the list. */
export const isNarrowed = ({ year, level, state, q }: ActivityFilters) =>
  year !== 0 || level !== 'all' || state !== 'all' || q !== '';
