import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { mongo, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isCollision, isDuplicate, tryAgain } from '../../platform/mongo';
import { partModel, type UploadDoc } from './model';

/** Bytes of each part but the last: small enough for one request over a bad line, far below MongoDB's 16 MB a document. */
export const PART_BYTES = 1024 * 1024;

export const partsOf = ({ bytes }: Pick<UploadDoc, 'bytes'>) => Math.ceil(bytes / PART_BYTES);
const lengthOf = ({ bytes }: Pick<UploadDoc, 'bytes'>, part: number) =>
  Math.min(PART_BYTES, bytes - part * PART_BYTES);

/** A finished file as it is read once, part by part. */
export interface Whole {
  body: Readable;
  /** After the body has ended: whether it was what had been announced. */
  isRight(): boolean;
}

/** The parts of uploads. */
export interface Parts {
  /** Keeps a part; a repeated one takes the place of the first. @throws AppError INVALID_INPUT for one that does not fit. */
  put(upload: UploadDoc, part: number, bytes: Buffer): Promise<void>;
  /** The numbers of those that are there, from 0. */
  received(uploadId: Types.ObjectId): Promise<number[]>;
  /** The first bytes, of so many parts at most. */
  head(uploadId: Types.ObjectId, parts: number): Promise<Buffer>;
  whole(upload: UploadDoc): Whole;
  remove(uploadIds: Types.ObjectId[]): Promise<void>;
}

const ATTEMPTS = 5;

export function createParts(platform: Platform): Parts {
  const Part = partModel(platform.mongo);

  async function bytesOf(uploadId: Types.ObjectId, part: number): Promise<Buffer> {
    const found = await Part.findOne({ uploadId, part }).lean();
    if (!found) {
      return Buffer.alloc(0);
    }
    // Read lean, a Buffer comes as the driver's own Binary.
    const bytes = found.bytes as Buffer | mongo.Binary;
    return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.value());
  }

  return {
    async put(upload, part, bytes) {
      if (part >= partsOf(upload) || bytes.length !== lengthOf(upload, part)) {
        throw appError('INVALID_INPUT', { message: '文件的这一部分不完整，请重新上传', field: 'part' });
      }
      const key = { uploadId: upload._id, part };
      // The same part twice at once: one of them is there, and this one takes its place.
      await tryAgain(
        async () => Part.updateOne(key, { $set: { bytes } }, { upsert: true }),
        (error) => isDuplicate(error) || isCollision(error),
        ATTEMPTS,
      );
    },
    async received(uploadId) {
      const found = await Part.find({ uploadId }, { part: 1 }).sort({ part: 1 }).lean();
      return found.map(({ part }) => part);
    },
    async head(uploadId, parts) {
      const found: Buffer[] = [];
      for (let part = 0; part < parts; part += 1) {
        found.push(await bytesOf(uploadId, part));
      }
      return Buffer.concat(found);
    },
    whole(upload) {
      const hash = createHash('sha256');
      let length = 0;
      async function* read() {
        for (let part = 0; part < partsOf(upload); part += 1) {
          const bytes = await bytesOf(upload._id, part);
          hash.update(bytes);
          length += bytes.length;
          yield bytes;
        }
      }
      let right: boolean | undefined;
      return {
        // In objects, each of them a part: one is in memory at a time.
        body: Readable.from(read(), { objectMode: true, highWaterMark: 1 }),
        isRight() {
          right ??= length === upload.bytes && hash.digest('hex') === upload.sha256;
          return right;
        },
      };
    },
    async remove(uploadIds) {
      await Part.deleteMany({ uploadId: { $in: uploadIds } });
    },
  };
}
