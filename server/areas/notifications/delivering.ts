import type { MessageChoices } from '@common/contract/messages';
import { sendableAt } from '@common/rules/messageHours';
import type { MessageState } from '@common/terms';
import type { Platform } from '../../platform';
import { ATTEMPTS } from '../../platform/jobs';
import type { Services } from '../services';
import type { Choices } from './choices';
import { createDailyCap } from './dailyCap';
import { type NotificationDoc, notificationModel } from './model';
import { type Trouble, troubleOf } from './trouble';
import { createWays, type Way } from './ways';

export interface Delivering {
  /**
   * Sends one message that waits. Answers after how many milliseconds it is wanted again, null where it is done with.
   * @throws WechatError or Error where it should be tried again; after the last try the message is `failed`.
   */
  deliver(key: string): Promise<number | null>;
  /** What WeChat says of a template message afterwards (TEMPLATESENDJOBFINISH): `success`, `failed:user block`, …. */
  delivered(account: string, messageId: string, status: string): Promise<void>;
}

/** What came of trying the ways of one list. */
interface Attempt {
  way?: Way;
  messageId?: string;
  troubles: (Trouble & { way: Way })[];
  /** To be thrown, so that it is tried again. */
  error?: unknown;
}
type Outcome = Partial<NotificationDoc> & { state: MessageState };

/** A limit that lasts longer than this is a failure. */
const WAITS_AT_MOST = 24 * 3_600_000;
const FINISH_SECONDS = 600;

export function createDelivering(
  platform: Platform,
  services: Services,
  { choicesOf }: Pick<Choices, 'choicesOf'>,
): Delivering {
  const { mongo, clock, redis, log, metrics } = platform;
  const Notification = notificationModel(mongo);
  const { waysOf } = createWays(platform, services);
  const cap = createDailyCap(platform);
  const finishKey = (account: string, messageId: string) => `notified:finish:${account}:${messageId}`;

  /** Notes what is new of a message that waits, for good where its state is another. */
  async function note(row: NotificationDoc, { problem, ...news }: Partial<NotificationDoc>): Promise<void> {
    const { modifiedCount } = await Notification.updateOne(
      { _id: row._id, state: 'waiting' },
      { $set: { ...news, ...(problem && { problem }) }, ...(!problem && { $unset: { problem: 1 } }) },
    );
    if (modifiedCount === 1 && news.state && news.state !== 'waiting') {
      const channel = news.channel ?? row.channel ?? 'none';
      metrics.notifications.inc({ kind: row.kind, channel, state: news.state });
    }
  }

  async function attempt(ways: readonly Way[], row: NotificationDoc): Promise<Attempt> {
    const troubles: Attempt['troubles'] = [];
    for (const way of ways) {
      try {
        return { way, troubles, ...(await way.send()) };
      } catch (error) {
        const trouble = troubleOf(error);
        log.info({ err: error, kind: row.kind, channel: way.channel }, 'notification refused');
        troubles.push({ ...trouble, way });
        if (trouble.kind === 'again') {
          return { troubles, error };
        }
      }
    }
    return { troubles };
  }

  async function finish(row: NotificationDoc, attempts: Attempt[]): Promise<number | null> {
    const now = clock.now();
    const troubles = attempts.flatMap((one) => one.troubles);
    const done = attempts.flatMap(({ way, messageId }) => (way ? [{ ...way, messageId }] : []));
    const sentBy = [...(row.sentBy ?? []), ...done.map(({ channel }) => channel)];
    const [first] = done;
    const tried = first ?? troubles.at(-1)?.way;
    const told = {
      ...(tried && { channel: tried.channel, account: tried.account }),
      ...(first && { messageId: first.messageId, sentAt: new Date(now) }),
      ...(sentBy.length > 0 && { sentBy }),
    };
    const problem = wordsFor(troubles);
    const failing = attempts.find(({ error }) => error !== undefined);
    if (failing) {
      const tries = row.tries + 1;
      const isLast = tries >= ATTEMPTS;
      const state = !isLast ? 'waiting' : sentBy.length > 0 ? 'sent' : 'failed';
      await note(row, { ...told, tries, problem, state });
      throw failing.error;
    }
    const limited = troubles.flatMap((trouble) => (trouble.kind === 'wait' ? [trouble.ms] : []));
    const since = (row.retriedAt ?? row.createdAt).getTime();
    if (sentBy.length === 0 && limited.length > 0 && now - since < WAITS_AT_MOST) {
      const ms = Math.min(...limited);
      await note(row, { ...told, problem, notBefore: new Date(now + ms) });
      return ms;
    }
    if (sentBy.length > 0) {
      const isToMend = troubles.some(({ kind }) => kind === 'ours');
      await note(row, { ...told, state: 'sent', ...(isToMend && { problem }) });
      await takeFinish(first?.account, first?.messageId);
      return null;
    }
    const isOurs = troubles.some(({ kind }) => kind !== 'person');
    await note(row, { ...told, state: isOurs ? 'failed' : 'unreachable', problem });
    await cap.giveBack(String(row.learnerId), String(row._id));
    return null;
  }

  /** Why nothing can be tried now, or from when on. */
  async function heldBack(row: NotificationDoc, choices: MessageChoices, ways: Way[][]) {
    const now = clock.now();
    const isUrgent = row.isUrgent === true || row.kind === 'account';
    const outcome = (problem: string): Outcome => ({ state: 'unreachable', problem });
    if (ways.length === 0) {
      return outcome(
        choices.off.some(({ kind }) => kind === row.kind)
          ? '学员已关闭此类消息，或没有可用的渠道'
          : '未绑定公众号，也没有可用的订阅消息',
      );
    }
    const at = Math.max(row.notBefore?.getTime() ?? now, sendableAt(now, choices.quiet, isUrgent));
    if (at > now) {
      return new Date(at);
    }
    if (!isUrgent && !(await cap.take(String(row.learnerId), String(row._id)))) {
      // Not put off: a learner whom much is told would be told it days later.
      return outcome('当日消息已达上限');
    }
    return null;
  }

  async function finished(account: string, messageId: string, status: string): Promise<boolean> {
    const news: Outcome =
      status === 'success'
        ? { state: 'delivered' }
        : /user\s*block/i.test(status)
          ? { state: 'unreachable', problem: '用户拒收公众号消息' }
          : { state: 'failed', problem: '微信未能送达' };
    const row = await Notification.findOneAndUpdate(
      { messageId, account, state: 'sent' },
      { $set: news },
    ).lean();
    if (row) {
      metrics.notifications.inc({ kind: row.kind, channel: row.channel ?? 'none', state: news.state });
    }
    return row !== null;
  }

  /** WeChat was quicker than our own note of the message. */
  async function takeFinish(account?: string, messageId?: string): Promise<void> {
    const status = account && messageId && (await redis.getdel(finishKey(account, messageId)));
    if (status) {
      await finished(account, messageId, status);
    }
  }

  return {
    async deliver(key) {
      const row = await Notification.findOne({ key, state: 'waiting' }).lean();
      if (!row) {
        return null;
      }
      const choices = await choicesOf(String(row.learnerId));
      const ways = await waysOf(row, choices);
      const held = await heldBack(row, choices, ways);
      if (held instanceof Date) {
        await note(row, { notBefore: held, problem: row.problem });
        return held.getTime() - clock.now();
      }
      if (held) {
        await note(row, held);
        return null;
      }
      const left = ways.filter((list) => !list.some(({ channel }) => row.sentBy?.includes(channel)));
      return finish(row, await Promise.all(left.map(async (list) => attempt(list, row))));
    },
    async delivered(account, messageId, status) {
      // Left first: whichever comes second, this or our own note of the message, finds the other.
      await redis.set(finishKey(account, messageId), status, 'EX', FINISH_SECONDS);
      if (await finished(account, messageId, status)) {
        await redis.del(finishKey(account, messageId));
      }
    },
  };
}

/** 公众号“继教通”模板消息：模板未通过或不存在；… */
const wordsFor = (troubles: Attempt['troubles']): string | undefined =>
  troubles.map(({ way, words }) => `${way.name}：${words}`).join('；') || undefined;
