import { dayOf } from '@common/rules/shanghaiTime';
import type { Platform } from '../../platform';

/** The same message takes one place however often it is tried. */
const TAKE = `
if redis.call('sismember', KEYS[1], ARGV[1]) == 1 then
  return 1
end
if redis.call('scard', KEYS[1]) >= tonumber(ARGV[2]) then
  return 0
end
redis.call('sadd', KEYS[1], ARGV[1])
redis.call('expire', KEYS[1], ARGV[3])
return 1`;
const KEPT_SECONDS = 36 * 3600;

/** How many messages a learner is sent a day (in China), counted in Redis for all processes. */
export interface DailyCap {
  /** Takes one of the day's places; false where there is none left. */
  take(learnerId: string, messageId: string): Promise<boolean>;
  /** Nothing was sent: the place is for another one. */
  giveBack(learnerId: string, messageId: string): Promise<void>;
}

export function createDailyCap({ redis, clock, config }: Platform): DailyCap {
  const keyOf = (learnerId: string) => `notified:${learnerId}:${dayOf(clock.now())}`;
  return {
    async take(learnerId, messageId) {
      const { MESSAGES_A_DAY: most } = config;
      return (await redis.eval(TAKE, 1, keyOf(learnerId), messageId, most, KEPT_SECONDS)) === 1;
    },
    async giveBack(learnerId, messageId) {
      await redis.srem(keyOf(learnerId), messageId);
    },
  };
}
