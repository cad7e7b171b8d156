import type { TaskKind } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** What has been done to remind those who attended an activity; its id is the activity's. */
export interface TaskWatchDoc {
  _id: Types.ObjectId;
  /** Its end has been noticed: from then on it is looked at when `dueAt` has come, absent when all is over. */
  isWatched?: boolean;
  dueAt?: Date;
  /** Rounds that are done with, `exam-1`. */
  rounds: string[];
  /** When anybody was reminded last of each kind. */
  reminded?: Partial<Record<TaskKind, Date>>;
}

const schema = new Schema<TaskWatchDoc>(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    isWatched: Boolean,
    dueAt: Date,
    rounds: { type: [String], default: [] },
    reminded: { departure: Date, exam: Date, evaluation: Date },
  },
  { versionKey: false },
);
schema.index({ dueAt: 1 });

export const taskWatchModel = (connection: Connection) => modelOf(connection, 'taskWatches', schema);
