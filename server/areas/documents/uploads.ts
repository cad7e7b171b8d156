import type { documents } from '@common/contract/documents';
import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { ActivityBy } from '../activities/drafts';
import type { DocumentDoc } from '../activities/model';
import { insistEditable } from '../activities/policy';
import type { Services } from '../services';
import { documentName, typeOfContent } from './content';
import type { DocumentFiles } from './files';
import { type UploadDoc, uploadModel } from './model';
import { PART_BYTES, type Parts, partsOf } from './parts';

/** The administrator of a unit who uploads. */
export type Uploader = ActivityBy;

export interface Uploads {
  /** How long an upload waits to be gone on with. */
  lifeMs: number;
  /** Begins, or goes on with the same file. @throws AppError NOT_FOUND, MOVE_REFUSED, TOO_MANY_REQUESTS. */
  start(
    by: Uploader,
    given: ParsedInputOf<typeof documents.startUpload>,
  ): Promise<OutputOf<typeof documents.startUpload>>;
  /** @throws AppError UPLOAD_EXPIRED, INVALID_INPUT. */
  putPart(by: Uploader, uploadId: string, part: number, bytes: Buffer): Promise<number[]>;
  /** Checks the whole and makes it a document; repeated, it answers the same. @throws AppError UPLOAD_EXPIRED, FILE_INVALID, MOVE_REFUSED. */
  finish(by: Uploader, uploadId: string): Promise<DocumentDoc>;
  removeParts(uploadIds: Types.ObjectId[]): Promise<void>;
}

const LIFE_MS = 24 * 3_600_000;
const MOST_OPEN = 20;
/** Where a picture's size is looked for: behind what cameras and scanners write in front of it. */
const HEAD_PARTS = 4;

export function createUploads(
  { mongo, clock, log }: Platform,
  services: Services,
  { parts, files }: { parts: Parts; files: DocumentFiles },
): Uploads {
  const Upload = uploadModel(mongo);

  /** Another unit's upload is as good as expired. */
  async function ownUpload({ unitId }: Uploader, uploadId: string): Promise<UploadDoc> {
    const upload = await Upload.findById(uploadId).lean();
    const isFresh = upload && clock.now() - upload.touchedAt.getTime() < LIFE_MS;
    if (!isFresh || String(upload.unitId) !== unitId) {
      throw appError('UPLOAD_EXPIRED');
    }
    return upload;
  }

  const removeParts = async (ids: Types.ObjectId[]) =>
    // Where this fails, they are removed by the sweep or lie under an id that nobody asks for.
    parts.remove(ids).catch((err) => log.warn({ err }, 'upload parts'));

  /** One for each file, by a unique index: whoever comes second goes on with the first one's. */
  async function open(by: Uploader, given: ParsedInputOf<typeof documents.startUpload>): Promise<UploadDoc> {
    const activityId = new Types.ObjectId(given.activityId);
    const { kind, name, bytes, sha256 } = given;
    const key = { activityId, kind, sha256, open: true };
    const touchedAt = new Date(clock.now());
    const fresh = { touchedAt: { $gt: new Date(clock.now() - LIFE_MS) } };
    const goOn = async () =>
      Upload.findOneAndUpdate(
        { ...key, bytes, ...fresh },
        { $set: { name, touchedAt } },
        { returnDocument: 'after' },
      ).lean();
    const found = await goOn();
    if (found) {
      return found;
    }
    if ((await Upload.countDocuments({ activityId, open: true, ...fresh })) >= MOST_OPEN) {
      throw appError('TOO_MANY_REQUESTS', { message: '未完成的上传过多，请先完成或等到明天再试' });
    }
    // One that has expired, or was announced with another length, makes way.
    const old = await Upload.findOneAndDelete({ ...key, $nor: [{ bytes, ...fresh }] }).lean();
    await removeParts(old ? [old._id] : []);
    const upload: UploadDoc = {
      ...key,
      _id: new Types.ObjectId(),
      unitId: new Types.ObjectId(by.unitId),
      name,
      bytes,
      touchedAt,
    };
    try {
      await Upload.create([upload]);
      return upload;
    } catch (error) {
      const first = isDuplicate(error) ? await goOn() : null;
      if (!first) {
        throw error;
      }
      return first;
    }
  }

  /** What cannot become a document is begun anew. */
  async function refuse({ _id }: UploadDoc): Promise<void> {
    await Upload.deleteOne({ _id });
    await removeParts([_id]);
  }

  async function store(upload: UploadDoc): Promise<DocumentDoc> {
    try {
      const type = await typeOfContent(await parts.head(upload._id, Math.min(HEAD_PARTS, partsOf(upload))));
      const name = documentName(upload.name, type);
      const whole = parts.whole(upload);
      const fileId = await files.store(name, whole);
      if (!whole.isRight()) {
        await files.remove(fileId);
        throw appError('FILE_INVALID', { message: '文件在传输中出现差错，请重新上传', field: 'file' });
      }
      const { kind, bytes } = upload;
      const uploadedAt = new Date(clock.now());
      return { _id: new Types.ObjectId(), kind, name, bytes, type, fileId, uploadedAt };
    } catch (error) {
      if ((error as { code?: string }).code === 'FILE_INVALID') {
        await refuse(upload);
      }
      throw error;
    }
  }

  /** Makes the stored file the activity's, once. @returns Null where another finish was faster. */
  async function link(upload: UploadDoc, document: DocumentDoc): Promise<DocumentDoc | null> {
    return mongo.transaction(async (session) => {
      const mine = await Upload.findOneAndUpdate(
        { _id: upload._id, open: true },
        { $set: { documentId: document._id }, $unset: { open: 1 } },
        { session },
      ).lean();
      if (!mine) {
        return null;
      }
      await files.use(document.fileId, session);
      const replaced = await services.activities.putDocument(upload.activityId, document, session);
      await files.discard(replaced, session);
      return document;
    });
  }

  /** The document that an upload has become. @throws AppError UPLOAD_EXPIRED where it was removed since. */
  async function become(by: Uploader, { activityId, _id }: UploadDoc): Promise<DocumentDoc> {
    const [upload, { activity }] = await Promise.all([
      Upload.findById(_id).lean(),
      services.activities.ownActivity(by, String(activityId)),
    ]);
    const document = activity.documents?.find((each) => each._id.equals(upload?.documentId ?? activityId));
    if (!document) {
      throw appError('UPLOAD_EXPIRED');
    }
    return document;
  }

  return {
    lifeMs: LIFE_MS,
    removeParts,
    async start(by, given) {
      const { activity } = await services.activities.ownActivity(by, given.activityId);
      insistEditable(activity);
      const upload = await open(by, given);
      return {
        uploadId: String(upload._id),
        partBytes: PART_BYTES,
        parts: partsOf(upload),
        received: await parts.received(upload._id),
      };
    },
    async putPart(by, uploadId, part, bytes) {
      const upload = await ownUpload(by, uploadId);
      if (upload.open) {
        await parts.put(upload, part, bytes);
        await Upload.updateOne({ _id: upload._id }, { $set: { touchedAt: new Date(clock.now()) } });
      }
      return parts.received(upload._id);
    },
    async finish(by, uploadId) {
      const upload = await ownUpload(by, uploadId);
      if (!upload.open) {
        return become(by, upload);
      }
      const { activity } = await services.activities.ownActivity(by, String(upload.activityId));
      insistEditable(activity);
      if ((await parts.received(upload._id)).length < partsOf(upload)) {
        throw appError('FILE_INVALID', { message: '文件还没有传完，请继续上传', field: 'file' });
      }
      const document = await store(upload);
      const linked = await link(upload, document).catch(async (error: unknown) => {
        await files.remove(document.fileId);
        throw error;
      });
      if (!linked) {
        await files.remove(document.fileId);
        return become(by, upload);
      }
      await removeParts([upload._id]);
      await services.audit.append({
        actor: by.actor,
        action: 'document.uploaded',
        subject: `activity:${String(upload.activityId)}`,
        reason: document.name,
        requestId: by.requestId,
      });
      return document;
    },
  };
}
