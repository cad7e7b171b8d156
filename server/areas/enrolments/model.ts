import type { EnrolmentActor, EnrolmentMove } from '@common/rules/waitingList';
import type { EnrolmentState } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** 报名: one for each learner and activity, however often he leaves and comes back. */
export interface EnrolmentDoc {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  learnerId: Types.ObjectId;
  state: EnrolmentState;
  /** Running number within the activity, new each time that he enrols: the lowest who waits is the next. */
  order: number;
  /** Of the present order. */
  enrolledAt: Date;
  /** The first day (`YYYY-MM-DD`) of which he was reminded. */
  remindedOf?: string;
  /** The latest last. */
  moves: { move: EnrolmentMove; by: EnrolmentActor; at: Date }[];
}

/** One row an activity: who changes its enrolments writes this first, so that two never count the same place. */
export interface EnrolmentQueueDoc {
  /** The activity's. */
  _id: Types.ObjectId;
  /** The last order given. */
  last: number;
  /** How many are enrolled. */
  taken: number;
  changes: number;
}

const objectId = Schema.Types.ObjectId;
const enrolment = new Schema<EnrolmentDoc>(
  {
    activityId: { type: objectId, required: true },
    learnerId: { type: objectId, required: true },
    state: { type: String, required: true },
    order: { type: Number, required: true },
    enrolledAt: { type: Date, required: true },
    remindedOf: String,
    moves: { type: [{ _id: false, move: String, by: String, at: Date }], default: [] },
  },
  { versionKey: false },
);
enrolment.index({ activityId: 1, learnerId: 1 }, { unique: true });
// The list of an activity and its waiting list, in order.
enrolment.index({ activityId: 1, state: 1, order: 1 });
enrolment.index({ learnerId: 1, state: 1, enrolledAt: -1 });

const queue = new Schema<EnrolmentQueueDoc>(
  {
    _id: { type: objectId, required: true },
    last: { type: Number, required: true },
    taken: { type: Number, required: true },
    changes: { type: Number, required: true },
  },
  { versionKey: false },
);

export const enrolmentModel = (connection: Connection) => modelOf(connection, 'enrolments', enrolment);
export const enrolmentQueueModel = (connection: Connection) => modelOf(connection, 'enrolmentQueues', queue);
