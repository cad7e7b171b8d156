import { composeBindingCode } from '@common/rules/bindingCode';
import type { BindingState } from '@common/terms';
import type { Platform } from '../../platform';

export const CODE_SECONDS = 600;
const LIFE_MS = CODE_SECONDS * 1000;

/** A code that reached an account: no other WeChat can use it until `settle` says what became of it. */
export interface TakenCode {
  learnerId: string;
  /** This WeChat was bound by it before: there is nothing to do, or settle. */
  isDone: boolean;
  /** `waiting` where it could not be tried: it is good for another try. */
  settle(state: Exclude<BindingState, 'expired'>): Promise<void>;
}

/** 绑定码: ten minutes, good once, one open a learner and account. Redis keeps its keyed hash only. */
export interface BindingCodes {
  /** Begins a binding in place of any before. */
  begin(account: string, learnerId: string): Promise<{ code: string; expiresAt: number }>;
  /**
   * Null for a code that never was, was replaced or is too old, or is another account's or WeChat's. The same WeChat gets it again:
   * the process that was at it may have died.
   */
  take(account: string, code: string, openid: string): Promise<TakenCode | null>;
  /** Ends what the learner has begun, in all these accounts. */
  end(accounts: readonly string[], learnerId: string): Promise<void>;
  /** How far the learner's last one has come; `expired` where there is none. */
  state(account: string, learnerId: string): Promise<BindingState>;
}

/** Of two WeChats that use a code at once one gets through. Answers the state before, nil where it is not this one's. */
const TAKE = `
local code, state, by = unpack(redis.call('hmget', KEYS[1], 'code', 'state', 'by'))
if code ~= ARGV[1] or (state ~= 'waiting' and by ~= ARGV[2]) then return nil end
if state == 'waiting' then redis.call('hset', KEYS[1], 'state', 'busy', 'by', ARGV[2]) end
return state`;

const SETTLE = `
if redis.call('hget', KEYS[1], 'code') == ARGV[1] and redis.call('hget', KEYS[1], 'state') == 'busy' then
  redis.call('hset', KEYS[1], 'state', ARGV[2])
end`;

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
        .del(key)
        .hset(key, { code: hash, until: expiresAt, state: 'waiting' })
        // Twice as long, so that a page which waits is told that it is over.
        .pexpire(key, 2 * LIFE_MS)
        .exec();
      await redis.set(codeKey(hash), learnerId, 'PX', LIFE_MS);
      return { code, expiresAt };
    },
    async take(account, code, openid) {
      const hash = hashOf(account, code);
      const learnerId = await redis.get(codeKey(hash));
      if (!learnerId) {
        return null;
      }
      const key = openKey(account, learnerId);
      const until = Number(await redis.hget(key, 'until'));
      if (until <= clock.now()) {
        return null;
      }
      const before = await redis.eval(TAKE, 1, key, hash, cipher.hash('openid', openid));
      if (before === null || before === 'refused') {
        return null;
      }
      return {
        learnerId,
        isDone: before === 'bound',
        async settle(state) {
          await redis.eval(SETTLE, 1, key, hash, state);
        },
      };
    },
    async end(accounts, learnerId) {
      await Promise.all(accounts.map(async (account) => redis.del(openKey(account, learnerId))));
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
