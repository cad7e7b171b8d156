import type { Limit } from '@common/contract/endpoint';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Platform } from '../platform';
import { appError } from './errors';

/** Counts a call against a limit. Limits live in Redis, so they hold across processes. */
export type RateLimiter = (name: string, limit: Limit, key: string) => Promise<void>;

/**
 * Builds the limiter. A caller with a session is counted by it and not by its address, because a whole hospital sits behind
 * one. An outage of Redis is logged and lets the call through: a limit must not become a switch that stops check-ins.
 * @throws AppError TOO_MANY_REQUESTS with the seconds to wait.
 */
export function createRateLimiter(platform: Platform): RateLimiter {
  const limiters = new Map<string, RateLimiterRedis>();
  return async (name, limit, key) => {
    let limiter = limiters.get(name);
    if (!limiter) {
      limiter = new RateLimiterRedis({
        storeClient: platform.redis,
        keyPrefix: `limit:${name}`,
        points: limit.points,
        duration: limit.seconds,
      });
      limiters.set(name, limiter);
    }
    try {
      await limiter.consume(key);
    } catch (refused) {
      if (refused instanceof RateLimiterRes) {
        throw tooMany(refused.msBeforeNext);
      }
      platform.log.warn({ err: refused, limit: name }, 'rate limiter without its store');
    }
  };
}

function tooMany(ms: number) {
  const retryAfter = Math.max(1, Math.ceil(ms / 1000));
  const wait = retryAfter < 120 ? `${retryAfter}秒` : `${Math.ceil(retryAfter / 60)}分钟`;
  return appError('TOO_MANY_REQUESTS', { message: `操作过于频繁，请${wait}后再试`, retryAfter });
}
