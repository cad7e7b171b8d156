import type { ReportForm } from '@common/contract/reports';
import type { ReportReminder } from '@common/rules/executionReport';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';
import { type ReviewFields, reviewSchema } from '../../reviews/model';

/** 执行情况反馈 of one activity. Pages 3 and 4 are not kept: they are what the attendance and the credits say. */
export interface ReportDoc extends ReviewFields {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  unitId: Types.ObjectId;
  /** The codes of its unit's county and all above, empty for the nation: who may see it. */
  regions: string[];
  form: ReportForm;
  /** Days in China, `YYYY-MM-DD`: they follow the activity until it is handed in. */
  endedOn: string;
  dueOn: string;
  /** The day on which it was handed in first; null until then. */
  handedInOn: string | null;
  /** When the days were last compared with the activity. */
  checkedAt: Date;
}

/** A reminder that was given: of each kind one for each due day. */
export interface ReportReminderDoc {
  _id: Types.ObjectId;
  reportId: Types.ObjectId;
  dueOn: string;
  kind: ReportReminder;
  at: Date;
}

const objectId = Schema.Types.ObjectId;
const report = new Schema<ReportDoc>(
  {
    ...reviewSchema,
    activityId: { type: objectId, required: true, unique: true },
    unitId: { type: objectId, required: true },
    regions: { type: [String], default: [] },
    form: { type: Schema.Types.Mixed, required: true },
    endedOn: { type: String, required: true },
    dueOn: { type: String, required: true },
    handedInOn: { type: String, default: null },
    checkedAt: { type: Date, required: true },
  },
  { versionKey: false, minimize: false },
);
// The lists of a unit, of an authority and of a reviewer, by the due day.
report.index({ unitId: 1, state: 1, dueOn: 1 });
report.index({ unitId: 1, dueOn: 1 });
report.index({ regions: 1, state: 1, dueOn: 1 });
report.index({ regions: 1, dueOn: 1 });
report.index({ waitingFor: 1, dueOn: 1 });
// What the sweep looks at next.
report.index({ handedInOn: 1, checkedAt: 1 });

const reminder = new Schema<ReportReminderDoc>(
  {
    reportId: { type: objectId, required: true },
    dueOn: { type: String, required: true },
    kind: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false },
);
reminder.index({ reportId: 1, dueOn: 1, kind: 1 }, { unique: true });

export const reportModel = (connection: Connection) => modelOf(connection, 'reports', report);
export const reportReminderModel = (connection: Connection) =>
  modelOf(connection, 'reportReminders', reminder);
