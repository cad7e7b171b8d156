import type { PrintKind } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** A printed paper that can be verified by its code: a certificate of one credit, a statement or a booklet of many. */
export interface CertificateDoc {
  _id: Types.ObjectId;
  kind: PrintKind;
  /** 13 characters of Crockford's base 32: 65 random bits, no letter that is read as a digit. */
  code: string;
  learnerId: Types.ObjectId;
  /** Of a certificate: its credit; one certificate for each. */
  entryId?: Types.ObjectId;
  /** Of a statement and a booklet: what was printed, in order. */
  entryIds: Types.ObjectId[];
  /** Of a booklet. */
  year?: number;
  issuedAt: Date;
}

const objectId = Schema.Types.ObjectId;
const schema = new Schema<CertificateDoc>(
  {
    kind: { type: String, required: true },
    code: { type: String, required: true },
    learnerId: { type: objectId, required: true },
    entryId: objectId,
    entryIds: { type: [objectId], default: [] },
    year: Number,
    issuedAt: { type: Date, required: true },
  },
  { versionKey: false },
);
schema.index({ code: 1 }, { unique: true });
schema.index({ entryId: 1 }, { unique: true, partialFilterExpression: { entryId: { $exists: true } } });
schema.index({ learnerId: 1, kind: 1, issuedAt: -1 });

export const certificateModel = (connection: Connection) => modelOf(connection, 'certificates', schema);
