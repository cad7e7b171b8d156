import type { FormAnswer } from '@common/contract/forms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** That a learner has evaluated an activity; nothing of what he wrote. */
export interface EvaluationDoc {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  learnerId: Types.ObjectId;
}

/** What somebody wrote: nothing of who or when. Its id is a keyed hash of activity and learner, so that one counts once. */
export interface EvaluationAnswersDoc {
  _id: string;
  activityId: Types.ObjectId;
  answers: FormAnswer[];
}

const objectId = Schema.Types.ObjectId;
const evaluation = new Schema<EvaluationDoc>(
  { activityId: { type: objectId, required: true }, learnerId: { type: objectId, required: true } },
  { versionKey: false },
);
evaluation.index({ activityId: 1, learnerId: 1 }, { unique: true });
evaluation.index({ learnerId: 1 });

const answers = new Schema<EvaluationAnswersDoc>(
  {
    _id: { type: String, required: true },
    activityId: { type: objectId, required: true, index: true },
    answers: [{ _id: false, question: String, options: [String], stars: Number, text: String }],
  },
  { versionKey: false },
);

export const evaluationModel = (connection: Connection) => modelOf(connection, 'evaluations', evaluation);
export const evaluationAnswersModel = (connection: Connection) =>
  modelOf(connection, 'evaluationAnswers', answers);
