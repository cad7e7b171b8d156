import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type EmbeddedStores, startEmbedded } from '../embedded';
import { type Lease, leaseDatabases, RUN } from './run';

/** What the tear-down finds again; both run in the process that jest was started as. */
export interface TestRun {
  /** Undefined when the caller's own stores are used. */
  stores: EmbeddedStores | undefined;
  lease: Lease;
  mongoUri: string;
  id: string;
}

declare global {
  var jijiaotongTestRun: Promise<TestRun> | undefined;
}

async function start(workers: number): Promise<TestRun> {
  const given = { mongoUri: process.env[RUN.mongoUri], redisUrl: process.env[RUN.redisUrl] };
  const stores =
    given.mongoUri && given.redisUrl
      ? undefined
      : await startEmbedded({
          dataDir: process.env.JIJIAOTONG_DATA || join(__dirname, '../../.data'),
          throwAway: true,
          report: (line) => process.stderr.write(`${line}\n`),
          // Tests never touch the stores that a person's MONGODB_URI and REDIS_URL name: those may hold real data.
          env: { ...process.env, MONGODB_URI: given.mongoUri, REDIS_URL: given.redisUrl },
        });
  const mongoUri = given.mongoUri || stores?.mongoUri || '';
  const redisUrl = given.redisUrl || stores?.redisUrl || '';
  const id = `jjt_${randomBytes(4).toString('hex')}`;
  try {
    const lease = await leaseDatabases(redisUrl, id, workers);
    process.env[RUN.mongoUri] = mongoUri;
    process.env[RUN.redisUrl] = redisUrl;
    process.env[RUN.id] = id;
    process.env[RUN.redisBase] = String(lease.base);
    return { stores, lease, mongoUri, id };
  } catch (error) {
    await stores?.stop();
    throw new Error(
      `测试用的 Redis ${redisUrl} 不能使用。若 ${RUN.redisUrl} 指向已停止的进程，请 unset 它或重新启动 server/embedded/cli.ts。`,
      { cause: error },
    );
  }
}

/** Starts throw-away stores once a jest process, unless JJT_TEST_MONGODB_URI and JJT_TEST_REDIS_URL name stores to use. */
export default async function globalSetup(config: { maxWorkers: number }): Promise<void> {
  globalThis.jijiaotongTestRun ??= start(Math.max(1, config.maxWorkers));
  await globalThis.jijiaotongTestRun;
}
