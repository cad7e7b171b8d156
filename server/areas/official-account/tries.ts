import type { Platform } from '../../platform';
import { createSlidingWindow, type SlidingWindow } from '../../platform/slidingWindow';

/** How often something may be tried within an hour (DESIGN, `kj` is answered safely). */
const AN_HOUR = { most: 5, ms: 3_600_000 };

type Tried = 'sender' | 'claim' | 'phone';

export interface Tries {
  /** Counts a try. 0: go on; else milliseconds until the next one may come (that one is not counted). */
  take(kind: Tried, who: string): Promise<number>;
}

/**
 * Tries of senders, of numbers and of phones, each by itself. A sender is counted in his account; a number and a phone are the
 * same in all of them, so that a second account gives nobody a second five. There is no count by address: WeChat's servers
 * deliver everybody's messages.
 */
export function createTries(
  platform: Pick<Platform, 'redis' | 'clock' | 'random' | 'cipher'>,
  appId: string,
): Tries {
  const windows = new Map<Tried, SlidingWindow>();
  return {
    async take(kind, who) {
      const name = kind === 'sender' ? `kj:${appId}:sender` : `kj:${kind}`;
      const window = windows.get(kind) ?? createSlidingWindow(platform, name, AN_HOUR);
      windows.set(kind, window);
      return window.take(who);
    },
  };
}
