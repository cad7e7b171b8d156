import type { CreditClass, CreditRole, ProjectLevel } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/**
 * One line of the credit ledger: written once, never edited. Whether it is reviewed is a fact of its batch (crediting).
 * A revocation is another line with the amounts negated.
 */
export interface CreditEntryDoc {
  _id: Types.ObjectId;
  kind: 'grant' | 'revocation';
  learnerId: Types.ObjectId;
  year: number;
  creditClass: CreditClass;
  /** Integer hundredths; negative in a revocation, as are the minutes. */
  credits: number;
  minutes: number;
  activityDate: string;
  sourceKind: 'activity';
  sourceId: Types.ObjectId;
  role: CreditRole;
  /** 0, and one more for each revocation before: who was revoked can be granted the same once again. */
  round: number;
  creditingId: Types.ObjectId;
  grantedAt: Date;
  /** For the statistics, as they were when it was granted: his unit and department, its county. */
  unitId: Types.ObjectId | null;
  department: string;
  regionCode: string;
  /** Of the project; the discipline as four digits of common/disciplines.ts, empty for one that is not there. */
  level: ProjectLevel;
  disciplineCode: string;
  /** Who held the activity. */
  holderId: Types.ObjectId;
  /** Of a revocation. */
  reason?: string;
  byName?: string;
}

const objectId = Schema.Types.ObjectId;
const schema = new Schema<CreditEntryDoc>(
  {
    kind: { type: String, required: true },
    learnerId: { type: objectId, required: true },
    year: { type: Number, required: true },
    creditClass: { type: String, required: true },
    credits: { type: Number, required: true },
    minutes: { type: Number, required: true },
    activityDate: { type: String, required: true },
    sourceKind: { type: String, required: true },
    sourceId: { type: objectId, required: true },
    role: { type: String, required: true },
    round: { type: Number, required: true },
    creditingId: { type: objectId, required: true },
    grantedAt: { type: Date, required: true },
    unitId: { type: objectId, default: null },
    department: { type: String, default: '' },
    regionCode: { type: String, default: '' },
    level: { type: String, required: true },
    disciplineCode: { type: String, default: '' },
    holderId: { type: objectId, required: true },
    reason: String,
    byName: String,
  },
  { versionKey: false },
);
// Each person gets an activity's credit once in each role, however often and by however many it is granted; a grant is revoked once.
schema.index({ sourceKind: 1, sourceId: 1, learnerId: 1, role: 1, kind: 1, round: 1 }, { unique: true });
schema.index({ learnerId: 1, year: -1, activityDate: -1, _id: -1 });
// The last part lets the revocations of a batch be read alone.
schema.index({ creditingId: 1, learnerId: 1, kind: 1 });
// 学分统计 of a unit's and of a region's people.
schema.index({ unitId: 1, year: 1 });
schema.index({ regionCode: 1, year: 1 });

export const creditEntryModel = (connection: Connection) => modelOf(connection, 'creditEntries', schema);
