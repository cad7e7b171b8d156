/** What a file is, by what is in it: an ending can say anything. */
import { zipOf } from '../../testing/sheets';
import { attachmentName, attachmentType } from './attachmentType';

const TYPES = '<Types/>';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ole = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.from(name, 'utf16le')),
  ]);
const docx = { '[Content_Types].xml': TYPES, 'word/document.xml': '<w/>' };
const xlsx = { '[Content_Types].xml': TYPES, 'xl/workbook.xml': '<x/>' };

test.each([
  ['a PDF', Buffer.from('%PDF-1.7 ...'), 'application/pdf'],
  ['a .docx', zipOf(docx), WORD],
  ['an .xlsx', zipOf(xlsx), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['a .doc', ole('Root Entry', 'WordDocument'), 'application/msword'],
  ['an .xls', ole('Root Entry', 'Workbook'), 'application/vnd.ms-excel'],
])('%s', async (_what, bytes, type) => {
  expect(await attachmentType(bytes)).toBe(type);
});

const WRONG = '文件内容不是PDF、Word、Excel、JPEG或PNG，请重新选择';
const MACROS = '文件带有宏，请另存为不带宏的文件后重新上传';
test.each([
  ['nothing', Buffer.alloc(0), WRONG],
  ['a page', Buffer.from('<html><script>alert(1)</script>'), WRONG],
  ['a program', Buffer.from('MZ\u0090\u0000'), WRONG],
  ['an archive', zipOf({ 'a.exe': 'MZ' }), WRONG],
  ['an archive that pretends', zipOf({ 'word/document.xml': '<w/>' }), WRONG],
  ['a presentation', zipOf({ '[Content_Types].xml': TYPES, 'ppt/presentation.xml': '<p/>' }), WRONG],
  ['the beginning of a .docx', zipOf(docx).subarray(0, 40), '文件已损坏，请重新选择'],
  ['a .docm', zipOf({ ...docx, 'word/vbaProject.bin': 'x' }), MACROS],
  ['an .xlsm with macros of old', zipOf({ ...xlsx, 'xl/macrosheets/sheet1.xml': '<x/>' }), MACROS],
  [
    'one with its macros behind thousands of entries',
    zipOf({
      ...docx,
      ...Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`word/${n}.xml`, ''])),
      'word/vbaProject.bin': 'x',
    }),
    '文件已损坏，请重新选择',
  ],
  ['an .xls with macros', ole('Workbook', '_VBA_PROJECT_CUR'), MACROS],
  ['an encrypted .docx', ole('EncryptedPackage'), '文件已加密，请去掉密码后重新上传'],
  ['an installer', ole('Root Entry', 'SummaryInformation'), WRONG],
  ['the header of a picture alone', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), '图片无法打开，请重新选择'],
])('%s is refused', async (_what, bytes, message) => {
  await expect(attachmentType(bytes)).rejects.toMatchObject({ code: 'FILE_INVALID', message });
});

test.each([
  ['附件1：报名表.docx', WORD, '附件1：报名表.docx'],
  ['报名表.DOCX', WORD, '报名表.docx'],
  ['C:\\文件\\报名表.docx', WORD, '报名表.docx'],
  ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
  ['通知.exe', 'application/pdf', '通知.exe.pdf'],
  ['通知\u202efdp.exe', 'application/pdf', '通知fdp.exe.pdf'],
  ['照片.jpeg', 'image/jpeg', '照片.jpeg'],
  ['a\r\nb:c.pdf', 'application/pdf', 'a b c.pdf'],
  ['.pdf', 'application/pdf', '附件.pdf'],
  [`${'长'.repeat(200)}.pdf`, 'application/pdf', `${'长'.repeat(80)}.pdf`],
])('%s is called so that it can be stored', (given, type, name) => {
  expect(attachmentName(given, type)).toBe(name);
});
