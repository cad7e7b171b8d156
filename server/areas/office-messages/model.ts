import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** `capped`: he had been sent as many that day as he is to get; the console shows him the rest. */
export type OfficeMessageState = 'waiting' | 'sent' | 'capped';

/** What one administrator is told of his unit, by SMS: a unit has no WeChat of its own. */
export interface OfficeMessageDoc {
  _id: Types.ObjectId;
  /** The event and the administrator: each is told of it once. */
  key: string;
  administratorId: Types.ObjectId;
  /** Without personal data. */
  text: string;
  state: OfficeMessageState;
  createdAt: Date;
  /** A process is sending it until then. */
  takenUntil: Date;
  sentAt?: Date;
}

const schema = new Schema<OfficeMessageDoc>(
  {
    key: { type: String, required: true, unique: true },
    administratorId: { type: Schema.Types.ObjectId, required: true },
    text: { type: String, required: true },
    state: { type: String, required: true },
    createdAt: { type: Date, required: true },
    takenUntil: { type: Date, required: true },
    sentAt: Date,
  },
  { versionKey: false },
);
schema.index({ state: 1, createdAt: 1 });

export const officeMessageModel = (connection: Connection) => modelOf(connection, 'officeMessages', schema);
