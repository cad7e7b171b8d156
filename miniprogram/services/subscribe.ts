import Taro from '@tarojs/taro';
import { api } from './session';

/** WeChat asks only in the very moment of a tap: what to ask for must be known by then. */
let templates: Record<Reminder, string[]> | null = null;

/** `all`: every one. `credit`: that a credit was reviewed or revoked. `notice`: of approvals and 通知. */
export type Reminder = 'all' | 'credit' | 'notice';

/**
 * Learns which reminders there are, for a page that has taps of `askSubscribe`; once. Never rejects.
 * @returns Whether there is one to ask for.
 */
export async function prepareSubscribe(kind: Reminder = 'all'): Promise<boolean> {
  try {
    if (!templates) {
      const { templateIds, creditTemplateId, noticeTemplateId } = await api.tasks.mySubscriptions({});
      templates = {
        all: templateIds,
        credit: creditTemplateId ? [creditTemplateId] : [],
        notice: noticeTemplateId ? [noticeTemplateId] : [],
      };
    }
  } catch {
    // Nobody is asked this time; the way to the task is open all the same.
  }
  return (templates?.[kind].length ?? 0) > 0;
}

/**
 * Asks, as part of a tap, whether a reminder may be sent (订阅消息: one yes is one message). Whatever comes of it, the way goes on:
 * never rejects. subscribe.h5.ts takes its place in a browser.
 * @returns Whether one was allowed.
 */
export async function askSubscribe(kind: Reminder = 'all'): Promise<boolean> {
  const tmplIds = templates?.[kind] ?? [];
  if (tmplIds.length === 0) {
    return false;
  }
  try {
    // `entityIds` is Alipay's; Taro's type wants it.
    const answer = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] });
    return tmplIds.some((id) => (answer as Record<string, unknown>)[id] === 'accept');
  } catch {
    // Refused for good, or an old WeChat.
    return false;
  }
}
