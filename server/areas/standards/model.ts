import type { StandardRow } from '@common/contract/standards';
import type { NoticeState } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** 学分审核标准 of an authority for a year. */
export interface StandardDoc {
  _id: Types.ObjectId;
  authorityId: Types.ObjectId;
  /** The authority's; empty for the nation. */
  regionCode: string;
  year: number;
  state: NoticeState;
  basis: string;
  rows: StandardRow[];
  publishedAt?: Date;
  updatedAt: Date;
}

const schema = new Schema<StandardDoc>(
  {
    authorityId: { type: Schema.Types.ObjectId, required: true },
    regionCode: { type: String, default: '' },
    year: { type: Number, required: true },
    state: { type: String, required: true },
    basis: { type: String, default: '' },
    rows: [
      {
        category: { type: String, required: true },
        item: { type: String, required: true },
        creditClass: { type: String, required: true },
        from: { type: Number, required: true },
        to: { type: Number, required: true },
        per: { type: String, default: '' },
        note: { type: String, default: '' },
        _id: false,
      },
    ],
    publishedAt: Date,
    updatedAt: { type: Date, required: true },
  },
  { versionKey: false },
);
schema.index({ authorityId: 1, year: 1 }, { unique: true });
schema.index({ state: 1, regionCode: 1, year: -1 });

export const standardModel = (connection: Connection) => modelOf(connection, 'standards', schema);
