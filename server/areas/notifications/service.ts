import type { ApprovalState, MessageKind } from '@common/terms';
import { type ClientSession, Types } from 'mongoose';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type Choices, createChoices } from './choices';
import { type CreditMessages, createCreditMessages } from './creditMessages';
import { createDelivering, type Delivering } from './delivering';
import { createInbox, type Inbox } from './inbox';
import { messageChoicesModel, notificationModel } from './model';
import { createOperating, type Operating } from './operating';
import { insistOperator } from './policy';
import { createPut } from './put';
import { createSweep } from './sweeping';

/** What somebody is told: the title and the lines stand in 消息, and as far as they fit in what WeChat sends. */
export interface Message {
  /** The event that it tells of: the same is told once. */
  key: string;
  kind: MessageKind;
  title: string;
  /** What matters most first: a template has room for two, of twenty characters each. */
  lines: string[];
  /** Page of the mini-program that a tap leads to. */
  page?: string;
  /** Cannot wait for the end of the quiet hours, and counts for no day's cap: a 点名, a password that was set. */
  isUrgent?: boolean;
  /** Not by 订阅消息: one yes of a learner's is one of them, and it is kept for something else. */
  isKeptForOthers?: boolean;
}

/** The outbox: a message is first written to the store, where its learner reads it in 消息; a job sends it besides. */
export interface NotificationsService extends CreditMessages, Delivering, Choices, Inbox, Operating {
  /** 单位审核: told where the decision's transaction is committed. */
  approval(
    learnerId: string,
    state: ApprovalState,
    reason: string | undefined,
    session: ClientSession,
  ): Promise<void>;
  /** Tells a learner something. The same key is told once. With a session only where that transaction is committed; such a key must be new. */
  tell(learnerId: string, message: Message, session?: ClientSession): Promise<void>;
  /** Tells many the same; answers how many had not been told under their key before. */
  tellMany(told: { learnerId: string; key: string }[], message: Omit<Message, 'key'>): Promise<number>;
  /** Takes back what waits under the keys that begin so: what it tells of does not hold any more. What was sent stands. */
  callOff(keyPrefix: string): Promise<void>;
  /** Removes all that a learner was or was to be told, and his choices: he closes his account. */
  forget(learnerId: string, session: ClientSession): Promise<void>;
  /** Puts what was left waiting (a crash between writing and queueing) on the queue again, and removes what is a year old. */
  sweep(): Promise<void>;
  /** Connects the queue that calls `deliver`; `addMany` where it takes many in one go. */
  attach(add: (key: string) => Promise<void>, addMany?: AddMany): void;
  /** The official accounts and all sending are for an authority with none above it. @throws AppError FORBIDDEN. */
  insistOperator(authorityId: string): Promise<void>;
}

/** Puts keys on the queue; patient ones make way for what others are told one by one. */
type AddMany = (keys: string[], isPatient: boolean) => Promise<void>;

const PIECE = 1_000;

export function createNotificationsService(platform: Platform, services: Services): NotificationsService {
  const { mongo } = platform;
  const Notification = notificationModel(mongo);
  const MessageChoices = messageChoicesModel(mongo);
  let add: (key: string) => Promise<void> = async () => undefined;
  let addMany: AddMany = async () => undefined;

  const enqueue = async (key: string) => add(key);
  const put = createPut(platform, async (keys, isPatient) => addMany(keys, isPatient));
  const choices = createChoices(platform, services);

  return {
    ...choices,
    ...createCreditMessages(services, put),
    ...createDelivering(platform, services, choices),
    ...createInbox(platform),
    ...createOperating(platform, services, enqueue),
    sweep: createSweep(platform, enqueue),
    async approval(learnerId, state, reason, session) {
      const isApproved = state === 'approved';
      const message = {
        key: `approval-${learnerId}-${new Types.ObjectId()}`,
        learnerId,
        kind: 'approval' as const,
        title: isApproved ? '单位审核通过' : '单位审核不通过',
        lines: isApproved
          ? ['您的注册信息已审核通过，现在可以扫码签到了。']
          : [`原因：${reason ?? ''}`, '请修改后重新提交。'],
        page: 'profile/index/index',
      };
      await put([message], session);
    },
    async tell(learnerId, message, session) {
      await put([{ ...message, learnerId }], session);
    },
    async tellMany(told, message) {
      let fresh = 0;
      for (let from = 0; from < told.length; from += PIECE) {
        fresh += await put(told.slice(from, from + PIECE).map((one) => ({ ...message, ...one })));
      }
      return fresh;
    },
    async callOff(keyPrefix) {
      await Notification.deleteMany({
        key: { $gte: keyPrefix, $lt: `${keyPrefix}\uffff` },
        state: 'waiting',
      });
    },
    async forget(learnerId, session) {
      const _id = new Types.ObjectId(learnerId);
      await Notification.deleteMany({ learnerId: _id }, { session });
      await MessageChoices.deleteOne({ _id }, { session });
    },
    attach(one, many = async (keys) => void (await Promise.all(keys.map(async (key) => one(key))))) {
      add = one;
      addMany = many;
    },
    insistOperator: async (authorityId) => insistOperator(services, authorityId),
  };
}
