import type { ClientSession, Types } from 'mongoose';
import type { Platform } from '../../platform';
import type { Whole } from './parts';

/** The bytes of documents. `pending`: not named by their activity or notice yet; `discarded`: no longer, and about to be removed. */
export interface DocumentFiles {
  /** Stores a file part by part. */
  store(name: string, whole: Pick<Whole, 'body'>): Promise<Types.ObjectId>;
  /** Makes a stored file part of what names it. */
  use(fileId: Types.ObjectId, session: ClientSession): Promise<void>;
  /** Takes files away: they are removed once the session has committed. */
  discard(fileIds: Types.ObjectId[], session: ClientSession): Promise<void>;
  remove(fileId: Types.ObjectId): Promise<void>;
  /** Removes what was discarded, and what a broken finish left behind. */
  sweep(): Promise<void>;
}

const PENDING_MS = 24 * 3_600_000;
const SWEPT_AT_ONCE = 500;

/** `kind` keeps the files of one area apart from those of another. */
export function createDocumentFiles(
  { files, clock, log }: Platform,
  kind: 'document' | 'noticeAttachment' = 'document',
): DocumentFiles {
  const meta = (state: 'pending' | 'used' | 'discarded') => ({ kind, state, at: clock.now() });

  async function removeDiscarded(fileIds: string[]): Promise<void> {
    for (const fileId of fileIds) {
      // Where the change did not come about, the file is still in use.
      if ((await files.meta(fileId))?.state === 'discarded') {
        await files.remove(fileId);
      }
    }
  }

  return {
    store: async (name, { body }) => files.put(name, body, meta('pending')),
    async use(fileId, session) {
      await files.setMeta(String(fileId), { state: 'pending' }, meta('used'), session);
    },
    async discard(fileIds, session) {
      const ids = fileIds.map(String);
      for (const fileId of ids) {
        await files.setMeta(fileId, { kind }, meta('discarded'), session);
      }
      // Where this does not come about, the sweep does it.
      session.once('ended', () => void removeDiscarded(ids).catch((err) => log.warn({ err }, 'document')));
    },
    remove: async (fileId) => files.remove(String(fileId)),
    async sweep() {
      const forgotten = { kind, state: 'pending', at: { $lte: clock.now() - PENDING_MS } };
      for (const fileId of await files.find(forgotten, SWEPT_AT_ONCE)) {
        await files.setMeta(fileId, forgotten, meta('discarded'));
      }
      await removeDiscarded(await files.find({ kind, state: 'discarded' }, SWEPT_AT_ONCE));
    },
  };
}
