import type { Platform } from '../../platform';
import { createSlidingWindow, type SlidingWindow } from '../../platform/slidingWindow';

/** How often something may be tried within an hour (DESIGN, `kj` is answered safely). */
const AN_HOUR = { most: 5, ms: 3_600_000 };

export interface Tries {
  /** Counts a try. 0: go on; else milliseconds until the next one may come (that one is not counted). */
  take(kind: string, who: string): Promise<number>;
}

/** Tries of senders, of numbers and of phones, each by itself. */
export function createTries(
  platform: Pick<Platform, 'redis' | 'clock' | 'random' | 'cipher'>,
  appId: string,
): Tries {
  const windows = new Map<string, SlidingWindow>();
  return {
    async take(kind, who) {
      const window = windows.get(kind) ?? createSlidingWindow(platform, `kj:${appId}:${kind}`, AN_HOUR);
      windows.set(kind, window);
      return window.take(who);
    },
  };
}
