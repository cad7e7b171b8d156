import sharp from 'sharp';
import { appError } from '../../http/errors';
import type { DocumentDoc } from '../activities/model';

type DocumentType = DocumentDoc['type'];

const SIGNATURES: { type: DocumentType; start: Buffer; endings: string[] }[] = [
  { type: 'application/pdf', start: Buffer.from('%PDF-'), endings: ['.pdf'] },
  { type: 'image/jpeg', start: Buffer.from([0xff, 0xd8, 0xff]), endings: ['.jpg', '.jpeg'] },
  {
    type: 'image/png',
    start: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    endings: ['.png'],
  },
];

const invalid = (message: string) => appError('FILE_INVALID', { message, field: 'file' });

/**
 * What a file is, by its content: its name says nothing.
 * @param head Its first bytes; a picture's size must be among them.
 * @param allowed What the sender may choose from, in words.
 * @throws AppError FILE_INVALID.
 */
export async function typeOfContent(head: Buffer, allowed = 'PDF、JPEG或PNG'): Promise<DocumentType> {
  const found = SIGNATURES.find(({ start }) => head.subarray(0, start.length).equals(start));
  if (!found) {
    throw invalid(`文件内容不是${allowed}，请重新选择`);
  }
  if (found.type !== 'application/pdf') {
    // Only the header is read, so that a picture of a billion pixels costs nothing.
    const { width, height } = await sharp(head, { limitInputPixels: false, failOn: 'none' })
      .metadata()
      .catch(() => {
        throw invalid('图片无法打开，请重新选择');
      });
    if (!width || !height) {
      throw invalid('图片无法打开，请重新选择');
    }
  }
  return found.type;
}

/** A name that people can store a file by: no folders, no control characters, the ending of what it is. */
export function documentName(given: string, type: DocumentType): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const name = [...last]
    .filter(
      (char) => char >= ' ' && !/[<>:"|?*\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(char),
    )
    .join('')
    .trim();
  const endings = SIGNATURES.find((each) => each.type === type)?.endings ?? [];
  const isRight = endings.some(
    (ending) => name.toLowerCase().endsWith(ending) && name.length > ending.length,
  );
  return isRight ? name : `${name || '资料'}${endings[0] ?? ''}`;
}
