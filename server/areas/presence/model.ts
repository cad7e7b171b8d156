import type { Place } from '@common/contract/shapes';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** One who was drawn, and his answer with what it came from. */
export interface AskedDoc {
  learnerId: Types.ObjectId;
  confirmedAt?: Date;
  /** Keyed hash of the phone's random name. */
  device?: string;
  place?: Place;
}

/** 点名. One runs at a time for each activity. */
export interface SpotCheckDoc {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  startedAt: Date;
  /** Until when an answer counts. */
  until: Date;
  /** The administrator's name. */
  startedBy: string;
  asked: AskedDoc[];
  /** Set until the next one starts. */
  running?: boolean;
}

const objectId = Schema.Types.ObjectId;
const schema = new Schema<SpotCheckDoc>(
  {
    activityId: { type: objectId, required: true },
    startedAt: { type: Date, required: true },
    until: { type: Date, required: true },
    startedBy: { type: String, required: true },
    asked: [
      {
        _id: false,
        learnerId: { type: objectId, required: true },
        confirmedAt: Date,
        device: String,
        place: {
          _id: false,
          type: { longitude: Number, latitude: Number, accuracy: Number },
        },
      },
    ],
    running: Boolean,
  },
  { versionKey: false },
);
schema.index({ activityId: 1, running: 1 }, { unique: true, partialFilterExpression: { running: true } });
schema.index({ activityId: 1, startedAt: -1 });
// What waits for a learner.
schema.index({ 'asked.learnerId': 1, until: -1 });

export const spotCheckModel = (connection: Connection) => modelOf(connection, 'spotChecks', schema);
