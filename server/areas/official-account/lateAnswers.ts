import type { Platform } from '../../platform';
import { createSlidingWindow } from '../../platform/slidingWindow';
import type { Message } from './message';
import type { OfficialAccountPorts } from './ports';

/**
 * How many customer-service messages WeChat takes (since 2023-06-12): five in the 48 hours after a person wrote, three in the
 * minute after he tapped the menu, followed or scanned.
 */
const AFTER_MESSAGE = { most: 5, ms: 48 * 3_600_000 };
const AFTER_EVENT = { most: 3, ms: 60_000 };

/** Outside the time, or over the quota by WeChat's own count: nothing that an operator could mend. */
const OVER_QUOTA: readonly unknown[] = [45015, 45047];

/** Sends an answer that was not ready in time; false where the quota is used up. Throws for trouble with WeChat. */
export type SendLate = (message: Pick<Message, 'from' | 'msgType'>, text: string) => Promise<boolean>;

export function createLateAnswers(
  platform: Pick<Platform, 'redis' | 'clock' | 'random' | 'cipher'>,
  appId: string,
  ports: Pick<OfficialAccountPorts, 'sendText'>,
): SendLate {
  const afterMessage = createSlidingWindow(platform, `late:${appId}`, AFTER_MESSAGE);
  const afterEvent = createSlidingWindow(platform, `late:${appId}:event`, AFTER_EVENT);
  return async ({ from, msgType }, text) => {
    const quota = msgType === 'event' ? afterEvent : afterMessage;
    if ((await quota.take(from)) > 0) {
      return false;
    }
    try {
      await ports.sendText(from, text);
      return true;
    } catch (error) {
      if (OVER_QUOTA.includes((error as { errcode?: unknown }).errcode)) {
        return false;
      }
      throw error;
    }
  };
}
