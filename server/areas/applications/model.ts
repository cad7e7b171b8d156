import type { ApplicationForm } from '@common/contract/applications';
import type { ProjectLevel, WindowKind } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';
import { type ReviewFields, reviewSchema } from '../../reviews/model';

/** 申报时间 or 备案时间 of an authority, for its region. */
export interface WindowDoc {
  _id: Types.ObjectId;
  authorityId: Types.ObjectId;
  /** The authority's; empty for the nation. */
  regionCode: string;
  kind: WindowKind;
  level: ProjectLevel;
  /** The year of the projects. */
  year: number;
  /** Days in China, `YYYY-MM-DD`; both belong to it. */
  from: string;
  to: string;
  note: string;
}

const windows = new Schema<WindowDoc>(
  {
    authorityId: { type: Schema.Types.ObjectId, required: true },
    regionCode: { type: String, default: '' },
    kind: { type: String, required: true },
    level: { type: String, required: true },
    year: { type: Number, required: true },
    from: { type: String, required: true },
    to: { type: String, required: true },
    note: { type: String, default: '' },
  },
  { versionKey: false },
);
windows.index({ authorityId: 1, kind: 1, level: 1, year: 1 }, { unique: true });
windows.index({ regionCode: 1, year: 1 });

/** 专家意见; never edited. */
export interface OpinionDoc {
  expert: string;
  expertTitle: string;
  conclusion: 'agree' | 'change' | 'disagree';
  text: string;
  at: Date;
  /** The authority that wrote it down. */
  byName: string;
}

/** An application for a new project, or the filing of an earlier one. */
export interface ApplicationDoc extends ReviewFields {
  _id: Types.ObjectId;
  unitId: Types.ObjectId;
  kind: WindowKind;
  level: ProjectLevel;
  year: number;
  /** The telephone numbers in it are sealed (`formPhones.ts`). */
  form: ApplicationForm;
  createdAt: Date;
  updatedAt: Date;
  /** The rate that it was handed in under; while it is written the one in force counts. */
  minutesPerCredit?: number;
  /** The codes of its unit's county and all above, empty for the nation: who may see it. Empty while it is nobody else's business. */
  regions: string[];
  /** The authority of the last step, which publishes it; from the submission on. */
  publisherId?: Types.ObjectId;
  /** The unit and authorities that have decided it at their step. */
  decidedBy: Types.ObjectId[];
  opinions: OpinionDoc[];
  /** What is filed again; with kind filing. */
  sourceProjectId?: Types.ObjectId;
  /** Until it is rejected: one filing of a project a year. */
  isCurrentFiling?: boolean;
  /** From the publication on. */
  projectId?: Types.ObjectId;
  projectNumber?: string;
}

const objectId = Schema.Types.ObjectId;
const application = new Schema<ApplicationDoc>(
  {
    ...reviewSchema,
    unitId: { type: objectId, required: true },
    kind: { type: String, required: true },
    level: { type: String, required: true },
    year: { type: Number, required: true },
    form: { type: Schema.Types.Mixed, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    minutesPerCredit: Number,
    regions: { type: [String], default: [] },
    publisherId: objectId,
    decidedBy: { type: [objectId], default: [] },
    opinions: {
      type: [
        {
          _id: false,
          expert: String,
          expertTitle: String,
          conclusion: String,
          text: String,
          at: Date,
          byName: String,
        },
      ],
      default: [],
    },
    sourceProjectId: objectId,
    isCurrentFiling: Boolean,
    projectId: objectId,
    projectNumber: String,
  },
  { versionKey: false, minimize: false },
);
// The unit's own list, the latest first; then the reviewers' lists, in the order of their tabs.
application.index({ unitId: 1, updatedAt: -1 });
application.index({ unitId: 1, submittedAt: -1 });
application.index({ waitingFor: 1, submittedAt: 1 });
application.index({ publisherId: 1, state: 1, submittedAt: 1 });
application.index({ regions: 1, state: 1, submittedAt: -1 });
application.index({ regions: 1, submittedAt: -1 });
application.index({ decidedBy: 1, submittedAt: -1 });
application.index(
  { sourceProjectId: 1, year: 1, isCurrentFiling: 1 },
  { unique: true, partialFilterExpression: { isCurrentFiling: true } },
);

export const windowModel = (connection: Connection) => modelOf(connection, 'windows', windows);
export const applicationModel = (connection: Connection) => modelOf(connection, 'applications', application);
