import type { SurveyAnswer, SurveyQuestion } from '@common/contract/surveys';
import { countAnswers, DEFAULT_SURVEY } from '@common/rules/survey';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import { surveyAnswersModel } from './model';

export interface Surveys {
  /** What a person is still to be asked about an activity: all of the survey, or nothing where he has answered. */
  asked(activityId: string, idNoHash: string): Promise<readonly SurveyQuestion[]>;
  /** Keeps the answers, unlinked to the name; who has answered before changes nothing. */
  keepAnswers(activityId: string, idNoHash: string, answers: SurveyAnswer[]): Promise<void>;
  surveyResults(activityId: string): Promise<{ persons: number; questions: ReturnType<typeof countAnswers> }>;
}

export function createSurveys({ mongo, cipher }: Platform): Surveys {
  const SurveyAnswers = surveyAnswersModel(mongo);
  const keyOf = (activityId: string, idNoHash: string) => cipher.hash('survey', `${activityId} ${idNoHash}`);

  return {
    async asked(activityId, idNoHash) {
      const isAnswered = await SurveyAnswers.exists({ _id: keyOf(activityId, idNoHash) });
      return isAnswered ? [] : DEFAULT_SURVEY;
    },
    async keepAnswers(activityId, idNoHash, answers) {
      const _id = keyOf(activityId, idNoHash);
      await SurveyAnswers.create([{ _id, activityId: new Types.ObjectId(activityId), answers }]).catch(
        (error: unknown) => {
          if (!isDuplicate(error)) {
            throw error;
          }
        },
      );
    },
    async surveyResults(activityId) {
      const sheets = await SurveyAnswers.find({ activityId }, { answers: 1 }).lean();
      return {
        persons: sheets.length,
        questions: countAnswers(
          DEFAULT_SURVEY,
          sheets.map(({ answers }) => answers),
        ),
      };
    },
  };
}
