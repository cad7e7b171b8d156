import type { StandardRow } from '@common/contract/standards';
import { searchWords } from '@common/rules/searchWords';
import { rowsAbout } from '@common/rules/standardSearch';
import { codesOf, STANDARD_CATEGORIES, type StandardCategory } from '@common/terms';

/**
 * The rows that every word is about, by category in the order of the terms; those without a row are left out.
 * @param typed As typed; nothing finds everything.
 */
export function found(rows: readonly StandardRow[], typed: string): [StandardCategory, StandardRow[]][] {
  const about = searchWords(typed).reduce((left, word) => rowsAbout(left, word.toLowerCase()), [...rows]);
  return codesOf(STANDARD_CATEGORIES)
    .map((category): [StandardCategory, StandardRow[]] => [
      category,
      about.filter((row) => row.category === category),
    ])
    .filter(([, of]) => of.length > 0);
}
