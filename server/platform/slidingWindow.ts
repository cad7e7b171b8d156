import type { Platform } from './index';

const TAKE = `
redis.call('zremrangebyscore', KEYS[1], '-inf', ARGV[1] - ARGV[2])
if not redis.call('zscore', KEYS[1], ARGV[4]) and redis.call('zcard', KEYS[1]) >= tonumber(ARGV[3]) then
  return redis.call('zrange', KEYS[1], 0, 0, 'WITHSCORES')[2] + ARGV[2] - ARGV[1]
end
redis.call('zadd', KEYS[1], ARGV[1], ARGV[4])
redis.call('pexpire', KEYS[1], ARGV[2])
return 0`;

export interface SlidingWindow {
  /**
   * Counts one; where it is said `what` was tried, the same again counts once. 0: go on; else milliseconds until the next one may
   * come (that one is not counted).
   */
  take(who: string, what?: string): Promise<number>;
  /** Whether as many have been counted as are allowed. */
  isFull(who: string): Promise<boolean>;
}

/**
 * At most so many within any stretch of so many milliseconds, counted in Redis for all processes. Who it is about, and
 * what was tried, stand there as keyed hashes only.
 */
export function createSlidingWindow(
  { redis, clock, random, cipher }: Pick<Platform, 'redis' | 'clock' | 'random' | 'cipher'>,
  name: string,
  { most, ms }: { most: number; ms: number },
): SlidingWindow {
  const hash = (text: string) => cipher.hash(`window ${name}`, text);
  const keyOf = (who: string) => `window:${name}:${hash(who)}`;
  return {
    async take(who, what) {
      const one = what === undefined ? random.bytes(9).toString('base64url') : hash(what);
      return Number(await redis.eval(TAKE, 1, keyOf(who), clock.now(), ms, most, one));
    },
    isFull: async (who) => (await redis.zcount(keyOf(who), `(${clock.now() - ms}`, '+inf')) >= most,
  };
}
