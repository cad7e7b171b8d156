import type { ExportOrder } from '@common/contract/exports';
import type { ExportKind, ExportState } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** A long Excel file that is made in the background, and is gone a day later. */
export interface ExportDoc {
  _id: Types.ObjectId;
  /** The unit's or authority's id: its administrators share the list. */
  ownerKind: 'unit' | 'authority';
  ownerId: Types.ObjectId;
  kind: ExportKind;
  order: ExportOrder;
  /** Hash of owner and order while it waits or runs: the same is not made twice at once. */
  running?: string;
  name: string;
  state: ExportState;
  rows: number;
  total: number | null;
  /** When its worker last wrote: one that fell silent is begun again by another. */
  touchedAt: Date;
  tries: number;
  /** Given before the file is written, so that what a dead worker left of it is found. */
  fileId?: Types.ObjectId;
  bytes?: number;
  createdAt: Date;
  expiresAt?: Date;
  message?: string;
}

const objectId = Schema.Types.ObjectId;
const schema = new Schema<ExportDoc>(
  {
    ownerKind: { type: String, required: true },
    ownerId: { type: objectId, required: true },
    kind: { type: String, required: true },
    order: { type: Schema.Types.Mixed, required: true },
    running: String,
    name: { type: String, required: true },
    state: { type: String, required: true },
    rows: { type: Number, default: 0 },
    total: { type: Number, default: null },
    touchedAt: { type: Date, required: true },
    tries: { type: Number, default: 0 },
    fileId: objectId,
    bytes: Number,
    createdAt: { type: Date, required: true },
    expiresAt: Date,
    message: String,
  },
  { versionKey: false, minimize: false },
);
schema.index({ running: 1 }, { unique: true, partialFilterExpression: { running: { $exists: true } } });
schema.index({ ownerId: 1, createdAt: -1 });
schema.index({ state: 1, touchedAt: 1 });
schema.index({ expiresAt: 1 });

export const exportModel = (connection: Connection) => modelOf(connection, 'exports', schema);
