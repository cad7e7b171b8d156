import type { FormResults } from '@common/contract/forms';
import type { ServedFile } from '../../http/call';
import type { Platform } from '../../platform';
import type { FullActivity } from '../activities/service';
import type { Filled } from '../forms/results';
import type { Services } from '../services';
import { evaluationAnswersModel } from './model';

export interface Results {
  /** What was written about an activity, counted; nothing of who wrote it. */
  evaluationResults(full: FullActivity): Promise<FormResults>;
  exportEvaluations(full: FullActivity): Promise<ServedFile>;
}

export function createResults({ mongo }: Platform, services: Services): Results {
  const Answers = evaluationAnswersModel(mongo);

  async function filledOf({ activity }: FullActivity): Promise<Filled> {
    const [sheets, attendees] = await Promise.all([
      // The order of the keyed hashes is nobody's: not that of writing.
      Answers.find({ activityId: activity._id }).sort({ _id: 1 }).lean(),
      services.checkIns.attendeesOf(String(activity._id)),
    ]);
    return { sheets: sheets.map(({ answers }) => answers), expected: attendees.length };
  }

  return {
    evaluationResults: async (full) => services.forms.results('evaluation', full, await filledOf(full)),
    exportEvaluations: async (full) => services.forms.exportResults('evaluation', full, await filledOf(full)),
  };
}
