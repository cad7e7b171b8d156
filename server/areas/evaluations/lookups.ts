import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { evaluationModel } from './model';

/** What the other areas ask about evaluations. */
export interface Lookups {
  /** Which of these activities a learner has evaluated. */
  doneOf(learnerId: string, activityIds: string[]): Promise<Set<string>>;
  /** Who has evaluated an activity: for conditions and reminders, never for a list. */
  doneBy(activityId: string): Promise<Set<string>>;
}

export function createLookups({ mongo }: Platform): Lookups {
  const Evaluation = evaluationModel(mongo);
  const oid = (id: string) => new Types.ObjectId(id);
  return {
    async doneOf(learnerId, activityIds) {
      const rows = await Evaluation.find(
        { learnerId: oid(learnerId), activityId: { $in: activityIds.map(oid) } },
        { _id: 0, activityId: 1 },
      ).lean();
      return new Set(rows.map(({ activityId }) => String(activityId)));
    },
    async doneBy(activityId) {
      const rows = await Evaluation.find({ activityId: oid(activityId) }, { _id: 0, learnerId: 1 }).lean();
      return new Set(rows.map(({ learnerId }) => String(learnerId)));
    },
  };
}
