import type { FormQuestion } from '@common/contract/forms';
import type { FormKind } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** An authority's own 项目评价 or 调查问卷; each change is another version, and the last one holds. */
export interface FormDoc {
  _id: Types.ObjectId;
  authorityId: Types.ObjectId;
  kind: FormKind;
  version: number;
  /** Empty: from here on as the authority above has it. */
  questions: FormQuestion[];
  publishedAt: Date;
}

/** The form that an activity keeps from its first answer on, so that all its answers are to the same questions. */
export interface PinnedFormDoc {
  /** `kind:activityId`. */
  _id: string;
  questions: FormQuestion[];
}

const questions = [
  {
    _id: false,
    key: String,
    kind: String,
    text: String,
    options: [{ _id: false, key: String, text: String }],
    choose: Number,
    isRequired: Boolean,
  },
];

const form = new Schema<FormDoc>(
  {
    authorityId: { type: Schema.Types.ObjectId, required: true },
    kind: { type: String, required: true },
    version: { type: Number, required: true },
    questions,
    publishedAt: { type: Date, required: true },
  },
  { versionKey: false },
);
form.index({ authorityId: 1, kind: 1, version: 1 }, { unique: true });

const pinned = new Schema<PinnedFormDoc>(
  { _id: { type: String, required: true }, questions },
  { versionKey: false },
);

export const formModel = (connection: Connection) => modelOf(connection, 'forms', form);
export const pinnedFormModel = (connection: Connection) => modelOf(connection, 'pinnedForms', pinned);
