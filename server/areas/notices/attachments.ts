import { Readable } from 'node:stream';
import { type ClientSession, Types } from 'mongoose';
import type { ServedFile, UploadedFile } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { createDocumentFiles } from '../documents/files';
import { attachmentName, attachmentType } from './attachmentType';
import { type AttachmentDoc, type NoticeDoc, noticeModel } from './model';

/** 附件 of notices. */
export interface NoticeAttachments {
  /** @throws AppError NOT_FOUND for another's notice, FILE_INVALID. */
  add(authorityId: string, noticeId: string, file: UploadedFile): Promise<void>;
  /** For its authority, whatever the notice's state. @throws AppError NOT_FOUND. */
  get(authorityId: string, noticeId: string, attachmentId: string): Promise<ServedFile>;
  /** @throws AppError NOT_FOUND. */
  remove(authorityId: string, noticeId: string, attachmentId: string): Promise<void>;
  /** @throws AppError NOT_FOUND. */
  serve(notice: NoticeDoc, attachmentId: string): ServedFile;
  /** Takes the files of a removed notice away, once the session has committed. */
  discard(attachments: AttachmentDoc[], session: ClientSession): Promise<void>;
  /** Removes files that no notice names. */
  sweep(): Promise<void>;
}

const MOST = 10;

export function createAttachments(platform: Platform): NoticeAttachments {
  const { mongo, files: store, clock } = platform;
  const Notice = noticeModel(mongo);
  const files = createDocumentFiles(platform, 'noticeAttachment');
  const ofOwn = (authorityId: string, noticeId: string) => ({
    _id: new Types.ObjectId(noticeId),
    authorityId: new Types.ObjectId(authorityId),
  });
  const discard = async (attachments: AttachmentDoc[], session: ClientSession) =>
    files.discard(
      attachments.map(({ fileId }) => fileId),
      session,
    );

  function serve({ attachments }: NoticeDoc, attachmentId: string): ServedFile {
    const found = attachments.find(({ _id }) => String(_id) === attachmentId);
    if (!found) {
      throw appError('NOT_FOUND', { message: '没有找到这个附件，可能已被删除' });
    }
    const { name, type, bytes, fileId } = found;
    const range = (start: number, end: number) => store.read(String(fileId), { start, end });
    return { name, type, body: { size: bytes, etag: String(fileId), range } };
  }

  return {
    discard,
    serve,
    async get(authorityId, noticeId, attachmentId) {
      const notice = await Notice.findOne(ofOwn(authorityId, noticeId)).lean();
      if (!notice) {
        throw appError('NOT_FOUND');
      }
      return serve(notice, attachmentId);
    },
    async add(authorityId, noticeId, { name: given, bytes }) {
      const own = ofOwn(authorityId, noticeId);
      if (!(await Notice.exists(own))) {
        throw appError('NOT_FOUND');
      }
      const type = await attachmentType(bytes);
      const name = attachmentName(given, type);
      const fileId = await files.store(name, { body: Readable.from([bytes]) });
      const attachment = { _id: new Types.ObjectId(), name, bytes: bytes.length, type, fileId };
      try {
        await mongo.transaction(async (session) => {
          const { matchedCount } = await Notice.updateOne(
            { ...own, [`attachments.${MOST - 1}`]: { $exists: false } },
            { $push: { attachments: attachment }, $set: { updatedAt: new Date(clock.now()) } },
            { session },
          );
          if (matchedCount === 0) {
            throw appError('FILE_INVALID', { message: `附件最多${MOST}个`, field: 'file' });
          }
          await files.use(fileId, session);
        });
      } catch (error) {
        await files.remove(fileId);
        throw error;
      }
    },
    async remove(authorityId, noticeId, attachmentId) {
      const _id = new Types.ObjectId(attachmentId);
      await mongo.transaction(async (session) => {
        const before = await Notice.findOneAndUpdate(
          { ...ofOwn(authorityId, noticeId), 'attachments._id': _id },
          { $pull: { attachments: { _id } }, $set: { updatedAt: new Date(clock.now()) } },
          { session },
        ).lean();
        if (!before) {
          throw appError('NOT_FOUND');
        }
        await discard(
          before.attachments.filter((each) => String(each._id) === attachmentId),
          session,
        );
      });
    },
    sweep: files.sweep,
  };
}
