import type { Platform } from '../../platform';
import { sameSecret } from '../../platform/cipher';

/** By what the sender said who he is. */
export type Claim = { idNo: string } | { personnelNo: string; last4: string };

/** What became of a code that was sent back. */
export type CodeCheck = { kind: 'none' } | { kind: 'wrong'; left: number } | { kind: 'right'; claim: Claim };

/** How long an SMS code is good, and how many wrong ones end it. */
export const CODE_MINUTES = 10;
export const WRONG_CODES = 5;
const CODE_MS = CODE_MINUTES * 60_000;

const TRY = `
if redis.call('exists', KEYS[1]) == 0 then return nil end
return {redis.call('hincrby', KEYS[1], 'tries', 1), redis.call('hget', KEYS[1], 'sealed')}`;

export interface PendingRecoveries {
  /** Begins one for this sender, in place of any before, and answers its code. Known or unknown, it is the same. */
  begin(openid: string, claim: Claim): Promise<string>;
  /** Counts the try; a right code is good once. */
  check(openid: string, code: string): Promise<CodeCheck>;
}

/** One open recovery a sender, sealed in Redis. */
export function createPendingRecoveries(
  { redis, clock, random, cipher }: Pick<Platform, 'redis' | 'clock' | 'random' | 'cipher'>,
  appId: string,
): PendingRecoveries {
  const keyOf = (openid: string) => `wechat:${appId}:recovery:${cipher.hash('openid', openid)}`;
  return {
    async begin(openid, claim) {
      const key = keyOf(openid);
      const code = String(random.int(1_000_000)).padStart(6, '0');
      const sealed = cipher.seal(key, JSON.stringify({ claim, code, until: clock.now() + CODE_MS }));
      await redis.multi().del(key).hset(key, { sealed, tries: 0 }).pexpire(key, CODE_MS).exec();
      return code;
    },
    async check(openid, code) {
      const key = keyOf(openid);
      const found = (await redis.eval(TRY, 1, key)) as [tries: number, sealed: string] | null;
      if (!found) {
        return { kind: 'none' };
      }
      const [tries, sealed] = found;
      const pending: { claim: Claim; code: string; until: number } = JSON.parse(cipher.open(key, sealed));
      if (tries > WRONG_CODES || clock.now() > pending.until) {
        return { kind: 'none' };
      }
      if (sameSecret(code, pending.code)) {
        // Of two deliveries at once only one deletes it.
        return (await redis.del(key)) === 1 ? { kind: 'right', claim: pending.claim } : { kind: 'none' };
      }
      if (tries === WRONG_CODES) {
        await redis.del(key);
      }
      return { kind: 'wrong', left: WRONG_CODES - tries };
    },
  };
}
