import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** A 人脸核身 of one learner for one scan. No picture ever comes to us: WeChat has it and tells what it found. */
export interface FaceCheckDoc {
  _id: Types.ObjectId;
  claimId: string;
  learnerId: Types.ObjectId;
  identityId: Types.ObjectId;
  state: 'begun' | 'passed';
  begunAt: Date;
  passedAt?: Date;
  /** SHA-256 of WeChat's verifyResult: one serves once. */
  verifyHash?: string;
}

const objectId = Schema.Types.ObjectId;
const schema = new Schema<FaceCheckDoc>(
  {
    claimId: { type: String, required: true },
    learnerId: { type: objectId, required: true },
    identityId: { type: objectId, required: true },
    state: { type: String, required: true },
    begunAt: { type: Date, required: true },
    passedAt: Date,
    verifyHash: String,
  },
  { versionKey: false },
);
schema.index({ verifyHash: 1 }, { unique: true, partialFilterExpression: { verifyHash: { $exists: true } } });

export const faceCheckModel = (connection: Connection) => modelOf(connection, 'faceChecks', schema);
