import type { ClientSession } from 'mongoose';
import { isValidObjectId, Types } from 'mongoose';
import type { ServedFile } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { createTickets } from '../../platform/tickets';
import { reencodePhoto } from './photoImage';

/** Whose a photo is: who uploaded it, a WeChat identity before its bearer has registered. */
export interface PhotoOwner {
  identityId?: string;
  learnerId?: string;
}
/** What is kept with a photo. `pending`: not part of anything yet; `discarded`: no longer, and about to be removed. */
interface PhotoMeta extends PhotoOwner {
  kind: 'photo';
  state: 'pending' | 'used' | 'discarded';
  at: number;
}

export interface Photos {
  /** Keeps a photo for a day, for its owner to use. @throws AppError PHOTO_INVALID. */
  upload(owner: PhotoOwner, bytes: Buffer): Promise<{ photoId: string; url: string }>;
  /** The photo behind a ticket. @throws AppError NOT_FOUND where it is forged, has expired, or the photo is gone. */
  serve(ticket: string): Promise<ServedFile>;
  /** The address at which a photo can be seen for the next minutes. */
  url(photoId: Types.ObjectId | undefined): string | null;
  /**
   * Makes an owner's pending photo part of the learner's record, once.
   * @throws AppError PHOTO_INVALID where it is not his, was used already, or is gone.
   */
  use(
    photoId: string,
    owner: PhotoOwner,
    learnerId: string,
    field: string,
    session: ClientSession,
  ): Promise<Types.ObjectId>;
  /** Takes photos out of a record: nobody sees them once the session has committed, and they are removed. */
  discard(photoIds: (Types.ObjectId | undefined)[], session: ClientSession): Promise<void>;
  /** Removes what was discarded, and what nobody used within a day. */
  sweep(): Promise<void>;
}

const PENDING_MS = 24 * 3_600_000;
const TICKET_MS = 10 * 60_000;
const SWEPT_AT_ONCE = 500;

export function createPhotos(platform: Platform): Photos {
  const { files, clock, log } = platform;
  const tickets = createTickets(platform, 'photoTicket', TICKET_MS);

  const url = (photoId: Types.ObjectId | undefined) =>
    photoId ? `/api/photos/${tickets.of(String(photoId))}` : null;

  const metaOf = async (photoId: string): Promise<PhotoMeta | null> => {
    const meta = isValidObjectId(photoId) ? await files.meta(photoId) : null;
    return meta?.kind === 'photo' ? (meta as unknown as PhotoMeta) : null;
  };

  async function removeDiscarded(photoIds: string[]): Promise<void> {
    for (const photoId of photoIds) {
      if ((await metaOf(photoId))?.state === 'discarded') {
        await files.remove(photoId);
      }
    }
  }

  return {
    url,
    async upload(owner, bytes) {
      const meta: PhotoMeta = { kind: 'photo', state: 'pending', at: clock.now(), ...owner };
      const photoId = await files.put('photo.jpg', await reencodePhoto(bytes), { ...meta });
      return { photoId: String(photoId), url: url(photoId) ?? '' };
    },
    async serve(ticket) {
      const photoId = tickets.idOf(ticket);
      const meta = photoId ? await metaOf(photoId) : null;
      if (!photoId || !meta || meta.state === 'discarded') {
        throw appError('NOT_FOUND', { message: '照片已不存在或地址已过期，请刷新页面' });
      }
      return { name: 'photo.jpg', type: 'image/jpeg', body: files.read(photoId), isInline: true };
    },
    async use(photoId, owner, learnerId, field, session) {
      const meta = await metaOf(photoId);
      const isHis =
        (meta?.identityId && meta.identityId === owner.identityId) ||
        (meta?.learnerId && meta.learnerId === owner.learnerId);
      const used = { ...meta, learnerId, state: 'used' };
      if (!isHis || !(await files.setMeta(photoId, { state: 'pending' }, used, session))) {
        throw appError('PHOTO_INVALID', { message: '照片已失效，请重新选择并保存', field });
      }
      return new Types.ObjectId(photoId);
    },
    async discard(photoIds, session) {
      const ids = photoIds.flatMap((photoId) => (photoId ? [String(photoId)] : []));
      for (const photoId of ids) {
        const meta = { kind: 'photo', state: 'discarded', at: clock.now() };
        await files.setMeta(photoId, { kind: 'photo' }, meta, session);
      }
      // Where this does not come about, the sweep does it.
      session.once('ended', () => void removeDiscarded(ids).catch((err) => log.warn({ err }, 'photo')));
    },
    async sweep() {
      const forgotten = { kind: 'photo', state: 'pending', at: { $lte: clock.now() - PENDING_MS } };
      for (const photoId of await files.find(forgotten, SWEPT_AT_ONCE)) {
        // One that is used at this very moment stays.
        await files.setMeta(photoId, forgotten, { kind: 'photo', state: 'discarded', at: clock.now() });
      }
      await removeDiscarded(await files.find({ kind: 'photo', state: 'discarded' }, SWEPT_AT_ONCE));
    },
  };
}
