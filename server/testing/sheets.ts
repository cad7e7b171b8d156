/** Excel files for the tests: right ones by exceljs, wrong ones put together part by part. */
import { crc32, deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';

/** An .xlsx whose first sheet has these rows. */
export async function xlsxOf(
  rows: readonly (readonly ExcelJS.CellValue[])[],
  change: (sheet: ExcelJS.Worksheet) => void = () => undefined,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('数据');
  sheet.addRows(rows.map((row) => [...row]));
  change(sheet);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** The rows of a received .xlsx as exceljs reads them, and the book. */
export async function openXlsx(bytes: Buffer): Promise<{ book: ExcelJS.Workbook; rows: string[][] }> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => {
    rows.push((row.values as unknown[]).slice(1).map((value) => String(value ?? '')));
  });
  return { book, rows };
}

/** As a browser's form sends it. */
export const asFile = (bytes: Buffer, name = '导入.xlsx') => new File([new Uint8Array(bytes)], name);

const CONTENT = {
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
};

/** An .xlsx with this XML as its sheet. */
export const xlsxOfXml = (sheet: string, more: Record<string, string> = {}) =>
  zipOf({ ...CONTENT, 'xl/worksheets/sheet1.xml': sheet, ...more });

/** A zip archive; `declared` is the unpacked size that an entry lies about. */
export function zipOf(
  contents: Record<string, string | Buffer>,
  declared: Record<string, number> = {},
): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(contents)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declared[name] ?? bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, nameBytes, packed]);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    locals.push(local);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, more, nameBytes]));
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 0, 'hex');
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}
