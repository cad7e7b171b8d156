import type { Platform } from '../../platform';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { AT_ONCE, type Background, LEFT_MS, SWEPT_AT_ONCE } from './background';
import { creditingModel } from './model';
import type { BatchDoc } from './states';

/** 学分审核通过: everybody of an approved batch hears of it, whatever process ends meanwhile. */
export interface Telling {
  /** Tells the people of a batch that it was approved: at once where they are few, else behind this process's back. */
  tellReviewed(batch: BatchDoc, full: FullActivity): Promise<void>;
  /** Goes on with what was left half told; in any number of processes. */
  sweep(): Promise<void>;
}

export function createTelling(
  { mongo, clock, log }: Platform,
  services: Services,
  { run }: Pick<Background, 'run'>,
): Telling {
  const Crediting = creditingModel(mongo);

  /** Each is told once by his key, so that it may be begun again. */
  async function tellAll({ _id }: Pick<BatchDoc, '_id'>, full: FullActivity): Promise<void> {
    const id = String(_id);
    await services.notifications.credits('reviewed', await services.credits.learnersOf(id), full, id);
    await Crediting.updateOne({ _id }, { $unset: { untoldSince: 1 } });
  }

  return {
    async tellReviewed(batch, full) {
      const told = run(tellAll(batch, full)).catch((err) =>
        log.error({ err }, 'left to be told by the sweep'),
      );
      if (batch.persons <= AT_ONCE) {
        await told;
      }
    },
    async sweep() {
      const left = new Date(clock.now() - LEFT_MS);
      const found = await Crediting.find({ untoldSince: { $lt: left } }, { activityId: 1, untoldSince: 1 })
        .sort({ untoldSince: 1 })
        .limit(SWEPT_AT_ONCE)
        .lean();
      for (const { _id, activityId, untoldSince } of found) {
        // Whoever changes the time first takes it.
        const { modifiedCount } = await Crediting.updateOne(
          { _id, untoldSince },
          { $set: { untoldSince: new Date(clock.now()) } },
        );
        if (modifiedCount === 1) {
          const telling = services.activities
            .get(String(activityId))
            .then(async (full) => tellAll({ _id }, full));
          await run(telling).catch((err) => log.error({ err }, 'left to be told by the next sweep'));
        }
      }
    },
  };
}
