import { Redis } from 'ioredis';
import type { Log } from './log';

/** A connection to Redis that reconnects by itself and fails a command fast while it is away. */
export function connectRedis(url: string, log: Log, forJobs = false): Redis {
  const redis = new Redis(url, {
    // BullMQ's blocking commands must wait for ever; a request must not.
    maxRetriesPerRequest: forJobs ? null : 2,
    connectTimeout: 3_000,
    retryStrategy: (tries) => Math.min(tries * 100, 2_000),
  });
  redis.on('error', (err) => log.warn({ err }, 'redis'));
  return redis;
}
