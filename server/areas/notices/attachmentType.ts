import { proseText } from '@common/rules/plainText';
import yauzl from 'yauzl';
import { appError } from '../../http/errors';
import { fileSafe } from '../../http/fileSafe';
import { typeOfContent } from '../documents/content';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const DOCX = `${OFFICE}.wordprocessingml.document`;
const XLSX = `${OFFICE}.spreadsheetml.sheet`;
const DOC = 'application/msword';
const XLS = 'application/vnd.ms-excel';

/** What may be attached, with the endings that its name may have; the first is given to one that has none of them. */
const ENDINGS: Record<string, string[]> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  [DOCX]: ['.docx'],
  [XLSX]: ['.xlsx'],
  [DOC]: ['.doc'],
  [XLS]: ['.xls'],
};
const ALLOWED = 'PDF、Word、Excel、JPEG或PNG';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const MOST_ENTRIES = 5_000;

const invalid = (message = `文件内容不是${ALLOWED}，请重新选择`) =>
  appError('FILE_INVALID', { message, field: 'file' });
const MACROS = '文件带有宏，请另存为不带宏的文件后重新上传';

/**
 * What an attachment is, by its content: its name says nothing. Office files with macros are refused.
 * @throws AppError FILE_INVALID.
 */
export async function attachmentType(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) {
    return zippedType(await entriesOf(bytes));
  }
  return bytes.subarray(0, OLE.length).equals(OLE) ? oleType(bytes) : typeOfContent(bytes, ALLOWED);
}

/** The names in an archive; nothing of it is unpacked. */
async function entriesOf(bytes: Buffer): Promise<string[]> {
  const names: string[] = [];
  try {
    const zip = await yauzl.fromBufferPromise(bytes);
    for await (const { fileName } of zip.eachEntry()) {
      names.push(fileName);
      if (names.length > MOST_ENTRIES) {
        // What comes behind would not be looked at.
        throw invalid();
      }
    }
  } catch {
    throw invalid('文件已损坏，请重新选择');
  }
  return names;
}

function zippedType(names: string[]): string {
  const hasFolder = (folder: string) => names.some((name) => name.startsWith(folder));
  const type = hasFolder('word/') ? DOCX : hasFolder('xl/') ? XLSX : null;
  if (!type || !names.includes('[Content_Types].xml')) {
    throw invalid();
  }
  if (names.some((name) => /vbaProject|vbaData|macrosheets\//i.test(name))) {
    throw invalid(MACROS);
  }
  return type;
}

/** The old binary formats name their streams in UTF-16; an encrypted .docx has neither of these. */
function oleType(bytes: Buffer): string {
  const has = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('_VBA_PROJECT')) {
    throw invalid(MACROS);
  }
  if (has('WordDocument')) {
    return DOC;
  }
  if (has('Workbook')) {
    return XLS;
  }
  throw invalid(has('EncryptedPackage') ? '文件已加密，请去掉密码后重新上传' : undefined);
}

/** A name that people can store an attachment by: no folders, nothing invisible, the ending of what it is. */
export function attachmentName(given: string, type: string): string {
  const endings = ENDINGS[type] ?? [];
  const last = proseText(given.split(/[\\/]/).at(-1) ?? '');
  const ending = endings.find((each) => last.toLowerCase().endsWith(each));
  const stem = fileSafe(ending ? last.slice(0, -ending.length) : last);
  return `${stem || '附件'}${ending ?? endings[0] ?? ''}`;
}
