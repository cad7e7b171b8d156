import { dayOf } from '@common/rules/shanghaiTime';
import type { Redis } from 'ioredis';
import type { Clock } from '../clock';
import type { Metrics } from '../metrics';
import { type WechatError, wordsOf } from './wechatError';

/** How often an interface of WeChat's failed with the same errcode; null is no usable answer. */
export interface WechatErrorCount {
  path: string;
  errcode: number | null;
  /** What the errcode means, for those who run the system. */
  words: string;
  count: number;
}

export interface ErrorCounts {
  add(path: string, error: WechatError): void;
  /** Of the last so many days, today's included; most first. */
  of(days: number): Promise<WechatErrorCount[]>;
}

const DAY_MS = 86_400_000;
const KEEP_SECONDS = 100 * 86_400;
const keyOf = (day: string) => `wechat:errors:${day}`;

/** Counts for this process's metrics, and by day in Redis for all processes together. */
export function createErrorCounts({
  redis,
  clock,
  metrics,
}: {
  redis: Redis;
  clock: Clock;
  metrics?: Pick<Metrics, 'wechatErrors'>;
}): ErrorCounts {
  return {
    add(path, { errcode }) {
      metrics?.wechatErrors.inc({ path, errcode: String(errcode ?? 'none') });
      const key = keyOf(dayOf(clock.now()));
      // A count that is lost must not make the trouble any greater.
      void redis
        .multi()
        .hincrby(key, `${errcode ?? ''} ${path}`, 1)
        .expire(key, KEEP_SECONDS)
        .exec()
        .catch(() => undefined);
    },
    async of(days) {
      const hashes = await Promise.all(
        Array.from({ length: days }, async (_, ago) =>
          redis.hgetall(keyOf(dayOf(clock.now() - ago * DAY_MS))),
        ),
      );
      const counts = new Map<string, number>();
      for (const [field, count] of hashes.flatMap(Object.entries)) {
        counts.set(field, (counts.get(field) ?? 0) + Number(count));
      }
      return [...counts]
        .map(([field, count]) => {
          const [code = '', path = ''] = field.split(' ');
          const errcode = code === '' ? null : Number(code);
          return { path, errcode, words: wordsOf(errcode), count };
        })
        .sort((a, b) => b.count - a.count || (a.path < b.path ? -1 : 1));
    },
  };
}
