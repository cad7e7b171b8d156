import { disciplineCode } from '@common/disciplines';
import type { CreditClass, ProjectForm, ProjectLevel, ProjectNature } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';
import { projectKeys, projectText } from './searchKeys';

/** An entry of the approved catalogue, e.g. `2020-14-02-049 (国)`. */
export interface ProjectDoc {
  _id: Types.ObjectId;
  number: string;
  year: number;
  name: string;
  /** 二级/三级学科. */
  discipline: string;
  /** Four digits; empty for a discipline that is not in the list. */
  disciplineCode: string;
  level: ProjectLevel;
  nature: ProjectNature;
  form: ProjectForm;
  creditClass: CreditClass;
  leader: string;
  /** Total hours in minutes; the courses of an activity add up to it. */
  minutes: number;
  /** Credits of a participant, integer hundredths. */
  credits: number;
  /** 举办起止日期 as they were approved, `YYYY-MM-DD`; a national project is entered without them. */
  from?: string;
  to?: string;
  /** The only unit that may hold it (manual 000 §一.7: 严禁选择非本单位举办的项目). */
  unitId: Types.ObjectId;
  /** The unit's county, for the lists of the authorities above it; follows the unit when it moves. */
  regionCode: string;
  /** What it was published from: one project for one application. */
  applicationId?: Types.ObjectId;
  /** Who put a national project in: the unit itself, or an authority with its Excel. */
  enteredBy?: 'unit' | 'authority';
  enteredAt?: Date;
  /** What the lists are searched by, see searchKeys.ts. */
  keys: string[];
  text: string;
}

const schema = new Schema<ProjectDoc>(
  {
    number: { type: String, required: true },
    year: { type: Number, required: true },
    name: { type: String, required: true },
    discipline: { type: String, required: true },
    disciplineCode: {
      type: String,
      default(this: ProjectDoc) {
        return disciplineCode(this.discipline) ?? '';
      },
    },
    level: { type: String, required: true },
    nature: { type: String, default: 'applied' },
    form: { type: String, default: 'onSite' },
    creditClass: { type: String, required: true },
    leader: { type: String, required: true },
    minutes: { type: Number, required: true },
    credits: { type: Number, required: true },
    from: String,
    to: String,
    unitId: { type: Schema.Types.ObjectId, required: true, index: true },
    regionCode: { type: String, default: '' },
    applicationId: Schema.Types.ObjectId,
    enteredBy: String,
    enteredAt: Date,
    // Made from the fields above when a project is made; those stand before it, so that they have their defaults.
    keys: {
      type: [String],
      default(this: ProjectDoc) {
        return projectKeys(this);
      },
    },
    text: {
      type: String,
      default(this: ProjectDoc) {
        return projectText(this);
      },
    },
  },
  { versionKey: false },
);
schema.index({ number: 1, year: 1 }, { unique: true });
schema.index(
  { applicationId: 1 },
  { unique: true, partialFilterExpression: { applicationId: { $exists: true } } },
);
// Every list is served by this one: its keys, the newest year first.
schema.index({ keys: 1, year: -1, number: 1 });

/** The last serial of a series of numbers, e.g. of `2026 48 0301`. */
export interface ProjectSerialDoc {
  _id: string;
  last: number;
}

const serial = new Schema<ProjectSerialDoc>(
  { _id: { type: String, required: true }, last: { type: Number, required: true } },
  { versionKey: false },
);

export const projectModel = (connection: Connection) => modelOf(connection, 'projects', schema);
export const projectSerialModel = (connection: Connection) => modelOf(connection, 'projectSerials', serial);
