import type { DocumentKind } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** A document on its way, in parts. */
export interface UploadDoc {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  unitId: Types.ObjectId;
  kind: DocumentKind;
  /** As the sender called it. */
  name: string;
  /** Of the whole file, as announced; both are proved at the end. */
  bytes: number;
  sha256: string;
  /** When a part came last: one that nobody goes on with is removed a day later. */
  touchedAt: Date;
  /** Set until it is finished: starting the same file again goes on with it. */
  open?: boolean;
  /** What it became, so that a repeated finish answers the same. */
  documentId?: Types.ObjectId;
}

export interface PartDoc {
  _id: Types.ObjectId;
  uploadId: Types.ObjectId;
  part: number;
  bytes: Buffer;
}

const objectId = Schema.Types.ObjectId;

const upload = new Schema<UploadDoc>(
  {
    activityId: { type: objectId, required: true },
    unitId: { type: objectId, required: true },
    kind: { type: String, required: true },
    name: { type: String, required: true },
    bytes: { type: Number, required: true },
    sha256: { type: String, required: true },
    touchedAt: { type: Date, required: true, index: true },
    open: Boolean,
    documentId: objectId,
  },
  { versionKey: false },
);
upload.index(
  { activityId: 1, kind: 1, sha256: 1 },
  { unique: true, partialFilterExpression: { open: true } },
);

const part = new Schema<PartDoc>(
  {
    uploadId: { type: objectId, required: true },
    part: { type: Number, required: true },
    bytes: { type: Buffer, required: true },
  },
  { versionKey: false },
);
part.index({ uploadId: 1, part: 1 }, { unique: true });

export const uploadModel = (connection: Connection) => modelOf(connection, 'uploads', upload);
export const partModel = (connection: Connection) => modelOf(connection, 'uploadParts', part);
