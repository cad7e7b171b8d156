import type { ClientSession, Types } from 'mongoose';
import { isValidObjectId } from 'mongoose';
import type { ServedFile } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { createTickets } from '../../platform/tickets';
import { reencodePicture } from './pictureImage';

/** What is kept with a picture. `pending`: in no question yet; `discarded`: nobody used it, and it is about to be removed. */
interface PictureMeta {
  kind: 'examPicture';
  state: 'pending' | 'used' | 'discarded';
  unitId: string;
  format: 'jpeg' | 'png';
  at: number;
}

export interface Pictures {
  /** Keeps a picture for a day, for a question of its unit. @throws AppError PICTURE_INVALID. */
  upload(unitId: string, bytes: Buffer): Promise<{ pictureId: string; url: string }>;
  /** The picture behind a ticket. @throws AppError NOT_FOUND where it is forged, has expired, or the picture is gone. */
  serve(ticket: string): Promise<ServedFile>;
  /** The address at which a picture can be seen for the next two hours. */
  pictureUrl(pictureId: Types.ObjectId | undefined): string | null;
  /**
   * Pictures that stand in a question of their unit now. They stay for good: copies of the question, and versions that were
   * published, go on showing them.
   * @throws AppError PICTURE_INVALID where one is another unit's, or gone.
   */
  usePictures(unitId: string, pictureIds: (string | null)[], session: ClientSession): Promise<void>;
  /** Removes what nobody used within a day. */
  sweep(): Promise<void>;
}

const PENDING_MS = 24 * 3_600_000;
const TICKET_MS = 2 * 3_600_000;
const SWEPT_AT_ONCE = 500;

export function createPictures(platform: Platform): Pictures {
  const { files, clock } = platform;
  const tickets = createTickets(platform, 'examPictureTicket', TICKET_MS);

  const metaOf = async (pictureId: string): Promise<PictureMeta | null> => {
    const meta = isValidObjectId(pictureId) ? await files.meta(pictureId) : null;
    return meta?.kind === 'examPicture' ? (meta as unknown as PictureMeta) : null;
  };
  const pictureUrl = (pictureId: Types.ObjectId | undefined) =>
    pictureId ? `/api/exam-pictures/${tickets.of(String(pictureId))}` : null;

  async function use(unitId: string, pictureId: string, session: ClientSession): Promise<void> {
    const meta = await metaOf(pictureId);
    const isOurs = meta?.unitId === unitId;
    if (isOurs && meta.state === 'used') {
      return;
    }
    const used = { ...meta, state: 'used' };
    if (!isOurs || !(await files.setMeta(pictureId, { state: 'pending' }, used, session))) {
      throw appError('PICTURE_INVALID', { message: '图片已失效，请重新上传', field: 'pictureId' });
    }
  }

  return {
    pictureUrl,
    async upload(unitId, given) {
      const { format, bytes } = await reencodePicture(given);
      const meta: PictureMeta = { kind: 'examPicture', state: 'pending', unitId, format, at: clock.now() };
      const pictureId = await files.put(fileName(format), bytes, { ...meta });
      return { pictureId: String(pictureId), url: pictureUrl(pictureId) ?? '' };
    },
    async serve(ticket) {
      const pictureId = tickets.idOf(ticket);
      const meta = pictureId ? await metaOf(pictureId) : null;
      if (!pictureId || !meta || meta.state === 'discarded') {
        throw appError('NOT_FOUND', { message: '图片已不存在或地址已过期，请刷新页面' });
      }
      const { format } = meta;
      return { name: fileName(format), type: `image/${format}`, body: files.read(pictureId), isInline: true };
    },
    async usePictures(unitId, pictureIds, session) {
      for (const pictureId of new Set(pictureIds)) {
        if (pictureId) {
          await use(unitId, pictureId, session);
        }
      }
    },
    async sweep() {
      const forgotten = { kind: 'examPicture', state: 'pending', at: { $lte: clock.now() - PENDING_MS } };
      for (const pictureId of await files.find(forgotten, SWEPT_AT_ONCE)) {
        // One that is used at this very moment stays.
        const discarded = { kind: 'examPicture', state: 'discarded', at: clock.now() };
        await files.setMeta(pictureId, forgotten, discarded);
      }
      for (const pictureId of await files.find({ kind: 'examPicture', state: 'discarded' }, SWEPT_AT_ONCE)) {
        await files.remove(pictureId);
      }
    },
  };
}

const fileName = (format: PictureMeta['format']) => (format === 'png' ? 'picture.png' : 'picture.jpg');
