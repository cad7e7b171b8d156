import type { Workbook } from './workbook';
import { xmlTags } from './xmlTags';

/** A cell as its sheet has it. */
export interface Cell {
  /** From 0: A. */
  column: number;
  text: string;
  /** `formula` and `error` (#N/A) have no text of their own; `number` is one that Excel keeps as a number. */
  kind: 'text' | 'number' | 'formula' | 'error';
}

/** A row of a sheet that holds something, or a range of merged cells. */
export type SheetPart =
  | { kind: 'row'; row: number; cells: Cell[] }
  | { kind: 'merged'; row: number; lastRow: number; column: number };

/** The rows of a sheet one by one, blank ones left out, and its merged ranges. @throws Error where it is not well-formed. */
export function* sheetParts(book: Workbook): Generator<SheetPart> {
  let row = 0;
  let cells: Cell[] = [];
  let cell: OpenCell | null = null;
  for (const tag of xmlTags(book.sheet)) {
    const { name, isEnd, isEmpty } = tag;
    if (name === 'row' && !isEnd) {
      row = Number(tag.attribute('r') ?? row + 1);
      cells = [];
    } else if (name === 'row') {
      const filled = cells.filter(({ text, kind }) => text || kind === 'formula' || kind === 'error');
      if (filled.length > 0) {
        yield { kind: 'row', row, cells: filled };
      }
    } else if (name === 'c' && !isEnd && !isEmpty) {
      const column = columnOf(tag.attribute('r')) ?? (cells.at(-1)?.column ?? -1) + 1;
      const style = Number(tag.attribute('s') ?? 0);
      cell = { column, type: tag.attribute('t') ?? 'n', style, text: '', isFormula: false };
    } else if (name === 'c' && cell) {
      cells.push(closed(cell, book));
      cell = null;
    } else if (name === 'f' && cell) {
      cell.isFormula = true;
    } else if ((name === 'v' || name === 't') && isEnd && cell) {
      cell.text += tag.before;
    } else if (name === 'mergeCell' && !isEnd) {
      yield merged(tag.attribute('ref') ?? '');
    }
  }
}

interface OpenCell {
  column: number;
  /** `t` of ECMA-376 §18.18.11: s, inlineStr, str, n, b, e, d. */
  type: string;
  style: number;
  text: string;
  isFormula: boolean;
}

function closed({ column, type, style, text, isFormula }: OpenCell, book: Workbook): Cell {
  if (isFormula) {
    return { column, text: '', kind: 'formula' };
  }
  if (type === 'e') {
    return { column, text: '', kind: 'error' };
  }
  if (type === 's') {
    return { column, text: tidy(book.sharedStrings[Number(text)] ?? ''), kind: 'text' };
  }
  if (type === 'b') {
    return { column, text: text === '1' ? '是' : '否', kind: 'text' };
  }
  if (type !== 'n' || text === '') {
    return { column, text: tidy(text), kind: 'text' };
  }
  const value = Number(text);
  switch (book.shownAs(style)) {
    case 'day':
      return { column, text: dayOfSerial(value, book.is1904), kind: 'text' };
    case 'percent':
      return { column, text: `${numberText(Number((value * 100).toPrecision(12)))}%`, kind: 'text' };
    default:
      return { column, text: numberText(value), kind: 'number' };
  }
}

/** One line; Excel writes a carriage return as _x000D_. */
const tidy = (text: string) => text.replace(/_x000D_|\s/g, ' ').trim();

/** In full, as people write numbers: 13800138000, never 1.38E+10. */
const numberText = (value: number) => (Number.isInteger(value) ? BigInt(value).toString() : String(value));

/** A day as Excel counts them, `YYYY-MM-DD`. It takes 1900 for a leap year; days before March of it are nobody's. */
function dayOfSerial(serial: number, is1904: boolean): string {
  const day = Math.floor(serial) + (is1904 ? 1462 : 0);
  const date = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** From 0, of a reference such as AB12; null where there is none. */
function columnOf(reference: string | undefined): number | null {
  const [, letters] = /^\$?([A-Z]{1,3})/.exec(reference ?? '') ?? [];
  return letters
    ? Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    : null;
}

const rowOf = (reference: string) => Number(/(\d{1,7})$/.exec(reference)?.[1] ?? 0);

function merged(ref: string): SheetPart {
  const [first = '', last = first] = ref.split(':');
  return { kind: 'merged', row: rowOf(first), lastRow: rowOf(last), column: columnOf(first) ?? 0 };
}
