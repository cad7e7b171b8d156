import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** A message or event that came in from WeChat. Who sent it and what was typed are keyed hashes only, an answer its kind only. */
export interface MessageDoc {
  _id: Types.ObjectId;
  account: string;
  /** Keyed hash of the openid: who it was cannot be read here, even after he has closed his account. */
  senderHash: string;
  /** `text`, `image`, …, or `event`. */
  msgType: string;
  /** Of an event: `subscribe`, `CLICK`, …. */
  event?: string;
  /** Keyed hash of what was typed or of the event's key: equal for equal words, and for nothing else. */
  contentHash: string;
  /** As the grammar understood it: `credits`, `recover`, …, `unknown`. */
  command?: string;
  /** Answered in time, later by a customer-service message, or not at all because of trouble of ours. */
  outcome: 'answered' | 'late' | 'failed' | 'silent';
  tookMs: number;
  at: Date;
}

const schema = new Schema<MessageDoc>(
  {
    account: { type: String, required: true },
    senderHash: { type: String, required: true },
    msgType: { type: String, required: true },
    event: String,
    contentHash: { type: String, required: true },
    command: String,
    outcome: { type: String, required: true },
    tookMs: { type: Number, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false },
);
schema.index({ at: 1 });

export const messageModel = (connection: Connection) => modelOf(connection, 'messages', schema);
