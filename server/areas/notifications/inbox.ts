import type { RawOutputOf } from '@common/contract/endpoint';
import type { messages } from '@common/contract/messages';
import type { MessageKind } from '@common/terms';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { type Paging, pageOf } from '../../platform/mongo';
import { notificationModel } from './model';
import { presentMessage } from './presenter';

/** 消息: everything that a learner was told, whatever became of its sending. */
export interface Inbox {
  /** The latest first; `unread` is of all kinds. */
  mine(
    learnerId: string,
    filter: { kind?: MessageKind },
    paging: Paging,
  ): Promise<RawOutputOf<typeof messages.myMessages>>;
  unread(learnerId: string): Promise<number>;
  /** These, or all; another's are left alone. Answers how many are left unread. */
  read(learnerId: string, ids?: string[]): Promise<number>;
}

export function createInbox({ mongo, clock }: Platform): Inbox {
  const Notification = notificationModel(mongo);
  const unreadOf = (learnerId: string) => ({
    learnerId: new Types.ObjectId(learnerId),
    readAt: { $exists: false },
  });
  const unread = async (learnerId: string) => Notification.countDocuments(unreadOf(learnerId));

  return {
    unread,
    async mine(learnerId, { kind }, paging) {
      const [{ rows, total }, left] = await Promise.all([
        pageOf(
          Notification,
          { learnerId: new Types.ObjectId(learnerId), ...(kind && { kind }) },
          { createdAt: -1, _id: -1 },
          paging,
        ),
        unread(learnerId),
      ]);
      return { items: rows.map(presentMessage), total, ...paging, unread: left };
    },
    async read(learnerId, ids) {
      await Notification.updateMany(
        { ...unreadOf(learnerId), ...(ids && { _id: { $in: ids.map((id) => new Types.ObjectId(id)) } }) },
        { $set: { readAt: new Date(clock.now()) } },
      );
      return unread(learnerId);
    },
  };
}
