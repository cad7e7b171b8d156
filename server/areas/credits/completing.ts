import type { Platform } from '../../platform';
import type { Services } from '../services';
import { creditEntryModel } from './model';

export interface Completing {
  /** Gives entries of an earlier version, which knew grants to participants only, what they lack; again it does nothing. */
  completeOldEntries(): Promise<void>;
}

/** They have no unit either, so that an index finds them: at every start the ledger would be read through without. */
const OLD = { unitId: null, kind: { $exists: false } };
/** It let nobody be granted the same a second time, after a revocation neither. */
const FORMER_INDEX = 'sourceKind_1_sourceId_1_learnerId_1_role_1';

export function createCompleting({ mongo }: Platform, services: Services): Completing {
  const CreditEntry = creditEntryModel(mongo);
  return {
    async completeOldEntries() {
      const indexes = await CreditEntry.collection.indexes();
      if (indexes.some(({ name }) => name === FORMER_INDEX)) {
        await CreditEntry.collection.dropIndex(FORMER_INDEX);
      }
      const activityIds = await CreditEntry.distinct('sourceId', OLD);
      for (const [id, { project, unit }] of await services.activities.many(activityIds.map(String))) {
        const old = await CreditEntry.find({ sourceId: id, kind: { $exists: false } }).lean();
        const learners = await services.learners.many(old.map(({ learnerId }) => String(learnerId)));
        const units = await services.regionsUnits.units(
          [...learners.values()].flatMap(({ unitId }) => (unitId ? [String(unitId)] : [])),
        );
        for (const { _id, learnerId } of old) {
          // Where he is now: where he was then was not kept.
          const learner = learners.get(String(learnerId));
          const own = learner?.unitId ? units.get(String(learner.unitId)) : undefined;
          await CreditEntry.updateOne(
            { _id },
            {
              $set: {
                kind: 'grant',
                round: 0,
                unitId: learner?.unitId ?? null,
                department: learner?.department ?? '',
                regionCode: own?.regionCode ?? '',
                level: project.level,
                disciplineCode: project.disciplineCode,
                holderId: unit._id,
              },
            },
          );
        }
      }
    },
  };
}
