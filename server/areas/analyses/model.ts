import type { AnalysisCounts } from '@common/contract/analyses';
import type { CreditingStrategy, Direction, DoubtKind, ExamOutcome, Exclusion } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

export interface WindowDoc {
  from: Date;
  to: Date;
  direction?: Direction;
  courseId?: Types.ObjectId;
}

/** What was demanded beside the attendance. */
export interface AnalysisConditions {
  isDepartureRequired: boolean;
  isExamRequired: boolean;
  isEvaluationRequired: boolean;
}

/** 考勤分析, saved as evidence: never changed afterwards. */
export interface AnalysisDoc {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  unitId: Types.ObjectId;
  /** 1, 2, … within its activity. */
  no: number;
  at: Date;
  byName: string;
  windows: WindowDoc[];
  strategy: CreditingStrategy;
  conditions: AnalysisConditions;
  counts: AnalysisCounts;
  /** The histogram as it was: ms, of `barMinutes`. */
  bars: { at: Date; in: number; out: number }[];
  barMinutes: number;
}

/** One person's result, by his id alone: his name is his own and goes with his account. Written before its analysis. */
export interface AnalysisRowDoc {
  _id: Types.ObjectId;
  analysisId: Types.ObjectId;
  learnerId: Types.ObjectId;
  swipes: number[];
  /** Indexes of the windows without one. */
  missing: number[];
  firstAt: Date;
  lastAt: Date;
  /** Courses attended as demanded, where the strategy goes by course. */
  courseIds: Types.ObjectId[];
  /** What he would be granted: hundredths, minutes; 0 where not effective. */
  credits: number;
  minutes: number;
  exam: ExamOutcome | null;
  isEvaluated: boolean;
  hasLeft: boolean | null;
  doubts: DoubtKind[];
  effective: boolean;
  exclusions: Exclusion[];
  /** Why not, in words: 第2个刷卡周期（07-21 16:30–18:00）内没有考勤；考试未合格; null where effective. */
  reason: string | null;
}

/** A save that has begun, by the id of its analysis: what is left of one that was broken off is found by it. */
export interface BegunDoc {
  _id: Types.ObjectId;
  at: Date;
}

const objectId = Schema.Types.ObjectId;
const analysis = new Schema<AnalysisDoc>(
  {
    activityId: { type: objectId, required: true },
    unitId: { type: objectId, required: true },
    no: { type: Number, required: true },
    at: { type: Date, required: true },
    byName: { type: String, default: '' },
    windows: [{ _id: false, from: Date, to: Date, direction: String, courseId: objectId }],
    strategy: { type: String, required: true },
    conditions: { type: Schema.Types.Mixed, required: true },
    counts: { type: Schema.Types.Mixed, required: true },
    bars: [{ _id: false, at: Date, in: Number, out: Number }],
    barMinutes: { type: Number, required: true },
  },
  { versionKey: false },
);
// Two at once are two analyses with two numbers.
analysis.index({ activityId: 1, no: -1 }, { unique: true });

const row = new Schema<AnalysisRowDoc>(
  {
    analysisId: { type: objectId, required: true },
    learnerId: { type: objectId, required: true },
    swipes: { type: [Number], default: [] },
    missing: { type: [Number], default: [] },
    firstAt: { type: Date, required: true },
    lastAt: { type: Date, required: true },
    courseIds: { type: [objectId], default: [] },
    credits: { type: Number, required: true },
    minutes: { type: Number, required: true },
    exam: { type: String, default: null },
    isEvaluated: { type: Boolean, required: true },
    hasLeft: { type: Boolean, default: null },
    doubts: { type: [String], default: [] },
    effective: { type: Boolean, required: true },
    exclusions: { type: [String], default: [] },
    reason: { type: String, default: null },
  },
  { versionKey: false },
);
row.index({ analysisId: 1, learnerId: 1 }, { unique: true });
row.index({ analysisId: 1, firstAt: 1, _id: 1 });

const begun = new Schema<BegunDoc>({ at: { type: Date, required: true } }, { versionKey: false });

export const analysisModel = (connection: Connection) => modelOf(connection, 'analyses', analysis);
export const analysisRowModel = (connection: Connection) => modelOf(connection, 'analysisRows', row);
export const analysisBegunModel = (connection: Connection) => modelOf(connection, 'analysesBegun', begun);
