import { xlsxOf, xlsxOfXml } from '../testing/sheets';
import type { Column } from './columns';
import { readSheet } from './readSheet';

const COLUMNS: Column<'name' | 'idNo'>[] = [
  { key: 'name', heading: '姓名', isRequired: true, hint: '必填。与身份证一致', width: 10 },
  { key: 'idNo', heading: '身份证号码', isDigits: true, hint: '必填。18位', width: 20 },
];
const HEADINGS = ['姓名*', '身份证号码'];
const HINTS = COLUMNS.map(({ hint }) => hint);
const read = async (bytes: Buffer) => readSheet(bytes, COLUMNS);
const reason = async (bytes: Buffer) =>
  read(bytes).then(
    () => 'read',
    (error) => `${error.code}: ${error.message}`,
  );

test('reads by headings, in any order, without the yellow row and blank rows, by the numbers that Excel shows', async () => {
  const { rows, faults } = await read(
    await xlsxOf([
      ['身份证号码', ' 姓名 *'],
      ['必填。18位', '必填。与身份证一致'],
      ['41110219850615100X', '陈慧敏'],
      [null, ''],
      ['  ', '\n'],
      ['', '王　芳'],
    ]),
  );
  expect(faults).toEqual([]);
  expect(rows).toEqual([
    { row: 3, cells: { name: '陈慧敏', idNo: '41110219850615100X' } },
    { row: 6, cells: { name: '王 芳', idNo: '' } },
  ]);
});

test('numbers, days, rich text, links and truth values are texts', async () => {
  const { rows, faults } = await read(
    await xlsxOf([
      HEADINGS,
      [13_800_138_000, 12_345_678_901_234],
      [new Date('2026-11-21T00:00:00Z'), true],
      [
        { richText: [{ text: '陈' }, { font: { bold: true }, text: '慧敏' }] },
        { text: '网址', hyperlink: 'http://x' },
      ],
      ['&lt;<&>"\'', 1.5],
    ]),
  );
  expect(faults).toEqual([]);
  expect(rows.map(({ cells }) => [cells.name, cells.idNo])).toEqual([
    ['13800138000', '12345678901234'],
    ['2026-11-21', '是'],
    ['陈慧敏', '网址'],
    ['&lt;<&>"\'', '1.5'],
  ]);
});

test('a percent is read as it is seen: an option “5%” of an exam is not 0.05', async () => {
  const shown = { 2: '0%', 3: '0.00%', 4: '0.0%_ ' };
  const { rows } = await read(
    await xlsxOf([HEADINGS, ['甲', 0.05], ['乙', 0.0725], ['丙', 1.1]], (sheet) => {
      for (const [row, numFmt] of Object.entries(shown)) {
        sheet.getCell(`B${row}`).numFmt = numFmt;
      }
    }),
  );
  expect(rows.map(({ cells }) => cells.idNo)).toEqual(['5%', '7.25%', '110%']);
});

test('an idNo kept as a number has lost its last digits, and that is said', async () => {
  const { rows, faults } = await read(await xlsxOf([HEADINGS, ['陈慧敏', 411_102_198_506_151_000]]));
  expect(faults).toEqual([
    { row: 2, column: '身份证号码', message: expect.stringContaining('末几位已丢失') },
  ]);
  expect(rows[0]?.cells.idNo).toBe('');
});

test('formulas, wrong values and merged cells are told by row and column', async () => {
  const { faults } = await read(
    await xlsxOf(
      [HEADINGS, HINTS, [{ formula: 'A1', result: '陈慧敏' }, { error: '#N/A' }], ['王芳', '1'], ['', '2']],
      (sheet) => sheet.mergeCells('A4:A5'),
    ),
  );
  expect(faults).toEqual([
    { row: 3, column: '姓名', message: '是公式，请改为文字' },
    { row: 3, column: '身份证号码', message: '是错误值，请改为文字' },
    { row: 4, column: '姓名', message: '有合并单元格，请取消合并后逐行填写' },
  ]);
});

test('a shared formula is a formula in every cell', async () => {
  const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>姓名</v></c><c r="B1" t="str"><v>身份证号码</v></c></row>
    <row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">B2</f><v>1</v></c></row>
    <row r="3"><c r="A3"><f t="shared" si="0"/><v>1</v></c></row></sheetData></worksheet>`;
  expect((await read(xlsxOfXml(sheet))).faults.map(({ row }) => row)).toEqual([2, 3]);
});

test.each([
  [['姓名'], 'FILE_INVALID: 表头缺少“身份证号码”列，请使用下载的模板填写'],
  [['名字', '证件'], 'FILE_INVALID: 表头缺少“姓名”、“身份证号码”列，请使用下载的模板填写'],
  [[...HEADINGS, '工号', '备注'], 'FILE_INVALID: 表头有模板之外的列：“工号”、“备注”，请删除后重新上传'],
  [[...HEADINGS, '姓名'], 'FILE_INVALID: “姓名”列重复，请保留一列'],
])('headings %j: %s', async (headings, expected) => {
  expect(await reason(await xlsxOf([headings, ['陈慧敏', '1']]))).toBe(expected);
});

test('content beside the columns is not lost in silence', async () => {
  const { faults } = await read(await xlsxOf([HEADINGS, ['陈慧敏', '1', '备注']]));
  expect(faults).toEqual([{ row: 2, column: 'C', message: '此列没有表头，请删除多余的内容' }]);
});

test('an empty sheet, and one with headings only', async () => {
  expect(await reason(await xlsxOf([]))).toBe('FILE_INVALID: 表格是空的，请使用下载的模板填写后重新上传');
  expect(await reason(await xlsxOf([HEADINGS, HINTS]))).toBe(
    'FILE_INVALID: 表格中没有数据，请在黄色说明行之下填写',
  );
});

describe('5,000 rows', () => {
  const people = (count: number) => Array.from({ length: count }, (_, n) => [`陈慧敏${n}`, String(n)]);

  test('are read, blank ones between them do not count', async () => {
    const { rows } = await read(await xlsxOf([HEADINGS, HINTS, ...people(2500), [], [], ...people(2500)]));
    expect(rows).toHaveLength(5000);
  });

  test('and one more are refused', async () => {
    expect(await reason(await xlsxOf([HEADINGS, HINTS, ...people(5001)]))).toBe(
      'FILE_INVALID: 一次最多导入5000行，请分批导入',
    );
  });

  test('reading stops there: what follows is not even looked at', async () => {
    const row = (n: number) => `<row r="${n}"><c r="A${n}" t="str"><v>陈</v></c></row>`;
    const many = Array.from({ length: 100_000 }, (_, n) => row(n + 2)).join('');
    const heading =
      '<row r="1"><c r="A1" t="str"><v>姓名</v></c><c r="B1" t="str"><v>身份证号码</v></c></row>';
    const sheet = `<worksheet><sheetData>${heading}${many}<broken`;
    expect(await reason(xlsxOfXml(sheet))).toBe('FILE_INVALID: 一次最多导入5000行，请分批导入');
  });
});

test("a formatted but empty sheet of Excel's full length is read at once", async () => {
  const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c>
    <c r="B1" t="inlineStr"><is><t>身份证号码</t></is></c></row>
    ${'<row/>'.repeat(1_000_000)}<row r="1048576"><c t="inlineStr"><is><t>陈慧敏</t></is></c></row></sheetData>
    <mergeCells><mergeCell ref="XFA1:XFD1048576"/></mergeCells>
    <dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations></worksheet>`;
  expect((await read(xlsxOfXml(sheet))).rows).toEqual([
    { row: 1_048_576, cells: { name: '陈慧敏', idNo: '' } },
  ]);
});

test('the first sheet that is not hidden is read', async () => {
  const workbook = `<workbook xmlns:r="r"><sheets><sheet name="H" r:id="rId9" state="veryHidden"/>
    <sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const sheet = `<x:worksheet><x:sheetData><x:row><x:c t="str"><x:v>姓名</x:v></x:c><x:c t="str"><x:v>身份证号码</x:v></x:c></x:row>
    <x:row><x:c t="str"><x:v>陈慧敏</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  expect((await read(xlsxOfXml(sheet, { 'xl/workbook.xml': workbook }))).rows).toEqual([
    { row: 2, cells: { name: '陈慧敏', idNo: '' } },
  ]);
});
