import { plainText, proseText } from '@common/rules/plainText';
import { AppError, appError } from '../http/errors';
import { type CellFault, type Column, MAX_ROWS, type SheetRow, TOO_MANY_ROWS } from './columns';
import { type Cell, type SheetPart, sheetParts } from './sheetCells';
import { openWorkbook } from './workbook';

/** A sheet's data rows, and what is wrong with single cells. */
export interface ReadSheet<K extends string> {
  rows: SheetRow<K>[];
  faults: CellFault[];
}

const MAX_TEXT = 500;
const LOST_DIGITS = 1e15;

const refuse = (message: string) => appError('FILE_INVALID', { message, field: 'file' });

/**
 * Reads the first sheet of an .xlsx by its headings, in any order of columns. The template's yellow row and blank rows are left
 * out. Reading stops at the first row too many.
 * @throws AppError FILE_INVALID: no real .xlsx, other headings, more than 5,000 rows; the message says which.
 */
export async function readSheet<K extends string>(
  bytes: Buffer,
  columns: readonly Column<K>[],
): Promise<ReadSheet<K>> {
  try {
    return readParts(sheetParts(await openWorkbook(bytes)), columns);
  } catch (error) {
    throw error instanceof AppError ? error : refuse('Excel文件已损坏，请使用下载的模板填写后重新上传');
  }
}

function readParts<K extends string>(
  parts: Iterable<SheetPart>,
  columns: readonly Column<K>[],
): ReadSheet<K> {
  let placed: Placed<K> | null = null;
  let headingRow = 0;
  const rows: SheetRow<K>[] = [];
  const faults: CellFault[] = [];
  for (const part of parts) {
    if (part.kind === 'merged') {
      const column = placed?.get(part.column)?.heading;
      if (column && part.lastRow > headingRow) {
        faults.push({
          row: Math.max(part.row, headingRow + 1),
          column,
          message: '有合并单元格，请取消合并后逐行填写',
        });
      }
    } else if (!placed) {
      placed = placeHeadings(part.cells, columns);
      headingRow = part.row;
    } else if (!isInstruction(part.cells, placed)) {
      if (rows.length === MAX_ROWS) {
        throw refuse(TOO_MANY_ROWS);
      }
      rows.push(readRow(part.row, part.cells, placed, faults));
    }
  }
  if (!placed) {
    throw refuse('表格是空的，请使用下载的模板填写后重新上传');
  }
  if (rows.length === 0) {
    throw refuse('表格中没有数据，请在黄色说明行之下填写');
  }
  return { rows, faults };
}

/** Where each column stands in this file. */
type Placed<K extends string> = Map<number, Column<K>>;

const headingOf = (text: string) => plainText(text).replace(/[\s*]/g, '');

function placeHeadings<K extends string>(cells: readonly Cell[], columns: readonly Column<K>[]): Placed<K> {
  const placed: Placed<K> = new Map();
  const unknown: string[] = [];
  for (const { column, text } of cells) {
    const heading = headingOf(text);
    const known = columns.find((candidate) => candidate.heading === heading);
    if (!known) {
      unknown.push(heading.slice(0, 20));
    } else if ([...placed.values()].includes(known)) {
      throw refuse(`“${heading}”列重复，请保留一列`);
    } else {
      placed.set(column, known);
    }
  }
  const missing = columns.filter((column) => ![...placed.values()].includes(column));
  const named = (headings: readonly string[]) => headings.map((heading) => `“${heading}”`).join('、');
  if (missing.length > 0) {
    throw refuse(`表头缺少${named(missing.map(({ heading }) => heading))}列，请使用下载的模板填写`);
  }
  if (unknown.length > 0) {
    throw refuse(`表头有模板之外的列：${named(unknown)}，请删除后重新上传`);
  }
  return placed;
}

/** The template's yellow row: nothing in it but the hints. */
const isInstruction = <K extends string>(cells: readonly Cell[], placed: Placed<K>) =>
  cells.every(({ column, text }) => text !== '' && placed.get(column)?.hint === text);

function readRow<K extends string>(
  row: number,
  cells: readonly Cell[],
  placed: Placed<K>,
  faults: CellFault[],
): SheetRow<K> {
  const texts = Object.fromEntries([...placed.values()].map(({ key }) => [key, ''])) as Record<K, string>;
  for (const cell of cells) {
    const column = placed.get(cell.column);
    const message = column ? faultOf(cell, column) : '此列没有表头，请删除多余的内容';
    if (message) {
      faults.push({ row, column: column?.heading ?? letterOf(cell.column), message });
    } else if (column) {
      texts[column.key] = column.prose ? proseText(cell.text) : plainText(cell.text);
    }
  }
  return { row, cells: texts };
}

function faultOf({ kind, text }: Cell, { isDigits, prose }: Column): string | null {
  if (kind === 'formula') {
    return '是公式，请改为文字';
  }
  if (kind === 'error') {
    return '是错误值，请改为文字';
  }
  if (text.length > (prose ?? MAX_TEXT)) {
    return prose ? `内容过长，最多${prose}字` : '内容过长';
  }
  // Excel keeps 15 digits of a number and puts zeros for the rest.
  return isDigits && kind === 'number' && Math.abs(Number(text)) >= LOST_DIGITS
    ? '是数字格式，末几位已丢失：请先把此列设为“文本”格式，再重新填写'
    : null;
}

/** A, B, … AA: what people call a column without heading. */
function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}
