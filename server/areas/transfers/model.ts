import type { TransferState } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** One 调动 of an approved learner; kept for good as the history of his units. */
export interface TransferDoc {
  _id: Types.ObjectId;
  learnerId: Types.ObjectId;
  fromUnitId: Types.ObjectId;
  /** Absent where the old unit released without naming the new one, until one admits him. */
  toUnitId?: Types.ObjectId;
  state: TransferState;
  requestedBy: 'learner' | 'unit';
  /** What the learner or the old unit wrote for the others. */
  note: string;
  /** 科室 at the old unit when it began, and at the new one from the admission. */
  fromDepartment: string;
  toDepartment?: string;
  startedAt: Date;
  releasedAt?: Date;
  admittedAt?: Date;
  cancelledAt?: Date;
  /** Administrators. */
  releasedBy?: Types.ObjectId;
  admittedBy?: Types.ObjectId;
  cancelledBy?: Types.ObjectId;
  /** Why a unit refused or took back. */
  cancelReason?: string;
  /** Set while unfinished: one for each learner, by a unique index. */
  open?: boolean;
}

const objectId = Schema.Types.ObjectId;
const schema = new Schema<TransferDoc>(
  {
    learnerId: { type: objectId, required: true },
    fromUnitId: { type: objectId, required: true },
    toUnitId: objectId,
    state: { type: String, required: true },
    requestedBy: { type: String, required: true },
    note: { type: String, default: '' },
    fromDepartment: { type: String, default: '' },
    toDepartment: String,
    startedAt: { type: Date, required: true },
    releasedAt: Date,
    admittedAt: Date,
    cancelledAt: Date,
    releasedBy: objectId,
    admittedBy: objectId,
    cancelledBy: objectId,
    cancelReason: String,
    open: Boolean,
  },
  { versionKey: false },
);
schema.index({ learnerId: 1, open: 1 }, { unique: true, partialFilterExpression: { open: true } });
schema.index({ learnerId: 1, startedAt: -1 });
// A unit's list: the unfinished first, then the latest.
schema.index({ fromUnitId: 1, open: -1, startedAt: -1 });
schema.index({ toUnitId: 1, open: -1, startedAt: -1 });

export const transferModel = (connection: Connection) => modelOf(connection, 'transfers', schema);
