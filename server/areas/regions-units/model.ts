import type { RegionLevel } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** What an authority sets for its region; a lower authority inherits what it does not set itself. */
export interface RegionSettings {
  /** 年度应达学分, integer hundredths. */
  annualCredits?: number;
  /** Seconds between two turns of the venue QR: 5 s up to a day (manual 002 sets 1天). */
  qrPeriodSeconds?: number;
}

export interface AuthorityDoc {
  _id: Types.ObjectId;
  code: string;
  name: string;
  level: RegionLevel;
  /** GB/T 2260, without trailing zeros: 41, 4111, 411102. */
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
}

const authority = new Schema<AuthorityDoc>(
  {
    code: { type: String, required: true, unique: true },
    name: { type: String, required: true },
    level: { type: String, required: true },
    regionCode: { type: String, required: true, index: true },
    settings: { annualCredits: Number, qrPeriodSeconds: Number },
  },
  { versionKey: false, minimize: false },
);

const unit = new Schema<UnitDoc>(
  {
    code: { type: String, required: true, unique: true },
    name: { type: String, required: true },
    aliases: [String],
    formerNames: [String],
    regionCode: { type: String, required: true, index: true },
    formerRegionCodes: { type: [String], index: true },
  },
  { versionKey: false },
);

export const authorityModel = (connection: Connection) => modelOf(connection, 'authorities', authority);
export const unitModel = (connection: Connection) => modelOf(connection, 'units', unit);
