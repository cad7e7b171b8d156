/** One column of an import's sheet. */
export interface Column<K extends string = string> {
  key: K;
  heading: string;
  isRequired?: boolean;
  /** What the template's yellow row says of it. */
  hint: string;
  /** In characters. */
  width: number;
  /** Numbers in it are names of things (身份证号码): a cell that Excel keeps as a number has lost its last digits. */
  isDigits?: boolean;
  /** Sentences of at most so many characters: their punctuation stays as it was typed, 。 and （） included. */
  prose?: number;
  /** The drop-down's choices. */
  choices?: readonly string[];
}

/** A row that holds something: Excel's number of it, and its texts, tidied; an empty cell is ''. */
export interface SheetRow<K extends string = string> {
  row: number;
  cells: Record<K, string>;
}

/** What is wrong in one cell. */
export interface CellFault {
  row: number;
  /** The heading. */
  column: string;
  /** Chinese: what to do. */
  message: string;
}

export const MAX_ROWS = 5000;
export const TOO_MANY_ROWS = '一次最多导入5000行，请分批导入';
