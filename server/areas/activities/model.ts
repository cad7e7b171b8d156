import type { ActivityState } from '@common/terms';
import { type Connection, Schema, Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

export interface CourseDoc {
  _id: Types.ObjectId;
  name: string;
  minutes: number;
  lecturer: string;
}

/** One term 期 of a project, held by one unit. */
export interface ActivityDoc {
  _id: Types.ObjectId;
  projectId: Types.ObjectId;
  unitId: Types.ObjectId;
  term: number;
  venue: string;
  courses: CourseDoc[];
  /** 举办周期, in order: a swipe outside them is not taken (manual 000 §一.10). */
  periods: { from: Date; to: Date }[];
  state: ActivityState;
}

const schema = new Schema<ActivityDoc>(
  {
    projectId: { type: Schema.Types.ObjectId, required: true },
    unitId: { type: Schema.Types.ObjectId, required: true },
    term: { type: Number, required: true },
    venue: { type: String, required: true },
    courses: [
      {
        _id: { type: Schema.Types.ObjectId, default: () => new Types.ObjectId() },
        name: { type: String, required: true },
        minutes: { type: Number, required: true },
        lecturer: { type: String, required: true },
      },
    ],
    periods: [{ _id: false, from: { type: Date, required: true }, to: { type: Date, required: true } }],
    state: { type: String, required: true },
  },
  { versionKey: false },
);
schema.index({ projectId: 1, unitId: 1, term: 1 }, { unique: true });
schema.index({ unitId: 1, 'periods.from': -1 });

export const activityModel = (connection: Connection) => modelOf(connection, 'activities', schema);
