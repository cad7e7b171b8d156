import type { Platform } from '../../platform';

/** How often something may be tried within an hour (DESIGN, `kj` is answered safely). */
const TRIES_AN_HOUR = 5;
const HOUR_MS = 3_600_000;

const TAKE = `
redis.call('zremrangebyscore', KEYS[1], '-inf', ARGV[1] - ARGV[2])
if redis.call('zcard', KEYS[1]) >= tonumber(ARGV[3]) then
  return redis.call('zrange', KEYS[1], 0, 0, 'WITHSCORES')[2] + ARGV[2] - ARGV[1]
end
redis.call('zadd', KEYS[1], ARGV[1], ARGV[4])
redis.call('pexpire', KEYS[1], ARGV[2])
return 0`;

export interface Tries {
  /** Counts a try. 0: go on; else milliseconds until the next one may come (that one is not counted). */
  take(kind: string, who: string): Promise<number>;
}

/** A sliding hour, counted in Redis for all processes. Who it is about stands in the key as a keyed hash only. */
export function createTries(
  { redis, clock, random, cipher }: Pick<Platform, 'redis' | 'clock' | 'random' | 'cipher'>,
  appId: string,
): Tries {
  return {
    async take(kind, who) {
      const key = `wechat:${appId}:tries:${kind}:${cipher.hash(`tries ${kind}`, who)}`;
      const one = random.bytes(9).toString('base64url');
      return Number(await redis.eval(TAKE, 1, key, clock.now(), HOUR_MS, TRIES_AN_HOUR, one));
    },
  };
}
