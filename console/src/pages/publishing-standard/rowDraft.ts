import type { StandardRow } from '@common/contract/standards';
import { CREDIT_CLASSES, codesOf, STANDARD_CATEGORIES } from '@common/terms';

/** A row while it is edited; what is not filled in yet is null. */
export interface RowDraft extends Omit<StandardRow, 'from' | 'to'> {
  key: string;
  from: number | null;
  /** Null where there is no range. */
  to: number | null;
}

/** The most that one table holds. */
export const MOST_ROWS = 200;
const MOST_CREDITS = 100_000;

export const toDraft = (row: StandardRow, key: string): RowDraft => ({
  ...row,
  key,
  to: row.to === row.from ? null : row.to,
});

/** As it is stored; only for rows without a fault. */
export const toRow = ({ key: _, from, to, item, per, note, ...rest }: RowDraft): StandardRow => ({
  ...rest,
  ...{ item: item.trim(), per: per.trim(), note: note.trim() },
  from: from ?? 0,
  to: to ?? from ?? 0,
});

/** What is wrong with a row, in words; null where nothing. */
export function rowFault({ item, from, to }: RowDraft): string | null {
  if (!item.trim()) {
    return '请填写项目';
  }
  if (from === null) {
    return '请填写学分';
  }
  return to !== null && to < from ? '最高学分不能低于最低学分' : null;
}

const numberIn = (text: string): number | null => {
  const found = /^(\d+(?:\.\d{1,2})?)\s*分?$/.exec(text.trim());
  const hundredths = found ? Math.round(Number(found[1]) * 100) : null;
  return hundredths !== null && hundredths <= MOST_CREDITS ? hundredths : null;
};

/** A code of a list from its label, or from a part of it. */
function codeOf<T extends Record<string, string>>(list: T, text: string): (keyof T & string) | null {
  const words = text.trim();
  const exact = codesOf(list).find((code) => list[code] === words);
  return exact ?? (words ? (codesOf(list).find((code) => list[code]?.includes(words)) ?? null) : null);
}

/** 1类, Ⅱ类, 二类, as people write what is I类学分 and II类学分 here. */
const classIn = (text: string) =>
  codeOf(
    CREDIT_CLASSES,
    text
      .toUpperCase()
      .replace(/Ⅱ|2|二/, 'II')
      .replace(/Ⅰ|1|一/, 'I'),
  );

/** 10, 3-5, 3～5分 as hundredths. */
function creditsIn(text: string): { from: number; to: number | null } | null {
  const [low = '', high] = text.split(/[-–—~～至]/);
  const from = numberIn(low);
  const to = high === undefined ? null : numberIn(high);
  return from === null || (high !== undefined && to === null) ? null : { from, to };
}

/** What is longer than the contract lets it be: cut off, a standard would say something else. */
function tooLong({ item, per, note }: Pick<RowDraft, 'item' | 'per' | 'note'>): string | null {
  const [name, most] =
    item.length > 100
      ? ['项目', 100]
      : per.length > 20
        ? ['计算单位', 20]
        : note.length > 200
          ? ['说明', 200]
          : [];
  return name ? `${name}超过${most}字` : null;
}

/**
 * Rows as they are copied from Excel: 类别, 项目, 学分类别, 学分 (or a range), 计算单位, 说明, with tabs between.
 * @param keyOf A new key for the n-th row.
 * @returns The rows, and the lines that could not be read, counted from 1, each with why.
 */
export function pasteRows(
  text: string,
  keyOf: (index: number) => string,
): { rows: RowDraft[]; faults: { line: number; why: string }[] } {
  const rows: RowDraft[] = [];
  const faults: { line: number; why: string }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [category = '', item = '', creditClass = '', credits = '', per = '', note = ''] = line
      .split('\t')
      .map((cell) => cell.trim());
    // Empty lines, and the head of the table.
    if (!line.trim() || category === '类别') {
      continue;
    }
    const category_ = codeOf(STANDARD_CATEGORIES, category);
    const class_ = classIn(creditClass);
    const worth = creditsIn(credits);
    const why = !category_
      ? `没有“${category}”这个类别`
      : !item
        ? '没有填写项目'
        : !class_
          ? `没有“${creditClass}”这个学分类别`
          : !worth
            ? `“${credits}”不是学分，请写成 10 或 3-5`
            : tooLong({ item, per, note });
    if (why || !category_ || !class_ || !worth) {
      faults.push({ line: index + 1, why: why ?? '' });
      continue;
    }
    rows.push({
      key: keyOf(index),
      category: category_,
      item,
      creditClass: class_,
      ...worth,
      per,
      note,
    });
  }
  return { rows, faults };
}
