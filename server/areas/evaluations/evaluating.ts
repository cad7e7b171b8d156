import type { EvaluationView } from '@common/contract/evaluations';
import type { FormAnswer } from '@common/contract/forms';
import type { Period } from '@common/rules/periods';
import { evaluationHours, whereIn } from '@common/rules/taskHours';
import type { EvaluationState } from '@common/terms';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { evaluationAnswersModel, evaluationModel } from './model';
import { presentEvaluation } from './presenter';

export interface Evaluating {
  /** Whether a learner can evaluate an activity, and what is asked. @throws AppError NOT_FOUND. */
  evaluationOf(learnerId: string, activityId: string): Promise<EvaluationView>;
  /**
   * Once for good: who has evaluated changes nothing and is answered as before.
   * @throws AppError NOT_FOUND, EVALUATION_CLOSED with the reason in words, FORM_INCOMPLETE at `answers.KEY`.
   */
  evaluate(learnerId: string, activityId: string, answers: FormAnswer[]): Promise<void>;
}

/** How a learner stands with the evaluation of an activity; `hours` is null where it has no holding periods. */
export interface Standing {
  full: FullActivity;
  state: EvaluationState;
  hours: Period | null;
}

export function createEvaluating(platform: Platform, services: Services): Evaluating {
  const { mongo, cipher, clock } = platform;
  const Evaluation = evaluationModel(mongo);
  const Answers = evaluationAnswersModel(mongo);

  async function standingOf(learnerId: string, activityId: string): Promise<Standing> {
    const [full, mine, done] = await Promise.all([
      services.activities.get(activityId),
      services.checkIns.ofLearner(learnerId, activityId),
      services.evaluations.doneOf(learnerId, [activityId]),
    ]);
    // Who has not been there learns of approved activities only.
    if (mine.length === 0 && full.activity.state !== 'approved') {
      throw appError('NOT_FOUND');
    }
    const departures = mine.flatMap(({ direction, at }) => (direction === 'out' ? [at.getTime()] : []));
    const hours = evaluationHours(periodsOf(full.activity), departures);
    const state = done.size > 0 ? 'done' : stateAt(clock.now(), hours, mine.length > 0);
    return { full, state, hours };
  }

  return {
    async evaluationOf(learnerId, activityId) {
      const standing = await standingOf(learnerId, activityId);
      const { full, state } = standing;
      const [settings, questions] = await Promise.all([
        services.regionsUnits.settings(full.unit.regionCode),
        state === 'open' ? services.forms.questionsFor('evaluation', full) : [],
      ]);
      return presentEvaluation(standing, questions, settings.completion.isEvaluationRequired);
    },
    async evaluate(learnerId, activityId, answers) {
      const standing = await standingOf(learnerId, activityId);
      const { full, state } = standing;
      if (state === 'done') {
        return;
      }
      if (state !== 'open') {
        throw appError('EVALUATION_CLOSED', { message: presentEvaluation(standing, [], false).words });
      }
      const fault = await services.forms.accept('evaluation', full, answers);
      if (fault) {
        throw appError('FORM_INCOMPLETE', { message: fault.message, field: `answers.${fault.question}` });
      }
      // First the answers: who is marked as done has certainly been heard, and a try that broke off in between is made again.
      const id = cipher.hash('evaluation', `${activityId} ${learnerId}`);
      await once(Answers.create({ _id: id, activityId: full.activity._id, answers }));
      await once(
        Evaluation.create({ activityId: full.activity._id, learnerId: new Types.ObjectId(learnerId) }),
      );
    },
  };
}

function stateAt(now: number, hours: Period | null, hasAttended: boolean): EvaluationState {
  if (!hasAttended) {
    return 'notAttended';
  }
  return hours ? whereIn(hours, now) : 'ahead';
}

/** What is there already stays as it is. */
async function once(written: Promise<unknown>): Promise<void> {
  try {
    await written;
  } catch (error) {
    if (!isDuplicate(error)) {
      throw error;
    }
  }
}
