import type { CreditClass } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/**
 * One line of the credit ledger: written once, never edited. Whether it is reviewed is a fact of its batch (crediting).
 * A revocation is another line with the amounts negated.
 */
export interface CreditEntryDoc {
  _id: Types.ObjectId;
  learnerId: Types.ObjectId;
  year: number;
  creditClass: CreditClass;
  /** Integer hundredths. */
  credits: number;
  minutes: number;
  activityDate: string;
  sourceKind: 'activity';
  sourceId: Types.ObjectId;
  role: 'participant';
  creditingId: Types.ObjectId;
  grantedAt: Date;
}

const schema = new Schema<CreditEntryDoc>(
  {
    learnerId: { type: Schema.Types.ObjectId, required: true },
    year: { type: Number, required: true },
    creditClass: { type: String, required: true },
    credits: { type: Number, required: true },
    minutes: { type: Number, required: true },
    activityDate: { type: String, required: true },
    sourceKind: { type: String, required: true },
    sourceId: { type: Schema.Types.ObjectId, required: true },
    role: { type: String, required: true },
    creditingId: { type: Schema.Types.ObjectId, required: true, index: true },
    grantedAt: { type: Date, required: true },
  },
  { versionKey: false },
);
// Each person gets an activity's credit once, however often and by however many it is granted.
schema.index({ sourceKind: 1, sourceId: 1, learnerId: 1, role: 1 }, { unique: true });
schema.index({ learnerId: 1, year: -1 });

export const creditEntryModel = (connection: Connection) => modelOf(connection, 'creditEntries', schema);
