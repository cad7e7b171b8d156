import type { StandardRow } from '@common/contract/standards';
import { formatCreditRange } from '@common/rules/credits';

/** What a row is worth: 每篇 10分, 3–5分. */
export const worthWords = (row: Pick<StandardRow, 'from' | 'to' | 'per'>): string =>
  `${row.per ? `${row.per} ` : ''}${formatCreditRange(row)}分`;
