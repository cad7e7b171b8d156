import { codesOf, EXAM_QUESTION_KINDS, type ExamQuestionKind } from '@common/terms';
import { oneOf } from '../../hooks/useAddress';

/** The filters of 题库 as the address has them. */
export const DEFAULTS = { q: '', discipline: '', kind: 'all', page: 1, pageSize: 20 };
export type BankFilters = typeof DEFAULTS;

export const KINDS: ['all', ...ExamQuestionKind[]] = ['all', ...codesOf(EXAM_QUESTION_KINDS)];

/** As the API takes them; what an address made up is left out. */
export const asQuery = ({ q, discipline, kind, page, pageSize }: BankFilters) => ({
  q,
  discipline: disciplineOf(discipline),
  kind: oneOf(KINDS, kind),
  page,
  pageSize: Math.min(pageSize, 200),
});

/** Two digits or four; undefined for anything else. */
export const disciplineOf = (code: string) => (/^\d{2}(\d{2})?$/.test(code) ? code : undefined);

export const isNarrowed = ({ q, discipline, kind }: BankFilters) =>
  q !== '' || discipline !== '' || kind !== 'all';
