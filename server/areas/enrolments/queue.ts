import { type ClientSession, Types } from 'mongoose';
import type { Platform } from '../../platform';
import { isCollision, isDuplicate, tryAgain } from '../../platform/mongo';
import { type EnrolmentQueueDoc, enrolmentQueueModel } from './model';

/** What a change may count up and down; it is stored with the change. */
export type Count = Pick<EnrolmentQueueDoc, 'last' | 'taken'>;

/**
 * Runs a change of an activity's enrolments in a transaction, none beside another of the same activity. It may run more than
 * once before it stands.
 */
export type InQueue = <T>(
  activityId: string,
  change: (count: Count, session: ClientSession) => Promise<T>,
) => Promise<T>;

const ATTEMPTS = 20;

export function createQueue({ mongo }: Platform): InQueue {
  const Queue = enrolmentQueueModel(mongo);
  // Of this process one after another: begun together they would mostly meet, and begin again.
  const turns = new Map<string, Promise<unknown>>();

  async function inTurn<T>(activityId: string, work: () => Promise<T>): Promise<T> {
    const before = turns.get(activityId) ?? Promise.resolve();
    const mine = before.then(work, work);
    turns.set(activityId, mine);
    try {
      return await mine;
    } finally {
      if (turns.get(activityId) === mine) {
        turns.delete(activityId);
      }
    }
  }

  return async <T>(activityId: string, change: (count: Count, session: ClientSession) => Promise<T>) => {
    const _id = new Types.ObjectId(activityId);
    await Queue.updateOne(
      { _id },
      { $setOnInsert: { last: 0, taken: 0, changes: 0 } },
      { upsert: true },
    ).catch((error: unknown) => {
      if (!isDuplicate(error)) {
        throw error;
      }
    });
    const run = async (session: ClientSession): Promise<T> => {
      // Each who is told waits for the end of this session.
      session.setMaxListeners(0);
      const row = await Queue.findOneAndUpdate(
        { _id },
        { $inc: { changes: 1 } },
        { session, returnDocument: 'after' },
      )
        .orFail()
        .lean();
      const count = { last: row.last, taken: row.taken };
      const answer = await change(count, session);
      await Queue.updateOne({ _id }, { $set: count }, { session });
      return answer;
    };
    return inTurn(activityId, () => tryAgain(() => mongo.transaction(run), isCollision, ATTEMPTS));
  };
}
