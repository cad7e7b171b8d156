import { xlsxOf, xlsxOfXml, zipOf } from '../testing/sheets';
import { readSheet } from './readSheet';
import { openArchive } from './unzip';

const reason = async (bytes: Buffer) =>
  readSheet(bytes, [{ key: 'name', heading: '姓名', hint: '必填', width: 10 }]).then(
    () => 'read',
    (error) => `${error.code}: ${error.message}`,
  );
const MB = 1024 * 1024;

test('what is no .xlsx is refused with what to do', async () => {
  expect(await reason(Buffer.from('姓名,身份证号码\n'))).toContain('FILE_INVALID: 不是Excel（.xlsx）文件');
  expect(await reason(Buffer.alloc(0))).toContain('不是Excel（.xlsx）文件');
  expect(await reason(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toContain('请另存为不加密的.xlsx');
  expect(await reason(Buffer.from('PK but nothing more'))).toContain('Excel文件已损坏');
  expect(await reason(zipOf({ 'word/document.xml': '<w/>' }))).toContain('Excel文件已损坏');
  expect(await reason(xlsxOfXml('<worksheet><row'))).toContain('Excel文件已损坏');
});

test('a file that was cut off or altered is refused', async () => {
  const good = await xlsxOf([['姓名'], ['陈慧敏']]);
  expect(await reason(good)).toBe('read');
  expect(await reason(good.subarray(0, good.length - 30))).toContain('Excel文件已损坏');
});

test('a bomb is refused by the size that it declares', async () => {
  const bomb = xlsxOfXml(`<worksheet>${' '.repeat(60 * MB)}</worksheet>`);
  expect(bomb.length).toBeLessThan(MB);
  expect(await reason(bomb)).toBe('FILE_INVALID: 文件解压后过大，请使用下载的模板填写后重新上传');
});

test('many parts add up', async () => {
  const parts = Object.fromEntries(
    Array.from({ length: 6 }, (_, n) => [`xl/media/${n}`, Buffer.alloc(9 * MB)]),
  );
  expect(await reason(xlsxOfXml('<worksheet/>', parts as never))).toContain('解压后过大');
});

test('a bomb that lies about its size is stopped while unpacking', async () => {
  const archive = await openArchive(zipOf({ 'xl/a.xml': Buffer.alloc(60 * MB) }, { 'xl/a.xml': 1000 }));
  await expect(archive.text('xl/a.xml')).rejects.toMatchObject({ code: 'FILE_INVALID' });
  archive.close();
});

test('thousands of entries are refused', async () => {
  const parts = Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`xl/p${n}.xml`, '']));
  expect(await reason(xlsxOfXml('<worksheet/>', parts))).toContain('文件内容过多');
});

test.each([
  ['<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'],
  [`<worksheet>${'<c/>'.repeat(2_100_000)}</worksheet>`],
  ['<worksheet><![CDATA[<row>]]></worksheet>'],
])('%.40s… is not read', async (sheet) => {
  expect(await reason(xlsxOfXml(sheet))).toContain('Excel文件已损坏');
});
