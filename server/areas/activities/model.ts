import type { ActivityState, DocumentKind, ProjectLevel, Title } from '@common/terms';
import { type Connection, Schema, Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';
import { type ReviewFields, reviewSchema } from '../../reviews/model';

/** 主讲人; with a 人员编号 the rest is that person's, as it was when the course was saved. */
export interface LecturerDoc {
  name: string;
  personnelNo?: string;
  title?: Title;
  unitName: string;
}

export interface CourseDoc {
  _id: Types.ObjectId;
  name: string;
  minutes: number;
  lecturers: LecturerDoc[];
  /** One name, in rows of an earlier version. */
  lecturer?: string;
}

export interface PeriodDoc {
  from: Date;
  to: Date;
}

/** 会议通知, 会议日程 and others; the bytes are in GridFS. */
export interface DocumentDoc {
  _id: Types.ObjectId;
  kind: DocumentKind;
  name: string;
  bytes: number;
  type: 'application/pdf' | 'image/jpeg' | 'image/png';
  fileId: Types.ObjectId;
  uploadedAt: Date;
}

/** One term 期 of a project, held by one unit. Rows of an earlier version lack all that is optional, and the review. */
export interface ActivityDoc extends Omit<ReviewFields, 'state'> {
  _id: Types.ObjectId;
  projectId: Types.ObjectId;
  unitId: Types.ObjectId;
  term: number;
  /** Of the project, for the lists: an entry of the catalogue does not change. */
  year?: number;
  level?: ProjectLevel;
  /** Four digits of common/disciplines.ts. */
  disciplineCode?: string;
  /** Number, name and leader of the project and the unit's name, one a line. */
  searched?: string;
  venue: string;
  address?: string;
  point?: { longitude: number; latitude: number };
  /** 0: without limit. */
  capacity?: number;
  contact?: string;
  contactPhone?: string;
  /** 举办前登记. */
  registration?: { expectedPersons: number; audience: string; remark: string };
  courses: CourseDoc[];
  /** 举办周期, in order: a swipe outside them is not taken (manual 000 §一.10). */
  periods: PeriodDoc[];
  documents?: DocumentDoc[];
  state: ActivityState;
  /** Units and authorities that it has come to in this round: they see it, before and after they decide. */
  reviewers: Types.ObjectId[];
  /** It has ended and its 执行情况反馈 exists. */
  hasReport?: boolean;
}

/** A change of an approved activity's dates or venue; kept for good as its history. */
export interface ChangeDoc extends ReviewFields {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  unitId: Types.ObjectId;
  searched: string;
  venue: string;
  address: string;
  /** Of the new venue; the old one's goes with it where this is absent. */
  point?: ActivityDoc['point'];
  periods: PeriodDoc[];
  reason: string;
  /** What was in force when it was asked for. */
  before: { venue: string; address: string; periods: PeriodDoc[] };
  /** True while it waits: one for each activity, by a unique index. */
  open: boolean;
}

const objectId = Schema.Types.ObjectId;
const periods = [{ _id: false, from: { type: Date, required: true }, to: { type: Date, required: true } }];

const point = { _id: false, type: { longitude: Number, latitude: Number } };

const schema = new Schema<ActivityDoc>(
  {
    ...reviewSchema,
    projectId: { type: objectId, required: true },
    unitId: { type: objectId, required: true },
    term: { type: Number, required: true },
    year: Number,
    level: String,
    disciplineCode: String,
    searched: String,
    venue: { type: String, default: '' },
    address: { type: String, default: '' },
    point,
    capacity: { type: Number, default: 0 },
    contact: { type: String, default: '' },
    contactPhone: { type: String, default: '' },
    registration: {
      _id: false,
      type: { expectedPersons: Number, audience: String, remark: String },
    },
    courses: [
      {
        _id: { type: objectId, default: () => new Types.ObjectId() },
        name: { type: String, default: '' },
        minutes: { type: Number, required: true },
        lecturers: {
          type: [{ _id: false, name: String, personnelNo: String, title: String, unitName: String }],
          default: [],
        },
        lecturer: String,
      },
    ],
    periods,
    documents: {
      type: [
        {
          _id: objectId,
          kind: { type: String, required: true },
          name: { type: String, required: true },
          bytes: { type: Number, required: true },
          type: { type: String, required: true },
          fileId: { type: objectId, required: true },
          uploadedAt: { type: Date, required: true },
        },
      ],
      default: [],
    },
    reviewers: { type: [objectId], default: [] },
    hasReport: Boolean,
  },
  { versionKey: false },
);
schema.index({ projectId: 1, unitId: 1, term: 1 }, { unique: true });
// Today's classes, and what is held at some time.
schema.index({ unitId: 1, 'periods.from': -1 });
// What learners find: not over yet, the soonest first, or near them.
schema.index({ state: 1, 'periods.to': 1 });
schema.index({ state: 1, 'periods.from': 1 });
schema.index({ state: 1, 'point.latitude': 1 });
// A unit's list, latest first, by what it is filtered.
schema.index({ unitId: 1, _id: -1 });
schema.index({ unitId: 1, state: 1, _id: -1 });
schema.index({ unitId: 1, year: 1, _id: -1 });
// The reviewers' lists.
schema.index({ waitingFor: 1, submittedAt: 1, _id: 1 });
schema.index({ reviewers: 1, submittedAt: -1, _id: -1 });
// What has ended and has no report yet.
schema.index({ hasReport: 1, 'periods.to': 1 });

const plan = { venue: String, address: String, periods };
const change = new Schema<ChangeDoc>(
  {
    ...reviewSchema,
    activityId: { type: objectId, required: true },
    unitId: { type: objectId, required: true },
    searched: { type: String, default: '' },
    venue: { type: String, required: true },
    address: { type: String, default: '' },
    point,
    periods,
    reason: { type: String, required: true },
    before: { _id: false, type: plan },
    open: { type: Boolean, required: true },
  },
  { versionKey: false },
);
change.index({ activityId: 1, open: 1 }, { unique: true, partialFilterExpression: { open: true } });
change.index({ activityId: 1, submittedAt: -1, _id: -1 });
change.index({ waitingFor: 1, submittedAt: 1, _id: 1 });

export const activityModel = (connection: Connection) => modelOf(connection, 'activities', schema);
export const changeModel = (connection: Connection) => modelOf(connection, 'activityChanges', change);
