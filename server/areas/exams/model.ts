import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** A question as it was put in an attempt. */
export interface DrawnDoc {
  question: Types.ObjectId;
  /** The options as they were shown: `order[0]` is the place, in the paper, of the option that stood first. */
  order: number[];
}

/** One try of a learner at the exam of an activity, at the version that it began with. */
export interface AttemptDoc {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  learnerId: Types.ObjectId;
  /** From 1. */
  tryNumber: number;
  /** Of the paper. */
  version: number;
  /** What the drawing was made of, so that it can be made again. */
  seed: number;
  drawn: DrawnDoc[];
  /** Places as shown, from 0. */
  answers: { question: Types.ObjectId; chosen: number[] }[];
  /** Of the answers: older ones that come late change nothing. */
  revision: number;
  startedAt: Date;
  /** Absent where nothing ends it. */
  deadline?: Date;
  submittedAt?: Date;
  /** The time was over: what had been saved was counted. */
  isTimedOut?: boolean;
  /** Of 100. */
  score?: number;
  isPassed?: boolean;
  /** The questions that were answered rightly. */
  right?: Types.ObjectId[];
}

/** What an attempt came to, without what was asked and answered. */
export type ScoredAttempt = Omit<AttemptDoc, 'drawn' | 'answers' | 'right'>;

const objectId = Schema.Types.ObjectId;
const schema = new Schema<AttemptDoc>(
  {
    activityId: { type: objectId, required: true },
    learnerId: { type: objectId, required: true },
    tryNumber: { type: Number, required: true },
    version: { type: Number, required: true },
    seed: { type: Number, required: true },
    drawn: [{ _id: false, question: objectId, order: [Number] }],
    answers: [{ _id: false, question: objectId, chosen: [Number] }],
    revision: { type: Number, required: true },
    startedAt: { type: Date, required: true },
    deadline: Date,
    submittedAt: Date,
    isTimedOut: Boolean,
    score: Number,
    isPassed: Boolean,
    right: { type: [objectId], default: undefined },
  },
  { versionKey: false },
);
schema.index({ activityId: 1, learnerId: 1, tryNumber: 1 }, { unique: true });
schema.index({ learnerId: 1 });
// What a sweep closes.
schema.index({ submittedAt: 1, deadline: 1 });

export const attemptModel = (connection: Connection) => modelOf(connection, 'attempts', schema);
