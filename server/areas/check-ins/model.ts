import type { Place } from '@common/contract/shapes';
import type { CheckInMethod, Direction, HeldKind, HeldState } from '@common/terms';
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
  /** What makes it once: a scan's claim, or the key of another method (`manual:…`, `card:…`). */
  claim: string;
  /** The WeChat that scanned; absent where nobody scanned. */
  identityId?: Types.ObjectId;
  /** The screen and the slot of the code. */
  displayId?: Types.ObjectId;
  slot?: number;
  /** Keyed hashes of the phone's random name and of its address. */
  device?: string;
  network?: string;
  place?: PlaceDoc;
  /** The administrator who entered it, or confirmed it where it was held. */
  by?: string;
  reason?: string;
}

/** Where the phone was; `metres` from the venue, absent where the venue has no point. */
export interface PlaceDoc extends Place {
  metres?: number;
}

/** What a check-in is made of, however it came. */
export type NewCheckIn = Omit<CheckInDoc, '_id' | 'receivedAt' | 'slotWindow'> & {
  /** Of the code; for other methods a minute: two swipes within it are one. */
  periodMs: number;
};

/** A scan that does not count yet; once for its claim. It becomes a check-in with the same claim, so that one never makes two. */
export interface HeldScanDoc {
  _id: Types.ObjectId;
  kind: HeldKind;
  state: HeldState;
  identityId: Types.ObjectId;
  /** Absent while nobody has registered with this WeChat. */
  learnerId?: Types.ObjectId;
  activityId: Types.ObjectId;
  courseId: Types.ObjectId;
  direction: Direction;
  at: Date;
  receivedAt: Date;
  periodMs: number;
  method: CheckInMethod;
  claim: string;
  displayId?: Types.ObjectId;
  slot?: number;
  device?: string;
  network?: string;
  place?: PlaceDoc;
  /** In words, for the administrator and the learner. */
  words: string;
  reason?: string;
  decidedAt?: Date;
  decidedBy?: string;
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

/** A venue screen: kept in the store so that it survives a restart of Redis. Its address is a secret: found by its hash. */
export interface DisplayDoc {
  _id: Types.ObjectId;
  ticketHash: string;
  /** Sealed, so that another administrator can return to the screen; absent in rows of an earlier version. */
  ticket?: string;
  activityId: Types.ObjectId;
  courseId: Types.ObjectId;
  direction: Direction;
  /** The unit. */
  openedBy: Types.ObjectId;
  /** Its administrator's name, as it was then. */
  by?: string;
  openedAt: Date;
  closedAt?: Date;
}

const objectId = Schema.Types.ObjectId;
const evidence = {
  displayId: objectId,
  slot: Number,
  device: String,
  network: String,
  place: {
    _id: false,
    type: { longitude: Number, latitude: Number, accuracy: Number, metres: Number },
  },
};
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
    identityId: objectId,
    ...evidence,
    by: String,
    reason: String,
  },
  { versionKey: false },
);
checkIn.index({ courseId: 1, learnerId: 1, direction: 1, slotWindow: 1 }, { unique: true });
checkIn.index({ activityId: 1, at: -1, _id: -1 });
checkIn.index({ learnerId: 1, at: -1 });

const held = new Schema<HeldScanDoc>(
  {
    kind: { type: String, required: true },
    state: { type: String, required: true },
    identityId: { type: objectId, required: true },
    learnerId: objectId,
    activityId: { type: objectId, required: true },
    courseId: { type: objectId, required: true },
    direction: { type: String, required: true },
    at: { type: Date, required: true },
    receivedAt: { type: Date, required: true },
    periodMs: { type: Number, required: true },
    method: { type: String, required: true },
    claim: { type: String, required: true, unique: true },
    ...evidence,
    words: { type: String, required: true },
    reason: String,
    decidedAt: Date,
    decidedBy: String,
  },
  { versionKey: false },
);
held.index({ activityId: 1, state: 1, at: -1 });
held.index({ identityId: 1, state: 1 });
// His own, of whatever activity.
held.index({ learnerId: 1, at: -1 });
// What a sweep looks for every minute.
held.index({ state: 1, kind: 1, identityId: 1 });

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
// His own, when he asks why a credit is missing.
refused.index({ learnerId: 1, activityId: 1 });
refused.index({ identityId: 1, activityId: 1 });

const display = new Schema<DisplayDoc>(
  {
    ticketHash: { type: String, required: true, unique: true },
    ticket: String,
    activityId: { type: objectId, required: true },
    courseId: { type: objectId, required: true },
    direction: { type: String, required: true },
    openedBy: { type: objectId, required: true },
    by: String,
    openedAt: { type: Date, required: true },
    closedAt: Date,
  },
  { versionKey: false },
);

display.index({ activityId: 1, openedAt: -1 });

export const checkInModel = (connection: Connection) => modelOf(connection, 'checkIns', checkIn);
export const heldScanModel = (connection: Connection) => modelOf(connection, 'heldScans', held);
export const refusedScanModel = (connection: Connection) => modelOf(connection, 'refusedScans', refused);
export const displayModel = (connection: Connection) => modelOf(connection, 'displays', display);
