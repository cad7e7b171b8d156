import type { ProfileDetails } from '@common/contract/profile';
import type { ApprovalState, CorrectionKind, PersonnelStatus, RequestState, Sex, Title } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** A 人员状态 with its days, `YYYY-MM-DD`; `to` is the last day, absent while open. */
export interface StatusPeriodDoc {
  _id: Types.ObjectId;
  status: Exclude<PersonnelStatus, 'active'>;
  from: string;
  to?: string;
  reason: string;
}

/** A health worker. idNo and phone are sealed; their keyed hashes serve equality look-up. */
export interface LearnerDoc {
  _id: Types.ObjectId;
  name: string;
  /** Gone, like all that tells who he was, once he closed his account. */
  idNo: string;
  idNoHash: string;
  phone: string;
  phoneHash: string;
  sex: Sex;
  title: Title;
  /** Absent while the unit that he asked for has not been added; his state is `draft` then. */
  unitId?: Types.ObjectId;
  department: string;
  photoId?: Types.ObjectId;
  /** What the five pages hold beyond the above. */
  details: Partial<ProfileDetails>;
  /** 职称 held before the present one, latest first; `since` in `details.titleSince` for the present one. */
  formerTitles: { title: Title; since?: string }[];
  /** Units that he left by 调动, latest first. */
  formerUnits: { unitId: Types.ObjectId; from: Date; to: Date }[];
  /** When he came to the present unit; his submission where absent. */
  inUnitSince?: Date;
  statusPeriods: StatusPeriodDoc[];
  consents: { version: string; at: Date }[];
  /** `import`: the unit entered him; he claims the record at his first registration. */
  source: 'self' | 'import';
  closedAt?: Date;
  /** 医通卡号, given at the first approval and kept for life. */
  personnelNo?: string;
  approval: {
    state: ApprovalState;
    reason?: string;
    submittedAt: Date;
    decidedAt?: Date;
    decidedBy?: Types.ObjectId;
  };
  createdAt: Date;
}

const schema = new Schema<LearnerDoc>(
  {
    name: { type: String, required: true },
    idNo: { type: String, select: false },
    idNoHash: String,
    phone: { type: String, select: false },
    phoneHash: { type: String, index: true },
    sex: { type: String, required: true },
    title: { type: String, required: true },
    unitId: Schema.Types.ObjectId,
    department: { type: String, default: '' },
    photoId: Schema.Types.ObjectId,
    details: { type: Schema.Types.Mixed, default: {} },
    formerTitles: [{ title: String, since: String, _id: false }],
    formerUnits: [{ unitId: Schema.Types.ObjectId, from: Date, to: Date, _id: false }],
    inUnitSince: Date,
    statusPeriods: [{ status: String, from: String, to: String, reason: { type: String, default: '' } }],
    consents: [{ version: String, at: Date, _id: false }],
    source: { type: String, default: 'self' },
    closedAt: Date,
    personnelNo: String,
    approval: {
      state: { type: String, required: true },
      reason: String,
      submittedAt: { type: Date, required: true },
      decidedAt: Date,
      decidedBy: Schema.Types.ObjectId,
    },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false, minimize: false },
);
schema.index({ idNoHash: 1 }, { unique: true, partialFilterExpression: { idNoHash: { $exists: true } } });
schema.index(
  { personnelNo: 1 },
  { unique: true, partialFilterExpression: { personnelNo: { $exists: true } } },
);
// The approval list: one unit, one state, first come first.
schema.index({ unitId: 1, 'approval.state': 1, 'approval.submittedAt': 1 });

/** 职称变更 or 姓名更正 that an approved learner asks his unit for. */
export interface CorrectionDoc {
  _id: Types.ObjectId;
  learnerId: Types.ObjectId;
  unitId: Types.ObjectId;
  kind: CorrectionKind;
  before: string;
  after: string;
  since?: string;
  note: string;
  proofId?: Types.ObjectId;
  state: RequestState;
  reason?: string;
  submittedAt: Date;
  decidedAt?: Date;
  /** Set while waiting: one at a time for each learner, by a unique index. */
  open?: boolean;
}
const correction = new Schema<CorrectionDoc>(
  {
    learnerId: { type: Schema.Types.ObjectId, required: true, index: true },
    unitId: { type: Schema.Types.ObjectId, required: true },
    kind: { type: String, required: true },
    before: String,
    after: { type: String, required: true },
    since: String,
    note: { type: String, default: '' },
    proofId: Schema.Types.ObjectId,
    state: { type: String, required: true },
    reason: String,
    submittedAt: { type: Date, required: true },
    decidedAt: Date,
    open: Boolean,
  },
  { versionKey: false },
);
correction.index({ learnerId: 1, open: 1 }, { unique: true, partialFilterExpression: { open: true } });
correction.index({ unitId: 1, state: 1, submittedAt: 1 });
export const correctionModel = (connection: Connection) => modelOf(connection, 'corrections', correction);

/** Numbers handed out once, in order. */
export interface CounterDoc {
  _id: string;
  value: number;
}
const counter = new Schema<CounterDoc>({ _id: String, value: Number }, { versionKey: false });

export const learnerModel = (connection: Connection) => modelOf(connection, 'learners', schema);
export const counterModel = (connection: Connection) => modelOf(connection, 'counters', counter);
