import type ExcelJS from 'exceljs';
import type { ServedFile } from '../http/call';
import { type Column, MAX_ROWS } from './columns';

/** MIME type of .xlsx. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const HEADING = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE6F4EA' } } as const;
const YELLOW = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } } as const;
const FIRST_DATA_ROW = 3;
const LAST_DATA_ROW = FIRST_DATA_ROW + MAX_ROWS - 1;
const CHOICES_SHEET = '选项';

/** The types leave it out; a range as address keeps 5,000 cells from being written one by one. */
type WithValidations = ExcelJS.Worksheet & {
  dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void };
};

/** An .xlsx to fill in: headings (starred where required), a yellow row that says how, columns as text, drop-downs. */
export async function writeTemplate(
  name: string,
  sheetName: string,
  columns: readonly Column[],
): Promise<ServedFile> {
  const { default: Excel } = await import('exceljs');
  const book = new Excel.Workbook();
  const sheet = book.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 2 }] });
  sheet.columns = columns.map(({ heading, isRequired, width }) => ({
    header: isRequired ? `${heading}*` : heading,
    width,
    // Text, so that Excel leaves 18 digits as they are.
    style: { numFmt: '@' },
  }));
  sheet.addRow(columns.map(({ hint }) => hint));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).fill = HEADING;
  sheet.getRow(2).fill = YELLOW;
  sheet.getRow(2).alignment = { wrapText: true, vertical: 'top' };
  addChoices(book, sheet as WithValidations, columns);
  const body = Buffer.from(await book.xlsx.writeBuffer());
  return { name: `${name}.xlsx`, type: XLSX, body };
}

/** Drop-downs read from a hidden sheet: a list within the rule itself may have 255 characters only. */
function addChoices(book: ExcelJS.Workbook, sheet: WithValidations, columns: readonly Column[]): void {
  const lists = columns.filter(({ choices }) => choices && choices.length > 0);
  if (lists.length === 0) {
    return;
  }
  const choicesSheet = book.addWorksheet(CHOICES_SHEET, { state: 'hidden' });
  lists.forEach((column, at) => {
    const { choices = [] } = column;
    choicesSheet.getColumn(at + 1).values = [...choices];
    const from = choicesSheet.getColumn(at + 1).letter;
    const to = sheet.getColumn(columns.indexOf(column) + 1).letter;
    sheet.dataValidations.add(`${to}${FIRST_DATA_ROW}:${to}${LAST_DATA_ROW}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`${CHOICES_SHEET}!$${from}$1:$${from}$${choices.length}`],
      showErrorMessage: true,
      errorTitle: column.heading,
      error: '请从下拉列表中选择',
    });
  });
}
