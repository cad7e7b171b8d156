import { codesOf, PROJECT_LEVELS, PROJECT_NATURES } from '@common/terms';
import { oneOf } from '../../hooks/useAddress';

/** What every list of projects keeps in the address; 0 and '' are for all. */
export const DEFAULTS = { q: '', year: 0, level: '', discipline: '', page: 1, pageSize: 20 };
export type ProjectFiltersValue = typeof DEFAULTS;

const LEVELS = ['', ...codesOf(PROJECT_LEVELS)] as const;
const NATURES = ['all', ...codesOf(PROJECT_NATURES)] as const;

/** What the address says as what the server is asked; a value that is none is left out. */
export function asQuery({ q, year, level, discipline, page, pageSize }: ProjectFiltersValue) {
  return {
    q,
    page,
    pageSize,
    year: year >= 2000 && year <= 2100 ? year : undefined,
    level: oneOf(LEVELS, level) || undefined,
    discipline: /^\d{2}(\d{2})?$/.test(discipline) ? discipline : undefined,
  };
}

/** 项目性质 of the address. */
export const natureOf = (text: string) => oneOf(NATURES, text);

/** Whether a list shows less than everything. */
export const isNarrowed = ({ q, year, level, discipline }: ProjectFiltersValue): boolean =>
  q !== '' || year !== 0 || level !== '' || discipline !== '';
