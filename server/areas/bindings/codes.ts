import { composeBindingCode } from '@common/rules/bindingCode';
import type { BindingState } from '@common/terms';
import type { Platform } from '../../platform';

export const CODE_SECONDS = 600;
const LIFE_MS = CODE_SECONDS * 1000;

/** A code that reached an account: nobody else can use it until `settle` says what became of it. */
export interface TakenCode {
  learnerId: string;
  /** `waiting` where it could not be tried: it is good for another try. */
  settle(state: Exclude<BindingState, 'expired'>): Promise<void>;
}

/** 绑定码: ten minutes, good once, one open a learner and account. Redis keeps its keyed hash only. */
export interface BindingCodes {
  /** Begins a binding in place of any before. */
  begin(account: string, learnerId: string): Promise<{ code: string; expiresAt: number }>;
  /** Null for a code that never was, was used, replaced or is too old, or is another account's. */
  take(account: string, code: string): Promise<TakenCode | null>;
  /** How far the learner's last one has come; `expired` where there is none. */
  state(account: string, learnerId: string): Promise<BindingState>;
}

/** One step from a state to another, of this code only: of two who use it at once one gets through. */
const MOVE = `
if redis.call('hget', KEYS[1], 'code') ~= ARGV[1] or redis.call('hget', KEYS[1], 'state') ~= ARGV[2] then return 0 end
redis.call('hset', KEYS[1], 'state', ARGV[3])
return 1`;

export function createBindingCodes({
  redis,
  cipher,
  clock,
  random,
}: Pick<Platform, 'redis' | 'cipher' | 'clock' | 'random'>): BindingCodes {
  const hashOf = (account: string, code: string) => cipher.hash('bindingCode', `${account} ${code}`);
  const codeKey = (hash: string) => `binding:code:${hash}`;
  const openKey = (account: string, learnerId: string) => `binding:open:${account}:${learnerId}`;

  return {
    async begin(account, learnerId) {
      const code = composeBindingCode(random.bytes(8));
      const expiresAt = clock.now() + LIFE_MS;
      const hash = hashOf(account, code);
      const key = openKey(account, learnerId);
      await redis
        .multi()
        .hset(key, { code: hash, until: expiresAt, state: 'waiting' })
        // Twice as long, so that a page which waits is told that it is over.
        .pexpire(key, 2 * LIFE_MS)
        .exec();
      await redis.set(codeKey(hash), learnerId, 'PX', LIFE_MS);
      return { code, expiresAt };
    },
    async take(account, code) {
      const hash = hashOf(account, code);
      const learnerId = await redis.get(codeKey(hash));
      if (!learnerId) {
        return null;
      }
      const key = openKey(account, learnerId);
      const until = Number(await redis.hget(key, 'until'));
      if (until <= clock.now() || (await redis.eval(MOVE, 1, key, hash, 'waiting', 'busy')) !== 1) {
        return null;
      }
      return {
        learnerId,
        async settle(state) {
          await redis.eval(MOVE, 1, key, hash, 'busy', state);
        },
      };
    },
    async state(account, learnerId) {
      const [state, until] = await redis.hmget(openKey(account, learnerId), 'state', 'until');
      if (state === 'bound' || state === 'refused') {
        return state;
      }
      return Number(until ?? 0) > clock.now() ? 'waiting' : 'expired';
    },
  };
}
