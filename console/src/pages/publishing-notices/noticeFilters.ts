import { codesOf, NOTICE_KINDS, NOTICE_STATES } from '@common/terms';
import { oneOf } from '../../hooks/useAddress';

/** What 通知管理 shows when its address says nothing. */
export const DEFAULTS = { kind: '', state: '', q: '', page: 1, pageSize: 20 };
export type NoticeFilters = typeof DEFAULTS;

/** The address's filters as the API takes them. */
export const asQuery = ({ kind, state, q, page, pageSize }: NoticeFilters) => ({
  kind: oneOf(codesOf(NOTICE_KINDS), kind),
  state: codesOf(NOTICE_STATES).find((code) => code === state),
  words: q.slice(0, 50),
  page,
  pageSize,
});
