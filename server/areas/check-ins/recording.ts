import { slotWindow } from '@common/rules/qr';
import { type ClientSession, Types } from 'mongoose';
import type { Platform } from '../../platform';
import { isCollision, isDuplicate, tryAgain } from '../../platform/mongo';
import { type CheckInDoc, checkInModel, type NewCheckIn } from './model';

// Fifty taps at once meet in two unique indexes: a store may then send some of them away to come again.
const ATTEMPTS = 20;

export interface Recording {
  /**
   * Writes a check-in once, however it came: whoever comes second, by the claim or by the window, gets the row that is there.
   * The screens are told.
   */
  record(given: NewCheckIn): Promise<{ row: CheckInDoc; repeated: boolean }>;
  /** The same within a transaction, which a duplicate ends: then it throws. Tell the screens after the commit. */
  recordWithin(session: ClientSession, given: NewCheckIn): Promise<void>;
  /** Tells the screens of a check-in. */
  announce(given: Pick<NewCheckIn, 'courseId' | 'direction'>): Promise<void>;
}

export function createRecording({ mongo, clock, redis, log }: Platform): Recording {
  const CheckIn = checkInModel(mongo);

  /** Without fields that are not there: the driver would write them as null. */
  function rowOf({ periodMs, ...given }: NewCheckIn): CheckInDoc {
    const known = Object.entries(given).filter(([, value]) => value !== undefined);
    return {
      ...(Object.fromEntries(known) as typeof given),
      _id: new Types.ObjectId(),
      receivedAt: new Date(clock.now()),
      slotWindow: slotWindow(given.at.getTime(), periodMs),
    };
  }

  async function announce({
    courseId,
    direction,
  }: Pick<NewCheckIn, 'courseId' | 'direction'>): Promise<void> {
    await redis.publish(`headcount:${String(courseId)}`, direction).catch(() => undefined);
  }

  // Taps of one phone that come together wait for the first; across processes the indexes decide.
  const underway = new Map<string, Promise<{ row: CheckInDoc; repeated: boolean }>>();

  async function insert(given: NewCheckIn): Promise<{ row: CheckInDoc; repeated: boolean }> {
    const row = rowOf(given);
    try {
      // The driver's own insert: the row is built here, and a full hall need not wait for it to be cast and checked again.
      await tryAgain(async () => CheckIn.collection.insertOne({ ...row }), isCollision, ATTEMPTS);
    } catch (error) {
      if (!isDuplicate(error)) {
        throw error;
      }
      const { claim, courseId, learnerId, direction, slotWindow: window } = row;
      const found =
        (await CheckIn.findOne({ claim }).lean()) ??
        (await CheckIn.findOne({ courseId, learnerId, direction, slotWindow: window }).lean());
      if (!found) {
        throw error;
      }
      return { row: found, repeated: true };
    }
    // Not waited for: the check-in stands without it, and screens also look by themselves every few seconds.
    announce(row).catch((err) => log.warn({ err }, 'headcount not announced'));
    return { row, repeated: false };
  }

  return {
    announce,
    async record(given) {
      const { claim } = given;
      const first = underway.get(claim);
      if (first) {
        return { row: (await first).row, repeated: true };
      }
      const mine = insert(given).finally(() => underway.delete(claim));
      underway.set(claim, mine);
      return mine;
    },
    async recordWithin(session, given) {
      await CheckIn.create([rowOf(given)], { session });
    },
  };
}
