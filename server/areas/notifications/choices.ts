import type { RawOutputOf } from '@common/contract/endpoint';
import type { MessageChoices, messages } from '@common/contract/messages';
import { quietLength } from '@common/rules/messageHours';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { messageChoicesModel } from './model';

type ShownChoices = RawOutputOf<typeof messages.myMessageChoices>;

/** 消息设置: what a learner wants to be sent beside 消息, by what, and when not. */
export interface Choices {
  /** Without any of his own: everything, but not at night. */
  choicesOf(learnerId: string): Promise<MessageChoices>;
  /** With whether each channel reaches him, and what to do where not. */
  shown(learnerId: string): Promise<ShownChoices>;
  /** @throws AppError INVALID_INPUT where no hour would be left. */
  choose(learnerId: string, choices: MessageChoices): Promise<MessageChoices>;
}

const DAY_HOURS = 24;

export function createChoices({ mongo, clock, config }: Platform, services: Services): Choices {
  const Stored = messageChoicesModel(mongo);

  async function choicesOf(learnerId: string): Promise<MessageChoices> {
    const stored = await Stored.findById(learnerId).lean();
    return stored
      ? { off: stored.off, quiet: stored.quiet ?? null }
      : { off: [], quiet: config.MESSAGES_QUIET_HOURS };
  }

  async function subscribeWords(learnerId: string): Promise<{ isReachable: boolean; words: string }> {
    const { WECHAT_SUBSCRIBE_TASK, WECHAT_SUBSCRIBE_CREDIT, WECHAT_SUBSCRIBE_NOTICE } = config;
    if (!WECHAT_SUBSCRIBE_TASK && !WECHAT_SUBSCRIBE_CREDIT && !WECHAT_SUBSCRIBE_NOTICE) {
      return { isReachable: false, words: '系统未开通订阅消息' };
    }
    const openid = await services.accounts.identities.openidOf(learnerId, 'miniprogram');
    return openid
      ? { isReachable: true, words: '需在小程序中允许订阅消息，每允许一次可收到一条' }
      : { isReachable: false, words: '未在微信小程序中登录，请用微信打开小程序' };
  }

  async function accountWords(learnerId: string): Promise<{ isReachable: boolean; words: string }> {
    if (config.officialAccounts.length === 0) {
      return { isReachable: false, words: '系统未开通公众号' };
    }
    const bound = (await services.bindings.mine(learnerId)).filter(({ isBound }) => isBound);
    const followed = bound.filter(({ isFollowing }) => isFollowing);
    const names = (some: typeof bound) => some.map(({ name }) => name).join('、');
    if (followed.length > 0) {
      return { isReachable: true, words: `已绑定公众号：${names(followed)}` };
    }
    return {
      isReachable: false,
      words:
        bound.length > 0
          ? `未关注公众号“${names(bound)}”，重新关注后即可收到`
          : '未绑定公众号，请在“我的－公众号绑定”中绑定',
    };
  }

  return {
    choicesOf,
    async shown(learnerId) {
      const [choices, subscribe, officialAccount] = await Promise.all([
        choicesOf(learnerId),
        subscribeWords(learnerId),
        accountWords(learnerId),
      ]);
      const hasSms = Boolean(config.SMS_GATEWAY_URL);
      const sms = {
        isReachable: hasSms,
        words: hasSms ? '仅账号安全消息，发送至登记的手机，不能关闭' : '系统未开通短信',
      };
      return {
        ...choices,
        channels: [
          { channel: 'subscribe', ...subscribe },
          { channel: 'officialAccount', ...officialAccount },
          { channel: 'sms', ...sms },
        ],
      };
    },
    async choose(learnerId, { off, quiet }) {
      if (quiet && quietLength(quiet) >= DAY_HOURS) {
        throw appError('INVALID_INPUT', {
          message: '免打扰不能是全天；不想收到某类消息，请在下方关闭',
          field: 'quiet',
        });
      }
      const chosen = { off, quiet: quiet && quietLength(quiet) > 0 ? quiet : null };
      await Stored.updateOne(
        { _id: new Types.ObjectId(learnerId) },
        { $set: { ...chosen, updatedAt: new Date(clock.now()) } },
        { upsert: true },
      );
      return chosen;
    },
  };
}
