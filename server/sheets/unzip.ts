/**
 * Takes an .xlsx apart, and refuses what would grow out of bounds: a few kilobytes can unpack to gigabytes. What an entry
 * declares is added up first; while unpacking, yauzl stops one that gives more than it declared.
 */
import yauzl from 'yauzl';
import { appError } from '../http/errors';

const MAX_ENTRIES = 500;
const MAX_UNPACKED = 50 * 1024 * 1024;
const USE_TEMPLATE = '请使用下载的模板填写后重新上传';

const refuse = (message: string) => appError('FILE_INVALID', { message, field: 'file' });

/** The entries of an archive by name, unpacked on demand. */
export interface Archive {
  has(name: string): boolean;
  /** An entry as text, '' where there is none. @throws AppError FILE_INVALID. */
  text(name: string): Promise<string>;
  close(): void;
}

/** @throws AppError FILE_INVALID for what is not an unencrypted .xlsx, or too large. */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    throw refuse('这是旧版Excel（.xls）或加密的文件，请另存为不加密的.xlsx后重新上传');
  }
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') {
    throw refuse(`不是Excel（.xlsx）文件，${USE_TEMPLATE}`);
  }
  try {
    return await read(bytes);
  } catch (error) {
    throw (error as { name?: string }).name === 'AppError'
      ? error
      : refuse(`Excel文件已损坏，${USE_TEMPLATE}`);
  }
}

async function read(bytes: Buffer): Promise<Archive> {
  const zip = await yauzl.fromBufferPromise(bytes, { validateEntrySizes: true });
  if (zip.entryCount > MAX_ENTRIES) {
    throw refuse(`文件内容过多，${USE_TEMPLATE}`);
  }
  const entries = new Map<string, yauzl.Entry>();
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName, entry);
    declared += entry.uncompressedSize;
    if (declared > MAX_UNPACKED) {
      throw refuse(`文件解压后过大，${USE_TEMPLATE}`);
    }
  }
  return {
    has: (name) => entries.has(name),
    async text(name) {
      const entry = entries.get(name);
      if (!entry) {
        return '';
      }
      try {
        const chunks: Buffer[] = [];
        for await (const chunk of await zip.openReadStreamPromise(entry)) {
          chunks.push(chunk as Buffer);
        }
        return Buffer.concat(chunks).toString('utf8');
      } catch {
        throw refuse(`Excel文件已损坏，${USE_TEMPLATE}`);
      }
    },
    close: () => zip.close(),
  };
}
