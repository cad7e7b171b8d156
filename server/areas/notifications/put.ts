import { type ClientSession, Types } from 'mongoose';
import type { Platform } from '../../platform';
import { insertNew } from '../../platform/mongo';
import { notificationModel } from './model';
import type { Message } from './service';

export type Draft = Message & { learnerId: string };

/** Writes messages to the outbox and puts them on the queue; answers how many were new. */
export function createPut(
  { mongo, clock, log }: Platform,
  enqueue: (keys: string[], isPatient: boolean) => Promise<void>,
): (drafts: Draft[], session?: ClientSession) => Promise<number> {
  const Notification = notificationModel(mongo);
  return async function put(drafts, session) {
    const createdAt = new Date(clock.now());
    const rows = drafts.map((draft) => ({
      ...draft,
      _id: new Types.ObjectId(),
      learnerId: new Types.ObjectId(draft.learnerId),
      state: 'waiting' as const,
      tries: 0,
      createdAt,
    }));
    // A 通知 goes to a whole region; behind it nobody's 点名 may wait.
    const isPatient = drafts.every(({ kind, isUrgent }) => kind === 'notice' && !isUrgent);
    const keys = drafts.map(({ key }) => key);
    const queue = async () => enqueue(keys, isPatient);
    if (!session) {
      const written = await insertNew(Notification, rows);
      await queue();
      return written;
    }
    await Notification.insertMany(rows, { session });
    // Before its transaction ended a job would find nothing to send; where the queue fails, the sweep finds it.
    session.once('ended', () => void queue().catch((err) => log.warn({ err }, 'notification queue')));
    return drafts.length;
  };
}
