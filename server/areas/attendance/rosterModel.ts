import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** 已上报 of an activity's 签到与撤离名单: one for each activity; handing it up again takes its place. */
export interface RosterDoc {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  at: Date;
  /** The administrator's name. */
  by: string;
  /** On the list, and of them with 规定学时, at that time. */
  persons: number;
  fullPersons: number;
}

const roster = new Schema<RosterDoc>(
  {
    activityId: { type: Schema.Types.ObjectId, required: true, unique: true },
    at: { type: Date, required: true },
    by: { type: String, required: true },
    persons: { type: Number, required: true },
    fullPersons: { type: Number, required: true },
  },
  { versionKey: false },
);

export const rosterModel = (connection: Connection) => modelOf(connection, 'rosters', roster);
