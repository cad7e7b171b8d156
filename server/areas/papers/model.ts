import type { PaperRules } from '@common/contract/papers';
import type { PaperState } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';
import { type QuestionDoc, questionFields } from './questionFields';

export type { QuestionDoc } from './questionFields';

/** 试卷 of an activity: the draft, and what is published of it. One for each activity. */
export interface PaperDoc {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  unitId: Types.ObjectId;
  state: PaperState;
  /** Of the last 启用; 0 before. */
  version: number;
  /** The draft is not as that version. */
  isChanged: boolean;
  rules: PaperRules;
  questions: QuestionDoc[];
  /** Grows with each change of anything in it. */
  revision: number;
  publishedAt?: Date;
}

/** What was published, for good: an attempt keeps the version that it saw. */
export interface PaperVersionDoc {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  version: number;
  rules: PaperRules;
  questions: QuestionDoc[];
  publishedAt: Date;
}

const objectId = Schema.Types.ObjectId;
const rules = {
  draw: Number,
  isQuestionsShuffled: Boolean,
  isOptionsShuffled: Boolean,
  passScore: Number,
  tries: Number,
  minutes: Number,
  opens: String,
  daysAfter: Number,
  answersShown: String,
};
const questions = [{ _id: { type: objectId, required: true }, ...questionFields }];

const paper = new Schema<PaperDoc>(
  {
    activityId: { type: objectId, required: true, unique: true },
    unitId: { type: objectId, required: true },
    state: { type: String, required: true },
    version: { type: Number, required: true },
    isChanged: { type: Boolean, required: true },
    rules,
    questions,
    revision: { type: Number, required: true },
    publishedAt: Date,
  },
  { versionKey: false },
);

const version = new Schema<PaperVersionDoc>(
  {
    activityId: { type: objectId, required: true },
    version: { type: Number, required: true },
    rules,
    questions,
    publishedAt: { type: Date, required: true },
  },
  { versionKey: false },
);
version.index({ activityId: 1, version: 1 }, { unique: true });

export const paperModel = (connection: Connection) => modelOf(connection, 'papers', paper);
export const paperVersionModel = (connection: Connection) => modelOf(connection, 'paperVersions', version);
