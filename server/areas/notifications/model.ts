import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** What a learner is to be told; kept until it was sent or could not be. */
export interface NotificationDoc {
  _id: Types.ObjectId;
  /** The event it tells of: the same event is told once. */
  key: string;
  learnerId: Types.ObjectId;
  kind: 'approval' | 'credit' | 'notice' | 'task';
  title: string;
  lines: string[];
  /** Page of the mini-program that a tap leads to. */
  page?: string;
  state: 'waiting' | 'sent' | 'unreachable';
  createdAt: Date;
  sentAt?: Date;
}

const schema = new Schema<NotificationDoc>(
  {
    key: { type: String, required: true, unique: true },
    learnerId: { type: Schema.Types.ObjectId, required: true },
    kind: { type: String, required: true },
    title: { type: String, required: true },
    lines: [String],
    page: String,
    state: { type: String, required: true },
    createdAt: { type: Date, required: true },
    sentAt: Date,
  },
  { versionKey: false },
);
schema.index({ state: 1, createdAt: 1 });
// Who closes his account takes his along.
schema.index({ learnerId: 1 });

export const notificationModel = (connection: Connection) => modelOf(connection, 'notifications', schema);
