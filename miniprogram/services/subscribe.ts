import Taro from '@tarojs/taro';
import { api } from './session';

/** WeChat asks only in the very moment of a tap: what to ask for must be known by then. */
let templateIds: string[] | null = null;

/** Learns which reminders there are, for a page that has taps of `askSubscribe`; once. Never rejects. */
export async function prepareSubscribe(): Promise<void> {
  try {
    templateIds ??= (await api.tasks.mySubscriptions({})).templateIds;
  } catch {
    // Nobody is asked this time; the way to the task is open all the same.
  }
}

/**
 * Asks, as part of a tap, whether a reminder may be sent (订阅消息: one yes is one message). Whatever comes of it, the way goes on:
 * never rejects. subscribe.h5.ts takes its place in a browser.
 */
export async function askSubscribe(): Promise<void> {
  if (!templateIds || templateIds.length === 0) {
    return;
  }
  try {
    // `entityIds` is Alipay's; Taro's type wants it.
    await Taro.requestSubscribeMessage({ tmplIds: templateIds, entityIds: [] });
  } catch {
    // Refused for good, or an old WeChat.
  }
}
