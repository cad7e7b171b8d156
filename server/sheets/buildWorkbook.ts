/** One sheet of a workbook; a cell is text or a number. */
export interface Sheet {
  name: string;
  /** Headings with their widths in characters. */
  columns: [heading: string, width: number][];
  rows: (string | number)[][];
}

/** An .xlsx of these sheets. Text stays text: an 身份证号 keeps its digits, and what begins with `=` is no formula. */
export async function buildWorkbook(sheets: Sheet[]): Promise<Buffer> {
  // Loaded with the first workbook: it is large, and few requests write one.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  for (const { name, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map(([header, width]) => ({ header, width, style: { numFmt: '@' } }));
    sheet.getRow(1).font = { bold: true };
    sheet.addRows(rows);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
