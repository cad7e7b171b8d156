import type { StandardRow } from '@common/contract/standards';
import { formatCredits } from '@common/rules/credits';
import { codesOf, STANDARD_CATEGORIES, type StandardCategory } from '@common/terms';

/** What a row is worth: 每篇 10分, 3–5分. */
export function worthWords({ from, to, per }: Pick<StandardRow, 'from' | 'to' | 'per'>): string {
  const credits = from === to ? formatCredits(from) : `${formatCredits(from)}–${formatCredits(to)}`;
  return `${per ? `${per} ` : ''}${credits}分`;
}

/** The rows by category in the standard's order; those that say a word, where one is looked for. */
export function byCategory(
  rows: readonly StandardRow[],
  word = '',
): { category: StandardCategory; rows: StandardRow[] }[] {
  const wanted = word.trim().toLowerCase();
  const says = ({ category, item, per, note }: StandardRow) =>
    [STANDARD_CATEGORIES[category], item, per, note].some((text) => text.toLowerCase().includes(wanted));
  return codesOf(STANDARD_CATEGORIES)
    .map((category) => ({ category, rows: rows.filter((row) => row.category === category && says(row)) }))
    .filter((group) => group.rows.length > 0);
}
