import type { CheckInRules } from '@common/contract/checkInRules';
import type { CompletionRules } from '@common/contract/completionRules';
import type { CreditRules } from '@common/contract/creditRules';
import type { ProjectForm, ProjectLevel, RegionLevel, RequestState, ReviewStep } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** What an authority sets for its region; a lower authority inherits what it does not set itself. */
export interface RegionSettings {
  /** 年度应达学分, integer hundredths. */
  annualCredits?: number;
  /** Seconds between two turns of the venue QR: 5 s up to a day (manual 002 sets 1天). */
  qrPeriodSeconds?: number;
  /** How check-ins are taken, beside the above. */
  checkIn?: Partial<Omit<CheckInRules, 'qrPeriodSeconds'>>;
  /** What a credit needs beside the attendance. */
  completion?: Partial<CompletionRules>;
  credit?: Partial<CreditRules>;
  /** Who reviews applications and activities, by level of the project. */
  reviewChains?: Partial<Record<ProjectLevel, ReviewStep[]>>;
  /** Minutes of 学时 for one 学分, by level and form: I类 on site 180 (manual 003 §一). */
  minutesPerCredit?: Partial<Record<ProjectLevel, Partial<Record<ProjectForm, number>>>>;
  /** Stands after the year in the numbers of its projects: 48 in 2020480301016 (省). */
  projectNumberPrefix?: string;
}

export interface AuthorityDoc {
  _id: Types.ObjectId;
  code: string;
  name: string;
  level: RegionLevel;
  /** GB/T 2260, without trailing zeros: 41, 4111, 411102; empty for the nation. */
  regionCode: string;
  settings: RegionSettings;
}

export interface UnitDoc {
  _id: Types.ObjectId;
  /** 单位编号, also its account's name. */
  code: string;
  name: string;
  aliases: string[];
  formerNames: string[];
  /** Six digits; a unit that moved is found under its former counties too. */
  regionCode: string;
  formerRegionCodes: string[];
  /** Pinyin initials of the name, the aliases and the former names, in that order. */
  initials: string[];
  /** When it last changed, for the search index of each process. */
  updatedAt: Date;
}

/** All names of a unit, the present one first; `initials` follows this order. */
export const namesOf = ({
  name,
  aliases,
  formerNames,
}: Pick<UnitDoc, 'name' | 'aliases' | 'formerNames'>) => [name, ...aliases, ...formerNames];

/** 科室 of a unit. Learners hold the name; a rename or merge changes theirs in the same transaction. */
export interface DepartmentDoc {
  _id: Types.ObjectId;
  unitId: Types.ObjectId;
  name: string;
  order: number;
}

/** A learner's request to have his unit added. */
export interface UnitRequestDoc {
  _id: Types.ObjectId;
  learnerId: Types.ObjectId;
  name: string;
  regionCode: string;
  note: string;
  /** The county's authority, or the nearest above it. */
  authorityId: Types.ObjectId;
  state: RequestState;
  reason?: string;
  unitId?: Types.ObjectId;
  submittedAt: Date;
  decidedAt?: Date;
  /** Set while waiting: one for each learner. */
  open?: boolean;
}

const authority = new Schema<AuthorityDoc>(
  {
    code: { type: String, required: true, unique: true },
    name: { type: String, required: true },
    level: { type: String, required: true },
    regionCode: { type: String, default: '', index: true },
    settings: {
      annualCredits: Number,
      qrPeriodSeconds: Number,
      checkIn: Schema.Types.Mixed,
      completion: Schema.Types.Mixed,
      credit: Schema.Types.Mixed,
      reviewChains: Schema.Types.Mixed,
      minutesPerCredit: Schema.Types.Mixed,
      projectNumberPrefix: String,
    },
  },
  { versionKey: false, minimize: false },
);
// One for each region. The level follows from the code; it makes this another index than the plain one of earlier data.
authority.index({ regionCode: 1, level: 1 }, { unique: true });

const unit = new Schema<UnitDoc>(
  {
    code: { type: String, required: true, unique: true },
    name: { type: String, required: true },
    aliases: [String],
    formerNames: [String],
    regionCode: { type: String, required: true, index: true },
    formerRegionCodes: { type: [String], index: true },
    initials: [String],
    updatedAt: { type: Date, default: () => new Date(0), index: true },
  },
  { versionKey: false },
);
unit.index({ regionCode: 1, name: 1 }, { unique: true });

const department = new Schema<DepartmentDoc>(
  {
    unitId: { type: Schema.Types.ObjectId, required: true },
    name: { type: String, required: true },
    order: { type: Number, required: true },
  },
  { versionKey: false },
);
department.index({ unitId: 1, name: 1 }, { unique: true });

const unitRequest = new Schema<UnitRequestDoc>(
  {
    learnerId: { type: Schema.Types.ObjectId, required: true, index: true },
    name: { type: String, required: true },
    regionCode: { type: String, required: true, index: true },
    note: { type: String, default: '' },
    authorityId: { type: Schema.Types.ObjectId, required: true },
    state: { type: String, required: true },
    reason: String,
    unitId: Schema.Types.ObjectId,
    submittedAt: { type: Date, required: true },
    decidedAt: Date,
    open: Boolean,
  },
  { versionKey: false },
);
unitRequest.index({ learnerId: 1, open: 1 }, { unique: true, partialFilterExpression: { open: true } });

export const authorityModel = (connection: Connection) => modelOf(connection, 'authorities', authority);
export const unitModel = (connection: Connection) => modelOf(connection, 'units', unit);
export const departmentModel = (connection: Connection) => modelOf(connection, 'departments', department);
export const unitRequestModel = (connection: Connection) => modelOf(connection, 'unitRequests', unitRequest);
