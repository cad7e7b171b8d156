import type { ApprovalState, Title } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** A health worker. idNo and phone are sealed; their keyed hashes serve equality look-up. */
export interface LearnerDoc {
  _id: Types.ObjectId;
  name: string;
  idNo: string;
  idNoHash: string;
  phone: string;
  phoneHash: string;
  sex: 'male' | 'female';
  title: Title;
  unitId: Types.ObjectId;
  department: string;
  /** 医通卡号, given at the first approval and kept for life. */
  personnelNo?: string;
  approval: {
    state: ApprovalState;
    reason?: string;
    submittedAt: Date;
    decidedAt?: Date;
    decidedBy?: Types.ObjectId;
  };
  createdAt: Date;
}

const schema = new Schema<LearnerDoc>(
  {
    name: { type: String, required: true },
    idNo: { type: String, required: true, select: false },
    idNoHash: { type: String, required: true, unique: true },
    phone: { type: String, required: true, select: false },
    phoneHash: { type: String, required: true, index: true },
    sex: { type: String, required: true },
    title: { type: String, required: true },
    unitId: { type: Schema.Types.ObjectId, required: true },
    department: { type: String, default: '' },
    personnelNo: String,
    approval: {
      state: { type: String, required: true },
      reason: String,
      submittedAt: { type: Date, required: true },
      decidedAt: Date,
      decidedBy: Schema.Types.ObjectId,
    },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false },
);
schema.index(
  { personnelNo: 1 },
  { unique: true, partialFilterExpression: { personnelNo: { $exists: true } } },
);
// The approval list: one unit, one state, first come first.
schema.index({ unitId: 1, 'approval.state': 1, 'approval.submittedAt': 1 });

/** Numbers handed out once, in order. */
export interface CounterDoc {
  _id: string;
  value: number;
}
const counter = new Schema<CounterDoc>({ _id: String, value: Number }, { versionKey: false });

export const learnerModel = (connection: Connection) => modelOf(connection, 'learners', schema);
export const counterModel = (connection: Connection) => modelOf(connection, 'counters', counter);
