import type { OnlineClassState } from '@common/rules/onlineClass';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** A course that can be followed on the phone; one for each course. */
export interface OnlineClassDoc {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  courseId: Types.ObjectId;
  videoUrl: string;
  requiredSeconds: number;
  prompts: number;
}

/** How far a learner is; one for each course and learner, whatever phone he uses. */
export interface OnlineWatchingDoc {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  courseId: Types.ObjectId;
  learnerId: Types.ObjectId;
  /** The times in it are milliseconds since the epoch. */
  state: OnlineClassState;
  /** Grows with every change, so that two phones never both build on the same state. */
  version: number;
  /** The start of the last holding period (ms) of which 签到 was recorded. */
  signedInFor: number;
  begunAt: Date;
  doneAt?: Date;
}

const objectId = Schema.Types.ObjectId;
const onlineClass = new Schema<OnlineClassDoc>(
  {
    activityId: { type: objectId, required: true },
    courseId: { type: objectId, required: true, unique: true },
    videoUrl: { type: String, required: true },
    requiredSeconds: { type: Number, required: true },
    prompts: { type: Number, required: true },
  },
  { versionKey: false },
);
onlineClass.index({ activityId: 1 });

const watching = new Schema<OnlineWatchingDoc>(
  {
    activityId: { type: objectId, required: true },
    courseId: { type: objectId, required: true },
    learnerId: { type: objectId, required: true },
    state: {
      _id: false,
      type: {
        watchedMs: Number,
        key: String,
        heardAt: Number,
        promptsAt: [Number],
        prompt: { _id: false, type: { key: String, until: Number, watchedMs: Number } },
        answered: Number,
        isDone: Boolean,
      },
    },
    version: { type: Number, required: true },
    signedInFor: { type: Number, required: true },
    begunAt: { type: Date, required: true },
    doneAt: Date,
  },
  { versionKey: false },
);
watching.index({ courseId: 1, learnerId: 1 }, { unique: true });

export const onlineClassModel = (connection: Connection) => modelOf(connection, 'onlineClasses', onlineClass);
export const onlineWatchingModel = (connection: Connection) =>
  modelOf(connection, 'onlineWatching', watching);
