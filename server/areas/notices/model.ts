import type { NoticeKind, NoticeState } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

export interface AttachmentDoc {
  _id: Types.ObjectId;
  name: string;
  bytes: number;
  type: string;
  fileId: Types.ObjectId;
}

/** 通知 or 常见问题 of an authority. */
export interface NoticeDoc {
  _id: Types.ObjectId;
  kind: NoticeKind;
  authorityId: Types.ObjectId;
  /** The authority's: whom it is for. Empty for the nation. */
  regionCode: string;
  title: string;
  topic: string;
  /** Sanitised before it is stored. */
  html: string;
  /** Its words without tags, for search and summary. */
  text: string;
  isImportant: boolean;
  isPinned: boolean;
  attachments: AttachmentDoc[];
  state: NoticeState;
  publishedAt?: Date;
  updatedAt: Date;
  /** Learners who opened it; openings by anybody. */
  reads: number;
  views: number;
  /** 推送: goes on at `after` (the last unit that is done), by whichever process comes to it; `worker` is its present one. */
  push?: {
    startedAt: Date;
    told: number;
    total?: number;
    after?: Types.ObjectId;
    finishedAt?: Date;
    touchedAt: Date;
    worker?: Types.ObjectId;
  };
}

/** That a learner opened a notice: once. */
export interface NoticeReadDoc {
  _id: Types.ObjectId;
  noticeId: Types.ObjectId;
  learnerId: Types.ObjectId;
  at: Date;
}

const objectId = Schema.Types.ObjectId;
const schema = new Schema<NoticeDoc>(
  {
    kind: { type: String, required: true },
    authorityId: { type: objectId, required: true },
    regionCode: { type: String, default: '' },
    title: { type: String, default: '' },
    topic: { type: String, default: '' },
    html: { type: String, default: '' },
    text: { type: String, default: '' },
    isImportant: { type: Boolean, default: false },
    isPinned: { type: Boolean, default: false },
    attachments: [
      {
        name: { type: String, required: true },
        bytes: { type: Number, required: true },
        type: { type: String, required: true },
        fileId: { type: objectId, required: true },
      },
    ],
    state: { type: String, required: true },
    publishedAt: Date,
    updatedAt: { type: Date, required: true },
    reads: { type: Number, default: 0 },
    views: { type: Number, default: 0 },
    push: {
      type: {
        startedAt: Date,
        told: Number,
        total: Number,
        after: objectId,
        finishedAt: Date,
        touchedAt: Date,
        worker: objectId,
      },
      _id: false,
    },
  },
  { versionKey: false },
);
schema.index({ authorityId: 1, kind: 1, updatedAt: -1 });
schema.index({ kind: 1, state: 1, regionCode: 1, isPinned: -1, publishedAt: -1 });
// Pushes that are going on: a handful.
schema.index({ 'push.touchedAt': 1 }, { partialFilterExpression: { 'push.worker': { $exists: true } } });

const read = new Schema<NoticeReadDoc>(
  {
    noticeId: { type: objectId, required: true },
    learnerId: { type: objectId, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false },
);
read.index({ learnerId: 1, noticeId: 1 }, { unique: true });
read.index({ noticeId: 1 });

export const noticeModel = (connection: Connection) => modelOf(connection, 'notices', schema);
export const noticeReadModel = (connection: Connection) => modelOf(connection, 'noticeReads', read);
