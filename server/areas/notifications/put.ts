import { type ClientSession, Types } from 'mongoose';
import type { Platform } from '../../platform';
import { insertNew } from '../../platform/mongo';
import { type NotificationDoc, notificationModel } from './model';

export type Draft = Pick<NotificationDoc, 'key' | 'kind' | 'title' | 'lines' | 'page'> & {
  learnerId: string;
};

/** Writes messages to the outbox and puts them on the queue; answers how many were new. */
export function createPut(
  { mongo, clock, log }: Platform,
  enqueue: (key: string) => Promise<void>,
): (drafts: Draft[], session?: ClientSession) => Promise<number> {
  const Notification = notificationModel(mongo);
  return async function put(drafts, session) {
    const createdAt = new Date(clock.now());
    const rows = drafts.map((draft) => ({
      ...draft,
      _id: new Types.ObjectId(),
      learnerId: new Types.ObjectId(draft.learnerId),
      state: 'waiting' as const,
      createdAt,
    }));
    const queue = async () => Promise.all(drafts.map(({ key }) => enqueue(key)));
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
