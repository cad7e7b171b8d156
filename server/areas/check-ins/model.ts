import type { CheckInMethod, Direction } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** One swipe. Written once for (course, learner, direction, slot window) and once for a claim. */
export interface CheckInDoc {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  courseId: Types.ObjectId;
  learnerId: Types.ObjectId;
  direction: Direction;
  /** When it was scanned, which is not when the network let it through. */
  at: Date;
  receivedAt: Date;
  slotWindow: number;
  method: CheckInMethod;
  claim: string;
  identityId: Types.ObjectId;
}

/** A scan that did not become a check-in, kept with its reason. */
export interface RefusedScanDoc {
  _id: Types.ObjectId;
  identityId?: Types.ObjectId;
  learnerId?: Types.ObjectId;
  activityId?: Types.ObjectId;
  /** A code of the contract's errors. */
  reason: string;
  at: Date;
}

/** A venue screen: kept in the store so that it survives a restart of Redis. Its address is a secret, so only its hash. */
export interface DisplayDoc {
  _id: Types.ObjectId;
  ticketHash: string;
  activityId: Types.ObjectId;
  courseId: Types.ObjectId;
  direction: Direction;
  openedBy: Types.ObjectId;
  openedAt: Date;
  closedAt?: Date;
}

const objectId = Schema.Types.ObjectId;
const checkIn = new Schema<CheckInDoc>(
  {
    activityId: { type: objectId, required: true },
    courseId: { type: objectId, required: true },
    learnerId: { type: objectId, required: true },
    direction: { type: String, required: true },
    at: { type: Date, required: true },
    receivedAt: { type: Date, required: true },
    slotWindow: { type: Number, required: true },
    method: { type: String, required: true },
    claim: { type: String, required: true, unique: true },
    identityId: { type: objectId, required: true },
  },
  { versionKey: false },
);
checkIn.index({ courseId: 1, learnerId: 1, direction: 1, slotWindow: 1 }, { unique: true });
checkIn.index({ activityId: 1, at: -1 });
checkIn.index({ learnerId: 1, at: -1 });

const refused = new Schema<RefusedScanDoc>(
  {
    identityId: objectId,
    learnerId: objectId,
    activityId: objectId,
    reason: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false },
);
refused.index({ activityId: 1, at: -1 });

const display = new Schema<DisplayDoc>(
  {
    ticketHash: { type: String, required: true, unique: true },
    activityId: { type: objectId, required: true },
    courseId: { type: objectId, required: true },
    direction: { type: String, required: true },
    openedBy: { type: objectId, required: true },
    openedAt: { type: Date, required: true },
    closedAt: Date,
  },
  { versionKey: false },
);

export const checkInModel = (connection: Connection) => modelOf(connection, 'checkIns', checkIn);
export const refusedScanModel = (connection: Connection) => modelOf(connection, 'refusedScans', refused);
export const displayModel = (connection: Connection) => modelOf(connection, 'displays', display);
