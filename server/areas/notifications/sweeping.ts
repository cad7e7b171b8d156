import type { Platform } from '../../platform';
import { notificationModel } from './model';

const SWEEP_AFTER_MS = 60_000;
/** What a learner was told longer ago is gone, read or not. */
const KEPT_MS = 365 * 24 * 3_600_000;
const AT_ONCE = 500;

/**
 * Puts on the queue again what a crash has left waiting (between writing and queueing, or held back with its job lost), and
 * removes what is older than a year.
 */
export function createSweep(
  { mongo, clock }: Platform,
  enqueue: (key: string) => Promise<void>,
): () => Promise<void> {
  const Notification = notificationModel(mongo);
  return async function sweep() {
    const before = new Date(clock.now() - SWEEP_AFTER_MS);
    const found = await Promise.all(
      // A province's 通知 that wait for their turn must not hide a 点名 that was lost.
      [{ $eq: 'notice' as const }, { $ne: 'notice' as const }].flatMap((kind) => {
        const left = { state: 'waiting' as const, kind };
        return [
          Notification.find({ ...left, notBefore: null, createdAt: { $lt: before } }, { key: 1 })
            .sort({ createdAt: 1 })
            .limit(AT_ONCE)
            .lean(),
          Notification.find({ ...left, notBefore: { $lt: before } }, { key: 1 })
            .sort({ notBefore: 1 })
            .limit(AT_ONCE)
            .lean(),
        ];
      }),
    );
    await Promise.all(found.flat().map(async ({ key }) => enqueue(key)));
    const old = await Notification.find({ createdAt: { $lt: new Date(clock.now() - KEPT_MS) } }, { _id: 1 })
      .limit(AT_ONCE)
      .lean();
    if (old.length > 0) {
      await Notification.deleteMany({ _id: { $in: old.map(({ _id }) => _id) } });
    }
  };
}
