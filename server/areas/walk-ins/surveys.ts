import type { FormAnswer, FormQuestion, FormResults } from '@common/contract/forms';
import type { FormFault } from '@common/rules/forms';
import type { ServedFile } from '../../http/call';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { FullActivity } from '../activities/service';
import type { Filled } from '../forms/results';
import type { Services } from '../services';
import { surveyAnswersModel, walkInModel } from './model';

export interface Surveys {
  /** What a person is still to be asked about an activity: all of the survey, or nothing where he has answered. */
  asked(full: FullActivity, idNoHash: string): Promise<readonly FormQuestion[]>;
  /** What is wrong with his answers, or null: they can be kept then. Who has answered before is asked nothing. */
  check(full: FullActivity, idNoHash: string, answers: FormAnswer[]): Promise<FormFault | null>;
  /** Keeps the answers, unlinked to the name; who has answered before changes nothing. */
  keepAnswers(full: FullActivity, idNoHash: string, answers: FormAnswer[]): Promise<void>;
  /** What was answered, counted; nothing of who answered. */
  surveyResults(full: FullActivity): Promise<FormResults>;
  exportSurvey(full: FullActivity): Promise<ServedFile>;
}

/** 调查问卷 (manual 002 §2.1): filled in before the departure, once for each person and activity. */
export function createSurveys({ mongo, cipher }: Platform, services: Services): Surveys {
  const SurveyAnswers = surveyAnswersModel(mongo);
  const WalkIn = walkInModel(mongo);
  const keyOf = ({ activity }: FullActivity, idNoHash: string) =>
    cipher.hash('survey', `${activity._id} ${idNoHash}`);
  const hasAnswered = async (full: FullActivity, idNoHash: string) =>
    (await SurveyAnswers.exists({ _id: keyOf(full, idNoHash) })) !== null;

  async function filledOf({ activity: { _id: activityId } }: FullActivity): Promise<Filled> {
    const [sheets, attendees, unregistered] = await Promise.all([
      // The order of the keyed hashes is nobody's: not that of writing.
      SurveyAnswers.find({ activityId }).sort({ _id: 1 }).lean(),
      services.checkIns.attendeesOf(String(activityId)),
      WalkIn.countDocuments({ activityId, learnerId: { $exists: false } }),
    ]);
    // Everybody who came is to leave through it, whether or not he has.
    return { sheets: sheets.map(({ answers }) => answers), expected: attendees.length + unregistered };
  }

  return {
    asked: async (full, idNoHash) =>
      (await hasAnswered(full, idNoHash)) ? [] : services.forms.questionsFor('survey', full),
    check: async (full, idNoHash, answers) =>
      (await hasAnswered(full, idNoHash)) ? null : services.forms.accept('survey', full, answers),
    async keepAnswers(full, idNoHash, answers) {
      const _id = keyOf(full, idNoHash);
      await SurveyAnswers.create([{ _id, activityId: full.activity._id, answers }]).catch(
        (error: unknown) => {
          if (!isDuplicate(error)) {
            throw error;
          }
        },
      );
    },
    surveyResults: async (full) => services.forms.results('survey', full, await filledOf(full)),
    exportSurvey: async (full) => services.forms.exportResults('survey', full, await filledOf(full)),
  };
}
