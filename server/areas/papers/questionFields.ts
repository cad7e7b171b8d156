import type { ExamQuestionInput } from '@common/contract/papers';
import { Schema, Types } from 'mongoose';

/** A question as it is stored, in a paper, in a version of one and in the bank. */
export interface QuestionDoc extends Omit<ExamQuestionInput, 'pictureId'> {
  _id: Types.ObjectId;
  pictureId?: Types.ObjectId;
  /** Grows with each change. */
  revision: number;
}

/** Of papers and of the bank. */
export const questionFields = {
  kind: { type: String, required: true },
  stem: { type: String, required: true },
  pictureId: Schema.Types.ObjectId,
  options: [{ _id: false, text: String, isRight: Boolean }],
  explanation: { type: String, default: '' },
  revision: { type: Number, required: true },
};

/** What is stored of a question as it was written. */
export const fieldsOf = ({
  kind,
  stem,
  options,
  explanation,
  pictureId,
}: ExamQuestionInput): Omit<QuestionDoc, '_id' | 'revision'> => ({
  kind,
  stem,
  options,
  explanation,
  ...(pictureId && { pictureId: new Types.ObjectId(pictureId) }),
});
