import type { DoubtKind } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** Somebody looked into a doubt and found nothing wrong; one for each learner and kind, the latest. */
export interface DoubtClearanceDoc {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  learnerId: Types.ObjectId;
  kind: DoubtKind;
  /** The keys of the facts that he saw: what comes later is not cleared by it. */
  seen: string[];
  reason: string;
  /** The administrator's name. */
  by: string;
  at: Date;
}

const objectId = Schema.Types.ObjectId;
const clearance = new Schema<DoubtClearanceDoc>(
  {
    activityId: { type: objectId, required: true },
    learnerId: { type: objectId, required: true },
    kind: { type: String, required: true },
    seen: { type: [String], required: true },
    reason: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false },
);
clearance.index({ activityId: 1, learnerId: 1, kind: 1 }, { unique: true });

export const doubtClearanceModel = (connection: Connection) =>
  modelOf(connection, 'doubtClearances', clearance);
