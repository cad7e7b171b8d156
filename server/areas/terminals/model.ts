import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** A 刷卡考勤机 of a unit. One that is no longer used is kept: its swipes name it. */
export interface TerminalDoc {
  _id: Types.ObjectId;
  unitId: Types.ObjectId;
  /** Six digits. */
  code: string;
  name: string;
  addedAt: Date;
  removedAt?: Date;
  lastUploadAt?: Date;
  /** How far its clock was ahead of ours then; negative: behind. */
  skewSeconds?: number;
}

/** Somebody's time with an IC card. Ended ones are kept: swipes of that time may still come. */
export interface CardDoc {
  _id: Types.ObjectId;
  /** Capitals. */
  cardNo: string;
  learnerId: Types.ObjectId;
  /** The unit that issued it; the card goes with him when he leaves. */
  unitId: Types.ObjectId;
  boundAt: Date;
  endedAt?: Date;
  /** Set while he has it: one card a learner, one learner a card. */
  open?: boolean;
}

/** What became of the rows of an upload; each is counted once. */
export interface SwipeCounts {
  rows: number;
  taken: number;
  repeated: number;
  outside: number;
  notApproved: number;
  unknown: number;
  invalid: number;
}

/** An upload that came to its end. */
export interface SwipeUploadDoc extends SwipeCounts {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  terminalId: Types.ObjectId;
  terminalName: string;
  fileName: string;
  uploadedAt: Date;
  /** The administrator's name. */
  by: string;
  skewSeconds: number;
  /** The first of them only; `unknown` and `invalid` count all. */
  unknownCards: { cardNo: string; at: Date; rows: number }[];
  invalidRows: { row: number; message: string }[];
}

const objectId = Schema.Types.ObjectId;
const count = { type: Number, required: true };

const terminal = new Schema<TerminalDoc>(
  {
    unitId: { type: objectId, required: true },
    code: { type: String, required: true, unique: true },
    name: { type: String, required: true },
    addedAt: { type: Date, required: true },
    removedAt: Date,
    lastUploadAt: Date,
    skewSeconds: Number,
  },
  { versionKey: false },
);
terminal.index({ unitId: 1, _id: 1 });

const card = new Schema<CardDoc>(
  {
    cardNo: { type: String, required: true },
    learnerId: { type: objectId, required: true },
    unitId: { type: objectId, required: true },
    boundAt: { type: Date, required: true },
    endedAt: Date,
    open: Boolean,
  },
  { versionKey: false },
);
card.index({ cardNo: 1, open: 1 }, { unique: true, partialFilterExpression: { open: true } });
card.index({ learnerId: 1, open: 1 }, { unique: true, partialFilterExpression: { open: true } });
card.index({ cardNo: 1, boundAt: 1 });
card.index({ learnerId: 1, boundAt: 1 });

const upload = new Schema<SwipeUploadDoc>(
  {
    activityId: { type: objectId, required: true },
    terminalId: { type: objectId, required: true },
    terminalName: { type: String, required: true },
    fileName: { type: String, required: true },
    uploadedAt: { type: Date, required: true },
    by: { type: String, required: true },
    rows: count,
    taken: count,
    repeated: count,
    outside: count,
    notApproved: count,
    unknown: count,
    invalid: count,
    skewSeconds: count,
    unknownCards: [{ _id: false, cardNo: String, at: Date, rows: Number }],
    invalidRows: [{ _id: false, row: Number, message: String }],
  },
  { versionKey: false },
);
upload.index({ activityId: 1, _id: -1 });

export const terminalModel = (connection: Connection) => modelOf(connection, 'terminals', terminal);
export const cardModel = (connection: Connection) => modelOf(connection, 'icCards', card);
export const swipeUploadModel = (connection: Connection) => modelOf(connection, 'swipeUploads', upload);
