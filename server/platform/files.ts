import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ClientSession, type Connection, mongo, Types } from 'mongoose';

/** Files in GridFS. Who may read one is decided by the area that stores it. */
export interface Files {
  /**
   * Stores bytes, or what a stream yields, piece by piece; answers the id, which may be given. `meta` is kept with the file. Where
   * the stream fails, nothing of it stays.
   */
  put(
    name: string,
    bytes: Buffer | Readable,
    meta: Record<string, unknown>,
    id?: Types.ObjectId,
  ): Promise<Types.ObjectId>;
  /** What is kept with a file, or null. */
  meta(id: string): Promise<Record<string, unknown> | null>;
  /** Replaces what is kept with a file where `where` holds of it; answers whether it did. A session makes it part of a change. */
  setMeta(
    id: string,
    where: Record<string, unknown>,
    meta: Record<string, unknown>,
    session?: ClientSession,
  ): Promise<boolean>;
  /** All of it, or the bytes from `start` to `end`, the end excluded. */
  read(id: string, range?: { start: number; end: number }): Readable;
  /** Bytes of a file; null where there is none. */
  size(id: string): Promise<number | null>;
  /** Also what was stored of one that was never finished. */
  remove(id: string): Promise<void>;
  /** Makes what `find` by `kind` and `state` needs to be quick; once at start. */
  ensureIndexes(): Promise<void>;
  /** Ids of files whose meta holds this, oldest first. */
  find(where: Record<string, unknown>, most: number): Promise<string[]>;
}

const BUCKET = 'files';

export function createFiles(connection: Connection): Files {
  if (!connection.db) {
    throw new Error('files need an open connection');
  }
  const bucket = new mongo.GridFSBucket(connection.db, { bucketName: BUCKET });
  const files = connection.db.collection(`${BUCKET}.files`);
  const inMeta = (where: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(where).map(([key, value]) => [`metadata.${key}`, value]));

  async function remove(id: string): Promise<void> {
    await bucket.delete(new Types.ObjectId(id)).catch((error: Error) => {
      // Gone already: removed twice, or by another process.
      if (!/not found/i.test(error.message)) {
        throw error;
      }
    });
  }

  return {
    async put(name, bytes, metadata, id = new Types.ObjectId()) {
      const stream = bucket.openUploadStreamWithId(id, name, { metadata });
      try {
        await pipeline(bytes instanceof Readable ? bytes : Readable.from([bytes]), stream);
      } catch (error) {
        await remove(String(id));
        throw error;
      }
      return id;
    },
    async meta(id) {
      const file = await files.findOne({ _id: new Types.ObjectId(id) });
      return (file?.metadata as Record<string, unknown> | undefined) ?? null;
    },
    async setMeta(id, where, metadata, session) {
      const changed = await files.updateOne(
        { _id: new Types.ObjectId(id), ...inMeta(where) },
        { $set: { metadata } },
        { session },
      );
      return changed.matchedCount === 1;
    },
    read: (id, range) => bucket.openDownloadStream(new Types.ObjectId(id), range),
    size: async (id) => (await files.findOne({ _id: new Types.ObjectId(id) }))?.length ?? null,
    remove,
    async ensureIndexes() {
      await files.createIndex({ 'metadata.kind': 1, 'metadata.state': 1, 'metadata.at': 1 });
    },
    async find(where, most) {
      const found = await files.find(inMeta(where)).sort({ _id: 1 }).limit(most).toArray();
      return found.map(({ _id }) => String(_id));
    },
  };
}
