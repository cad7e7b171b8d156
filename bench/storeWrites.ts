import type { Platform } from '../server/platform';

/** Writes to the two stores since they were asked for. */
export interface Written {
  redis: number;
  /** Null where the store does not count them (the DocumentDB gateway). */
  mongo: number | null;
}

const REDIS_WRITES = [
  'set',
  'del',
  'incr',
  'expire',
  'pexpire',
  'hset',
  'zadd',
  'eval',
  'evalsha',
  'publish',
];

/** Counts from now on. */
export async function storeWrites({ redis, mongo }: Pick<Platform, 'redis' | 'mongo'>) {
  async function read(): Promise<Written> {
    const stats = await redis.info('commandstats');
    const calls = REDIS_WRITES.map((name) => {
      const [, count] = new RegExp(`^cmdstat_${name}:calls=(\\d+)`, 'm').exec(stats) ?? [];
      return Number(count ?? 0);
    });
    const status = await mongo.db
      ?.admin()
      .command({ serverStatus: 1 })
      .catch(() => null);
    const { insert, update, delete: removed } = status?.opcounters ?? {};
    return {
      redis: calls.reduce((sum, count) => sum + count, 0),
      mongo: status ? Number(insert) + Number(update) + Number(removed) : null,
    };
  }
  const before = await read();
  return {
    async since(): Promise<Written> {
      const now = await read();
      return {
        redis: now.redis - before.redis,
        mongo: now.mongo === null || before.mongo === null ? null : now.mongo - before.mongo,
      };
    },
  };
}
