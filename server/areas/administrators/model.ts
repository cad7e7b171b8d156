import type { Permission } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** A named person who acts for a unit or an authority (manual 000 §1.3). The phone is sealed. */
export interface AdministratorDoc {
  _id: Types.ObjectId;
  kind: 'unit' | 'authority';
  subjectId: Types.ObjectId;
  name: string;
  phone: string;
  phoneHash: string;
  permissions: Permission[];
  /** The phone was proved by an SMS code. */
  isConfirmed: boolean;
  createdAt: Date;
  lastSignInAt?: Date;
}

const schema = new Schema<AdministratorDoc>(
  {
    kind: { type: String, required: true },
    subjectId: { type: Schema.Types.ObjectId, required: true },
    name: { type: String, required: true },
    phone: { type: String, required: true, select: false },
    phoneHash: { type: String, required: true },
    permissions: [String],
    isConfirmed: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
    lastSignInAt: Date,
  },
  { versionKey: false },
);
schema.index({ subjectId: 1, phoneHash: 1 }, { unique: true });

/** One row a unit or authority, which every change among its administrators touches: so such changes come one after another. */
export interface AdministratorTurnDoc {
  /** The unit's or authority's id. */
  _id: Types.ObjectId;
  changes: number;
}
const turn = new Schema<AdministratorTurnDoc>(
  { _id: Schema.Types.ObjectId, changes: { type: Number, default: 0 } },
  { versionKey: false },
);

export const administratorTurnModel = (connection: Connection) =>
  modelOf(connection, 'administratorTurns', turn);
export const administratorModel = (connection: Connection) => modelOf(connection, 'administrators', schema);
