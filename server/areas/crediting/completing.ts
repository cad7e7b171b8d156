import type { Platform } from '../../platform';
import type { Services } from '../services';
import { draftBatch } from './batches';
import { type CreditingDoc, creditingModel } from './model';
import type { Reviewing } from './reviewing';

export interface Completing {
  /** Gives batches of an earlier version, which had no kind, evidence or region, what they lack; again it does nothing. */
  completeOld(): Promise<void>;
}

export function createCompleting(
  { mongo }: Platform,
  services: Services,
  { reviewBegun }: Pick<Reviewing, 'reviewBegun'>,
): Completing {
  const Crediting = creditingModel(mongo);
  return {
    async completeOld() {
      const old = await Crediting.find({ state: { $in: ['waiting', 'approved'] }, touchedAt: null }).lean();
      const activities = await services.activities.many(old.map(({ activityId }) => String(activityId)));
      for (const batch of old) {
        const full = activities.get(String(batch.activityId));
        if (full) {
          const { _id, state, activityDate, grantedAt, persons } = batch;
          const actor = { kind: 'system' as const, id: 'upgrade' };
          const made: CreditingDoc = draftBatch(
            { full, kind: 'participants', activityDate, chosen: [] },
            { at: grantedAt, by: { actor, requestId: '' }, byName: batch.grantedBy },
          );
          const review = state === 'waiting' ? await reviewBegun(full.unit) : {};
          await Crediting.updateOne(
            { _id, touchedAt: null },
            { $set: { ...made, ...batch, persons, done: persons, touchedAt: grantedAt, ...review } },
          );
        }
      }
    },
  };
}
