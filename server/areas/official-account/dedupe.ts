/**
 * One message, one effect: WeChat delivers a message up to three times (about 5 s apart), to any of our processes.
 *
 * The first delivery takes a lease on the message and does the work; the others wait for its answer. The lease is renewed while
 * the work goes on. Where its process dies it runs out after `LEASE_MS`, and a delivery that still waits does the work in its
 * place: short enough that the second delivery (at 5 s, waiting) or the third (at 10 s) takes over, long enough that a process
 * which only stalls keeps it. What the dead one may have done is then done once more; nothing that a message can ask for adds up
 * (a second one-time password replaces the first, which nobody was told).
 */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Platform } from '../../platform';
import { MAX_AGE_MS } from './signature';

/** What became of a delivery. */
export interface Outcome {
  answer: string;
  /** This delivery did the work; else another one did. */
  isOwn: boolean;
}

export interface Dedupe {
  /**
   * Runs `work` for the first delivery and keeps its answer, sealed, for the others, which wait for it; null for one that waited
   * a minute. `work` should not throw: nothing would be kept, and the next delivery would do it once more.
   */
  once(key: string, work: () => Promise<string>): Promise<Outcome | null>;
}

const LEASE_MS = 8_000;
const PENDING = 'pending:';
const POLL_MS = 50;
const GIVE_UP_MS = 60_000;
/** Longer than a signature is good, so that a captured request cannot be played again. */
const REMEMBER_MS = 2 * MAX_AGE_MS;

/** Sets the value as long as nobody else has the lease; where it only ran out, or Redis lost it, nobody has. Else answers what stands there. */
const IF_MINE = `
local now = redis.call('get', KEYS[1])
if now and now ~= ARGV[1] then return now end
redis.call('set', KEYS[1], ARGV[2], 'PX', ARGV[3])
return nil`;

type Needs = Pick<Platform, 'redis' | 'cipher'> & {
  appId: string;
  log: Pick<Platform['log'], 'error'>;
  leaseMs?: number;
};

export function createDedupe({ redis, cipher, appId, log, leaseMs = LEASE_MS }: Needs): Dedupe {
  /** Keeps the answer; where another process has taken over meanwhile, its answer is the one. */
  async function keep(name: string, lease: string, answer: string): Promise<Outcome | 'taken'> {
    try {
      const sealed = cipher.seal(name, answer);
      const other = await redis.eval(IF_MINE, 1, name, lease, sealed, REMEMBER_MS);
      return other === null ? { answer, isOwn: true } : 'taken';
    } catch {
      // The work is done: its answer must still go out.
      log.error({ area: 'official-account' }, 'an answer could not be kept for retries');
      return { answer, isOwn: true };
    }
  }

  async function doIt(name: string, lease: string, work: () => Promise<string>): Promise<Outcome | 'taken'> {
    const renewal = setInterval(() => {
      redis.eval(IF_MINE, 1, name, lease, lease, leaseMs).catch(() => undefined);
    }, leaseMs / 4).unref();
    try {
      return await keep(name, lease, await work());
    } finally {
      clearInterval(renewal);
    }
  }

  return {
    async once(key, work) {
      const name = `wechat:${appId}:message:${createHash('sha256').update(key).digest('base64url')}`;
      const lease = `${PENDING}${randomUUID()}`;
      for (let waited = 0; waited <= GIVE_UP_MS; waited += POLL_MS) {
        if (await redis.set(name, lease, 'PX', leaseMs, 'NX')) {
          const outcome = await doIt(name, lease, work);
          if (outcome !== 'taken') {
            return outcome;
          }
        }
        const there = await redis.get(name);
        if (there && !there.startsWith(PENDING)) {
          return { answer: cipher.open(name, there), isOwn: false };
        }
        await delay(POLL_MS);
      }
      return null;
    },
  };
}
