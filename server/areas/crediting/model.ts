import type { CreditingState } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** 授分: one batch of credits of an activity, with the windows that its attendance analysis used as evidence. */
export interface CreditingDoc {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  unitId: Types.ObjectId;
  activityDate: string;
  windows: { from: Date; to: Date }[];
  creditsEach: number;
  persons: number;
  state: CreditingState;
  grantedAt: Date;
  grantedBy: string;
  reviewedAt?: Date;
  reviewedBy?: string;
}

const schema = new Schema<CreditingDoc>(
  {
    activityId: { type: Schema.Types.ObjectId, required: true, index: true },
    unitId: { type: Schema.Types.ObjectId, required: true },
    activityDate: { type: String, required: true },
    windows: [{ _id: false, from: Date, to: Date }],
    creditsEach: { type: Number, required: true },
    persons: { type: Number, required: true },
    state: { type: String, required: true },
    grantedAt: { type: Date, required: true },
    grantedBy: { type: String, required: true },
    reviewedAt: Date,
    reviewedBy: String,
  },
  { versionKey: false },
);
schema.index({ unitId: 1, state: 1, grantedAt: -1 });

export const creditingModel = (connection: Connection) => modelOf(connection, 'creditings', schema);
