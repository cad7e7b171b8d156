import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';
import { type QuestionDoc, questionFields } from '../papers/questionFields';

/** A question of a unit's 题库. The same stem and options are kept once. */
export interface BankQuestionDoc extends QuestionDoc {
  unitId: Types.ObjectId;
  /** Four digits of common/disciplines.ts. */
  disciplineCode: string;
  /** Of kind, stem and options. */
  contentHash: string;
  updatedAt: Date;
}

const schema = new Schema<BankQuestionDoc>(
  {
    unitId: { type: Schema.Types.ObjectId, required: true },
    disciplineCode: { type: String, required: true },
    contentHash: { type: String, required: true },
    ...questionFields,
    updatedAt: { type: Date, required: true },
  },
  { versionKey: false },
);
schema.index({ unitId: 1, contentHash: 1 }, { unique: true });
schema.index({ unitId: 1, updatedAt: -1, _id: -1 });
schema.index({ unitId: 1, disciplineCode: 1, updatedAt: -1, _id: -1 });

export const bankQuestionModel = (connection: Connection) => modelOf(connection, 'questions', schema);
