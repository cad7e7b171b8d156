import { createHash } from 'node:crypto';
import type { ApprovalState } from '@common/terms';
import { type ClientSession, Types } from 'mongoose';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type CreditMessages, createCreditMessages } from './creditMessages';
import { type NotificationDoc, notificationModel } from './model';
import { createPut } from './put';

export interface NotificationsService extends CreditMessages {
  approval(learnerId: string, state: ApprovalState, reason?: string): Promise<void>;
  /**
   * Tells a learner something else: a transfer, a unit added, a correction decided. The same key is told once. With a session
   * it is told only where that transaction is committed; such a key must be new.
   */
  tell(
    learnerId: string,
    key: string,
    title: string,
    lines: string[],
    session?: ClientSession,
  ): Promise<void>;
  /** Tells many the same; answers how many had not been told under their key before. */
  tellMany(
    told: { learnerId: string; key: string }[],
    title: string,
    lines: string[],
  ): Promise<{ newlyTold: number }>;
  /** Tells many what they still have to do at a page of the mini-program; answers how many had not been told under their key. */
  tasks(
    told: { learnerId: string; key: string }[],
    title: string,
    lines: string[],
    page: string,
  ): Promise<number>;
  /** Removes all that a learner was or was to be told: he closes his account. */
  forget(learnerId: string, session: ClientSession): Promise<void>;
  /** Sends one notification; throws where it should be tried again. */
  deliver(key: string): Promise<void>;
  /** Puts what was left waiting (a crash between writing and queueing) on the queue again. */
  sweep(): Promise<void>;
  /** Connects the queue that calls `deliver`. */
  attach(add: (key: string) => Promise<void>): void;
}

const SWEEP_AFTER_MS = 60_000;

/** The outbox: first written to the store, then sent by a job through the official account. */
export function createNotificationsService(platform: Platform, services: Services): NotificationsService {
  const { mongo, clock, wechat, config, log } = platform;
  const Notification = notificationModel(mongo);
  let enqueue: (key: string) => Promise<void> = async () => undefined;

  const subscribeTemplates: Partial<Record<NotificationDoc['kind'], string>> = {
    task: config.WECHAT_SUBSCRIBE_TASK,
    credit: config.WECHAT_SUBSCRIBE_CREDIT,
  };
  const put = createPut(platform, (key) => enqueue(key));

  /** Whether it was sent as a 订阅消息: to who is in the mini-program and has allowed one. */
  async function sendSubscribed(row: NotificationDoc): Promise<boolean> {
    const templateId = subscribeTemplates[row.kind];
    if (!row.page || !templateId) {
      return false;
    }
    const openid = await services.accounts.identities.openidOf(String(row.learnerId), 'miniprogram');
    if (!openid) {
      return false;
    }
    try {
      await wechat.sendSubscribeMessage({ openid, templateId, page: row.page, data: fieldsOf(row) });
      return true;
    } catch (error) {
      if ((error as { retryable?: boolean }).retryable) {
        throw error;
      }
      // Not allowed, or used up (43101): the official account is left.
      log.info({ err: error }, 'subscribe message refused');
      return false;
    }
  }

  async function send(row: NotificationDoc): Promise<boolean> {
    if (await sendSubscribed(row)) {
      return true;
    }
    const openid = await services.accounts.identities.openidOf(String(row.learnerId), 'officialAccount');
    if (!openid) {
      return false;
    }
    const templateId =
      row.kind === 'credit' ? config.WECHAT_TEMPLATE_CREDIT : config.WECHAT_TEMPLATE_APPROVAL;
    if (templateId) {
      await wechat.sendTemplate({
        openid,
        templateId,
        url: config.PUBLIC_URL,
        data: fieldsOf(row),
        clientMsgId: messageId(row.key),
      });
      return true;
    }
    await wechat.sendText(openid, [row.title, ...row.lines].join('\n'));
    return true;
  }

  return {
    ...createCreditMessages(services, put),
    async approval(learnerId, state, reason) {
      const isApproved = state === 'approved';
      await put([
        {
          key: `approval-${learnerId}-${clock.now()}`,
          learnerId,
          kind: 'approval',
          title: isApproved ? '单位审核通过' : '单位审核不通过',
          lines: isApproved
            ? ['您的注册信息已审核通过，现在可以扫码签到了。']
            : [`原因：${reason ?? ''}`, '请修改后重新提交。'],
        },
      ]);
    },
    async tell(learnerId, key, title, lines, session) {
      await put([{ key, learnerId, kind: 'notice', title, lines }], session);
    },
    tellMany: async (told, title, lines) => ({
      newlyTold: await put(told.map((one) => ({ ...one, kind: 'notice', title, lines }))),
    }),
    tasks: async (told, title, lines, page) =>
      put(told.map((one) => ({ ...one, kind: 'task' as const, title, lines, page }))),
    async forget(learnerId, session) {
      await Notification.deleteMany({ learnerId: new Types.ObjectId(learnerId) }, { session });
    },
    async deliver(key) {
      const row = await Notification.findOne({ key, state: 'waiting' }).lean();
      if (!row) {
        return;
      }
      let state: NotificationDoc['state'];
      try {
        state = (await send(row)) ? 'sent' : 'unreachable';
      } catch (error) {
        if ((error as { retryable?: boolean }).retryable) {
          throw error;
        }
        // Refused for good (unsubscribed, outside the 48 hours): the learner sees it in the mini-program all the same.
        log.info({ err: error, kind: row.kind }, 'notification refused');
        state = 'unreachable';
      }
      await Notification.updateOne({ _id: row._id }, { $set: { state, sentAt: new Date(clock.now()) } });
    },
    async sweep() {
      const before = new Date(clock.now() - SWEEP_AFTER_MS);
      const rows = await Notification.find({ state: 'waiting', createdAt: { $lt: before } })
        .limit(500)
        .lean();
      await Promise.all(rows.map(({ key }) => enqueue(key)));
    },
    attach(add) {
      enqueue = add;
    },
  };
}

/** WeChat takes 32 characters, and keeps back a second message of the same id: two keys must never share one. */
const messageId = (key: string) => createHash('sha256').update(key).digest('base64url').slice(0, 32);

/** What a template of ours has room for. */
function fieldsOf({ title, lines: [first = '-', second = '-'] }: Pick<NotificationDoc, 'title' | 'lines'>) {
  return {
    thing1: { value: clip(title) },
    thing2: { value: clip(first) },
    thing3: { value: clip(second) },
  };
}

/** A template's field holds twenty characters. */
const clip = (text: string) => (text.length <= 20 ? text : `${text.slice(0, 19)}…`);
