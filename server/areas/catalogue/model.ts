import type { CreditClass, ProjectLevel } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** An entry of the approved catalogue, e.g. `2020-14-02-049 (国)`. */
export interface ProjectDoc {
  _id: Types.ObjectId;
  number: string;
  year: number;
  name: string;
  /** 二级/三级学科. */
  discipline: string;
  level: ProjectLevel;
  creditClass: CreditClass;
  leader: string;
  /** Total hours in minutes; the courses of an activity add up to it. */
  minutes: number;
  /** Credits of a participant, integer hundredths. */
  credits: number;
  /** The only unit that may hold it (manual 000 §一.7: 严禁选择非本单位举办的项目). */
  unitId: Types.ObjectId;
}

const schema = new Schema<ProjectDoc>(
  {
    number: { type: String, required: true },
    year: { type: Number, required: true },
    name: { type: String, required: true },
    discipline: { type: String, required: true },
    level: { type: String, required: true },
    creditClass: { type: String, required: true },
    leader: { type: String, required: true },
    minutes: { type: Number, required: true },
    credits: { type: Number, required: true },
    unitId: { type: Schema.Types.ObjectId, required: true, index: true },
  },
  { versionKey: false },
);
schema.index({ number: 1, year: 1 }, { unique: true });

export const projectModel = (connection: Connection) => modelOf(connection, 'projects', schema);
