import type { MessageChoices } from '@common/contract/messages';
import type { MessageChannel, MessageKind, MessageState } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** What a learner is to be told; it stands in his 消息, and in the outbox until it was sent or could not be. */
export interface NotificationDoc {
  _id: Types.ObjectId;
  /** The event it tells of: the same event is told once. */
  key: string;
  learnerId: Types.ObjectId;
  kind: MessageKind;
  title: string;
  lines: string[];
  /** Page of the mini-program that a tap leads to. */
  page?: string;
  isUrgent?: boolean;
  isKeptForOthers?: boolean;
  state: MessageState;
  createdAt: Date;
  /** Held back until then: quiet hours, a limit of WeChat's. */
  notBefore?: Date;
  sentAt?: Date;
  readAt?: Date;
  /** By what it went out, or was tried last; of which account. */
  channel?: MessageChannel;
  account?: string;
  /** What it has gone out by so far, of a message that goes by two: the other one is tried again alone. */
  sentBy?: MessageChannel[];
  /** WeChat's id of a template message: what became of it comes as an event. */
  messageId?: string;
  tries: number;
  /** How often an operator had it sent again: it is another message to WeChat then. */
  rounds?: number;
  /** When he last did. */
  retriedAt?: Date;
  /** Why it did not arrive, in words for those who run the system; never with personal data. */
  problem?: string;
}

/** 消息设置 of a learner; none: everything is sent, but not at night. */
export interface MessageChoicesDoc extends MessageChoices {
  /** The learner's id. */
  _id: Types.ObjectId;
  updatedAt: Date;
}

const objectId = Schema.Types.ObjectId;
const schema = new Schema<NotificationDoc>(
  {
    key: { type: String, required: true, unique: true },
    learnerId: { type: objectId, required: true },
    kind: { type: String, required: true },
    title: { type: String, required: true },
    lines: [String],
    page: String,
    isUrgent: Boolean,
    isKeptForOthers: Boolean,
    state: { type: String, required: true },
    createdAt: { type: Date, required: true },
    notBefore: Date,
    sentAt: Date,
    readAt: Date,
    channel: String,
    account: String,
    sentBy: { type: [String], default: undefined },
    messageId: String,
    tries: { type: Number, default: 0 },
    rounds: Number,
    retriedAt: Date,
    problem: String,
  },
  { versionKey: false },
);
schema.index({ state: 1, createdAt: 1 });
// The figures of some days.
schema.index({ createdAt: -1 });
// What the sweep looks for.
schema.index({ notBefore: 1, createdAt: 1, kind: 1 }, { partialFilterExpression: { state: 'waiting' } });
// 消息 of a learner; who closes his account takes them along.
schema.index({ learnerId: 1, createdAt: -1 });
schema.index({ messageId: 1 }, { partialFilterExpression: { messageId: { $exists: true } } });

const choices = new Schema<MessageChoicesDoc>(
  {
    _id: objectId,
    off: [{ kind: String, channel: String, _id: false }],
    quiet: { type: { from: Number, to: Number }, _id: false, default: null },
    updatedAt: { type: Date, required: true },
  },
  { versionKey: false },
);

export const notificationModel = (connection: Connection) => modelOf(connection, 'notifications', schema);
export const messageChoicesModel = (connection: Connection) => modelOf(connection, 'messageChoices', choices);
