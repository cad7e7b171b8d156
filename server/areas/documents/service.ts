import type { ClientSession } from 'mongoose';
import type { Actor, ServedFile } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { ActivityDoc } from '../activities/model';
import { insist, mayReadDocuments } from '../activities/policy';
import type { Services } from '../services';
import { createDocumentFiles } from './files';
import { uploadModel } from './model';
import { createParts } from './parts';
import { createUploads, type Uploader, type Uploads } from './uploads';

export interface DocumentsService extends Uploads {
  /** Takes a document off its activity, with its file. @throws AppError NOT_FOUND, MOVE_REFUSED. */
  remove(by: Uploader, activityId: string, documentId: string): Promise<void>;
  /** @throws AppError NOT_FOUND for whoever may not read it. */
  serve(reader: Pick<Actor, 'kind' | 'id'>, activityId: string, documentId: string): Promise<ServedFile>;
  /** For an activity that is removed: its files and uploads go with it. */
  forget(activity: Pick<ActivityDoc, '_id' | 'documents'>, session: ClientSession): Promise<void>;
  /** Removes uploads that nobody went on with for a day, and files that nothing names. */
  sweep(): Promise<void>;
}

const SWEPT_AT_ONCE = 100;

/** 资料上传: 会议通知, 会议日程 and others of an activity. */
export function createDocumentsService(platform: Platform, services: Services): DocumentsService {
  const { mongo, files: store, clock } = platform;
  const Upload = uploadModel(mongo);
  const parts = createParts(platform);
  const files = createDocumentFiles(platform);
  const uploads = createUploads(platform, services, { parts, files });

  return {
    ...uploads,
    async remove(by, activityId, documentId) {
      const { activity } = await services.activities.ownActivity(by, activityId);
      const taken = await mongo.transaction(async (session) => {
        const document = await services.activities.takeDocument(activity._id, documentId, session);
        await files.discard([document.fileId], session);
        return document;
      });
      await services.audit.append({
        actor: by.actor,
        action: 'document.removed',
        subject: `activity:${activityId}`,
        reason: taken.name,
        requestId: by.requestId,
      });
    },
    async serve({ kind, id }, activityId, documentId) {
      const { activity } = await services.activities.get(activityId);
      insist(mayReadDocuments(kind === 'unit' ? { unitId: id } : { authorityId: id }, activity));
      const document = activity.documents?.find(({ _id }) => String(_id) === documentId);
      if (!document) {
        throw appError('NOT_FOUND');
      }
      return { name: document.name, type: document.type, body: store.read(String(document.fileId)) };
    },
    async forget({ _id, documents = [] }, session) {
      await files.discard(
        documents.map(({ fileId }) => fileId),
        session,
      );
      const open = await Upload.find({ activityId: _id }, { _id: 1 }, { session }).lean();
      await Upload.deleteMany({ activityId: _id }, { session });
      const ids = open.map((upload) => upload._id);
      session.once('ended', () => void uploads.removeParts(ids));
    },
    async sweep() {
      const before = new Date(clock.now() - uploads.lifeMs);
      const old = await Upload.find({ touchedAt: { $lte: before } }, { _id: 1 })
        .limit(SWEPT_AT_ONCE)
        .lean();
      const ids = old.map(({ _id }) => _id);
      await parts.remove(ids);
      await Upload.deleteMany({ _id: { $in: ids }, touchedAt: { $lte: before } });
      await files.sweep();
    },
  };
}
