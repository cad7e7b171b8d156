import type { CreditingKind } from '@common/terms';
import type { Types } from 'mongoose';
import type { Platform } from '../../platform';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { AT_ONCE, type Background, LEFT_MS, SWEPT_AT_ONCE } from './background';
import { draftBatch, entriesOf, type NewBatch, nameOf } from './batches';
import type { By } from './by';
import { type CreditingDoc, creditingModel } from './model';

/** How a batch gets into the ledger. */
export interface Writing {
  /**
   * Keeps a batch and writes its entries: at once where they are few, else behind this process's back. Answers it as it is then; null
   * where others had credited everybody meanwhile, and nothing is left of it.
   */
  write(batch: NewBatch, by: By): Promise<CreditingDoc | null>;
  /** Goes on with what was left half written; in any number of processes. */
  sweep(): Promise<void>;
}

/** Entries written at a time: a crash repeats so many at most, which changes nothing. */
const PIECE = 200;

const ACTIONS: Record<CreditingKind, string> = {
  participants: 'credit.granted',
  lecturers: 'credit.lecturers-granted',
  manual: 'credit.manually-granted',
};

export function createWriting(
  { mongo, clock, log }: Platform,
  services: Services,
  { run }: Pick<Background, 'run'>,
): Writing {
  const Crediting = creditingModel(mongo);

  /** Whether it is still being written: another process may have come to its end. */
  async function touch(_id: Types.ObjectId, done: number): Promise<boolean> {
    const { matchedCount } = await Crediting.updateOne(
      { _id, state: 'writing' },
      { $max: { done }, $set: { touchedAt: new Date(clock.now()) } },
    );
    return matchedCount === 1;
  }

  /** Who cannot be told keeps his credit all the same. */
  async function tell(learnerIds: string[], full: FullActivity, creditingId: Types.ObjectId) {
    await services.notifications
      .credits('granted', learnerIds, full, String(creditingId))
      .catch((err) => log.error({ err }, 'credit notification'));
  }

  /** Writes what is not written yet. Two processes may do it at once: the ledger takes each entry once. */
  async function goOn(batch: CreditingDoc, full: FullActivity, by: By): Promise<CreditingDoc | null> {
    const { _id, chosen } = batch;
    for (let from = batch.done; from < chosen.length; from += PIECE) {
      const piece = chosen.slice(from, from + PIECE);
      await services.credits.write(await entriesOf(services, full, batch, piece));
      if (!(await touch(_id, from + piece.length))) {
        return Crediting.findById(_id).lean();
      }
    }
    return finish(batch, full, by);
  }

  async function finish(batch: CreditingDoc, full: FullActivity, by: By): Promise<CreditingDoc | null> {
    const { _id, chosen, kind } = batch;
    const granted = await services.credits.learnersOf(String(_id));
    if (granted.length === 0) {
      await Crediting.deleteOne({ _id, state: 'writing' });
      return null;
    }
    // Before it is finished: after a crash the rest is told by whoever goes on, each once by its key.
    await tell(granted, full, _id);
    const finished = await Crediting.findOneAndUpdate(
      { _id, state: 'writing' },
      {
        $set: {
          state: 'waiting',
          done: chosen.length,
          persons: granted.length,
          ...(await services.crediting.reviewBegun(full.unit)),
        },
      },
      { returnDocument: 'after' },
    ).lean();
    if (finished) {
      await services.audit.append({
        ...by,
        action: ACTIONS[kind],
        subject: `crediting:${_id}`,
        reason: `${granted.length}人`,
      });
    }
    return finished ?? Crediting.findById(_id).lean();
  }

  async function goOnAlone(batch: CreditingDoc): Promise<void> {
    const { administratorId } = batch;
    const actor: By['actor'] = {
      kind: 'unit',
      id: String(batch.unitId),
      ...(administratorId && { administratorId }),
    };
    const full = await services.activities.get(String(batch.activityId));
    await goOn(batch, full, { actor, requestId: 'sweep' });
  }

  return {
    async write(given, by) {
      const at = new Date(clock.now());
      const byName = await nameOf(services, by, given.full.unit.name);
      const batch = draftBatch(given, { at, by, byName });
      await Crediting.create([batch]);
      const written = run(goOn(batch, given.full, by));
      if (batch.chosen.length <= AT_ONCE) {
        return written;
      }
      written.catch((err) => log.error({ err }, 'crediting left to the sweep'));
      return batch;
    },
    async sweep() {
      const left = new Date(clock.now() - LEFT_MS);
      const found = await Crediting.find({ state: 'writing', touchedAt: { $lt: left } }, { touchedAt: 1 })
        .sort({ touchedAt: 1 })
        .limit(SWEPT_AT_ONCE)
        .lean();
      for (const { _id, touchedAt } of found) {
        // Whoever changes the time first takes it.
        const taken = await Crediting.findOneAndUpdate(
          { _id, state: 'writing', touchedAt },
          { $set: { touchedAt: new Date(clock.now()) } },
          { returnDocument: 'after' },
        ).lean();
        if (taken) {
          await run(goOnAlone(taken)).catch((err) => log.error({ err }, 'crediting left to the next sweep'));
        }
      }
    },
  };
}
