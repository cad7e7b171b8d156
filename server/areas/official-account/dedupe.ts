/** One message, one effect: WeChat delivers a message up to three times, to any of our processes. */
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Platform } from '../../platform';
import { MAX_AGE_MS } from './signature';

export interface Dedupe {
  /**
   * Runs `work` for the first delivery and keeps its answer, sealed, for the others. Null: the first one is still at it after
   * `waitMs`.
   */
  once(key: string, work: () => Promise<string>): Promise<string | null>;
}

const PENDING = 'pending';
const POLL_MS = 50;
/** Longer than a signature is good, so that a captured request cannot be played again. */
const REMEMBER_MS = 2 * MAX_AGE_MS;

type Needs = Pick<Platform, 'redis' | 'cipher'> & {
  appId: string;
  waitMs: number;
  log: Pick<Platform['log'], 'error'>;
};

export function createDedupe({ redis, cipher, appId, waitMs, log }: Needs): Dedupe {
  async function keep(name: string, answer: string): Promise<void> {
    try {
      await redis.set(name, cipher.seal(name, answer), 'PX', REMEMBER_MS);
    } catch {
      // The work is done: its answer must still go out.
      log.error({ area: 'official-account' }, 'an answer could not be kept for retries');
    }
  }

  return {
    async once(key, work) {
      const name = `wechat:${appId}:message:${createHash('sha256').update(key).digest('base64url')}`;
      if (await redis.set(name, PENDING, 'PX', REMEMBER_MS, 'NX')) {
        const answer = await work();
        await keep(name, answer);
        return answer;
      }
      for (let waited = 0; waited <= waitMs; waited += POLL_MS) {
        const stored = await redis.get(name);
        if (stored !== PENDING) {
          return stored === null ? null : cipher.open(name, stored);
        }
        await delay(POLL_MS);
      }
      return null;
    },
  };
}
