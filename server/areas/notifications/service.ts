import { createHash } from 'node:crypto';
import { formatCredits } from '@common/rules/credits';
import { type ApprovalState, CREDIT_CLASSES } from '@common/terms';
import { type ClientSession, Types } from 'mongoose';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { type NotificationDoc, notificationModel } from './model';

export interface NotificationsService {
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
  credits(
    step: 'granted' | 'reviewed',
    learnerIds: string[],
    full: FullActivity,
    creditingId: string,
  ): Promise<void>;
  /** Removes all that a learner was or was to be told: he closes his account. */
  forget(learnerId: string, session: ClientSession): Promise<void>;
  /** Sends one notification; throws where it should be tried again. */
  deliver(key: string): Promise<void>;
  /** Puts what was left waiting (a crash between writing and queueing) on the queue again. */
  sweep(): Promise<void>;
  /** Connects the queue that calls `deliver`. */
  attach(add: (key: string) => Promise<void>): void;
}

type Draft = Pick<NotificationDoc, 'key' | 'kind' | 'title' | 'lines' | 'page'> & { learnerId: string };

const SWEEP_AFTER_MS = 60_000;

/** The outbox: first written to the store, then sent by a job through the official account. */
export function createNotificationsService(
  { mongo, clock, wechat, config, log }: Platform,
  services: Services,
): NotificationsService {
  const Notification = notificationModel(mongo);
  let enqueue: (key: string) => Promise<void> = async () => undefined;

  /** Answers how many of them were new. */
  async function put(drafts: Draft[], session?: ClientSession): Promise<number> {
    const createdAt = new Date(clock.now());
    const rows = drafts.map((draft) => ({
      ...draft,
      learnerId: new Types.ObjectId(draft.learnerId),
      state: 'waiting' as const,
      createdAt,
    }));
    let known = 0;
    await Notification.insertMany(rows, { ordered: false, session }).catch((error: unknown) => {
      if (session || !isDuplicate(error)) {
        throw error;
      }
      known = (error as { writeErrors?: unknown[] }).writeErrors?.length ?? 1;
    });
    const queue = async () => Promise.all(drafts.map(({ key }) => enqueue(key)));
    if (!session) {
      await queue();
      return drafts.length - known;
    }
    // Before its transaction ended a job would find nothing to send; where the queue fails, the sweep finds it.
    session.once('ended', () => void queue().catch((err) => log.warn({ err }, 'notification queue')));
    return drafts.length;
  }

  /** Whether it was sent as a 订阅消息: to who is in the mini-program and has allowed one. */
  async function sendSubscribed(row: NotificationDoc): Promise<boolean> {
    const templateId = config.WECHAT_SUBSCRIBE_TASK;
    if (row.kind !== 'task' || !templateId) {
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
    async credits(step, learnerIds, { project, unit }, creditingId) {
      const amount = `${CREDIT_CLASSES[project.creditClass]} ${formatCredits(project.credits)}分`;
      await put(
        learnerIds.map((learnerId) => ({
          key: `credit-${step}-${creditingId}-${learnerId}`,
          learnerId,
          kind: 'credit' as const,
          title: step === 'granted' ? '学分已授予，待审核' : '学分审核通过',
          lines: [project.name, `${amount}，${unit.name}`],
        })),
      );
    },
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
