import { Redis } from 'ioredis';
import mongoose from 'mongoose';

/** The environment variables that carry a test run from its start to its workers. */
export const RUN = {
  mongoUri: 'JJT_TEST_MONGODB_URI',
  redisUrl: 'JJT_TEST_REDIS_URL',
  /** Prefix of the run's database names. */
  id: 'JJT_TEST_RUN',
  /** The first of the run's logical Redis databases; worker n has the n-th from there. */
  redisBase: 'JJT_TEST_REDIS_BASE',
} as const;

const LEASE_SECONDS = 60;
const leaseKey = (number: number): string => `jjt:test-lease:${number}`;

/** Logical Redis databases that one test run holds, so that several runs can share one Redis. */
export interface Lease {
  base: number;
  release(): Promise<void>;
}

/**
 * Takes `count` neighbouring logical databases, none of them number 0, where the leases are kept. They are renewed until
 * `release`; those of a run that was killed are free after a minute.
 * @throws Error when all are taken.
 */
export async function leaseDatabases(redisUrl: string, runId: string, count: number): Promise<Lease> {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 2 });
  redis.on('error', () => undefined);
  const [, total] = (await redis.config('GET', 'databases')) as [string, string];
  for (let base = 1; base + count <= Number(total); base++) {
    const taken = await takeAll(redis, runId, base, count);
    if (taken) {
      const keys = Array.from({ length: count }, (_, i) => leaseKey(base + i));
      const renew = setInterval(
        () => {
          for (const key of keys) {
            redis.expire(key, LEASE_SECONDS).catch(() => undefined);
          }
        },
        (LEASE_SECONDS * 1000) / 3,
      );
      renew.unref();
      const release = async (): Promise<void> => {
        clearInterval(renew);
        await redis.del(...keys);
        await redis.quit();
      };
      return { base, release };
    }
  }
  redis.disconnect();
  throw new Error(
    `没有 ${count} 个相邻的空闲 Redis 逻辑库（共 ${total} 个）：请等待其他测试结束，或换一个 JJT_TEST_REDIS_URL。`,
  );
}

/** All or nothing in one step, so that two runs starting at once cannot each hold half. */
async function takeAll(redis: Redis, runId: string, base: number, count: number): Promise<boolean> {
  const keys = Array.from({ length: count }, (_, i) => leaseKey(base + i));
  const pairs = keys.flatMap((key) => [key, runId]);
  if ((await redis.msetnx(...pairs)) === 0) {
    return false;
  }
  await Promise.all(keys.map((key) => redis.expire(key, LEASE_SECONDS)));
  return true;
}

/** Removes the databases that a run made on a store that outlives it. */
export async function dropRunDatabases(mongoUri: string, runId: string): Promise<void> {
  const client = await mongoose.mongo.MongoClient.connect(mongoUri);
  try {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    for (const { name } of databases) {
      if (name.startsWith(`${runId}_`)) {
        await client.db(name).dropDatabase();
      }
    }
  } finally {
    await client.close();
  }
}
