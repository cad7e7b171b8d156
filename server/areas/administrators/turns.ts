import { type ClientSession, Types } from 'mongoose';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import { administratorTurnModel } from './model';

/** Runs a change among the administrators of one unit or authority in a transaction, none beside another of the same one. */
export type InTurn = <T>(subjectId: string, change: (session: ClientSession) => Promise<T>) => Promise<T>;

/**
 * "The first gets everything" and "one manager remains" speak of all administrators together, so no index of one row can hold
 * them. Each change writes the subject's own row first: of two at once the store makes one begin again, and it sees the other.
 */
export function createTurns({ mongo }: Pick<Platform, 'mongo'>): InTurn {
  const Turn = administratorTurnModel(mongo);
  return async <T>(subjectId: string, change: (session: ClientSession) => Promise<T>): Promise<T> => {
    const _id = new Types.ObjectId(subjectId);
    await Turn.updateOne({ _id }, { $setOnInsert: { changes: 0 } }, { upsert: true }).catch(
      (error: unknown) => {
        if (!isDuplicate(error)) {
          throw error;
        }
      },
    );
    return mongo.transaction(async (session) => {
      await Turn.updateOne({ _id }, { $inc: { changes: 1 } }, { session });
      return change(session);
    });
  };
}
