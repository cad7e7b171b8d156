import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import { type HeldScanDoc, heldScanModel } from './model';

export type NewHeldScan = Omit<HeldScanDoc, '_id' | 'state' | 'receivedAt'>;

/** Keeps a scan that does not count yet, once for its claim. */
export interface Keeping {
  (given: NewHeldScan): Promise<{ row: HeldScanDoc; repeated: boolean }>;
  /** Its claim has become a check-in: nothing is left to decide. */
  settle(claim: string): Promise<void>;
}

export function createKeeping({ mongo, clock, metrics }: Platform): Keeping {
  const HeldScan = heldScanModel(mongo);

  async function keep(given: NewHeldScan) {
    const row: HeldScanDoc = {
      ...given,
      _id: new Types.ObjectId(),
      state: 'waiting',
      receivedAt: new Date(clock.now()),
    };
    try {
      await HeldScan.create([row]);
    } catch (error) {
      const found = isDuplicate(error) ? await HeldScan.findOne({ claim: given.claim }).lean() : null;
      if (!found) {
        throw error;
      }
      return { row: found, repeated: true };
    }
    metrics.checkIns.inc({ direction: row.direction, outcome: `held-${row.kind}` });
    return { row, repeated: false };
  }

  return Object.assign(keep, {
    async settle(claim: string) {
      const waiting = { claim, state: 'waiting' as const };
      // Hardly any was held before, and a write waits for the journal also where it changes nothing.
      if (await HeldScan.exists(waiting)) {
        await HeldScan.updateOne(waiting, {
          $set: { state: 'accepted' as const, decidedAt: new Date(clock.now()) },
        });
      }
    },
  });
}
