import { resolve } from 'node:path';
import { chooseMongo } from './chooseMongo';
import { chooseRedis } from './chooseRedis';
import { claimFolder } from './folders';
import type { EmbeddedOptions, EmbeddedStores, StartContext, StartedStore } from './types';

export type { EmbeddedOptions, EmbeddedStores, StoreChoice, StoreKind } from './types';

const NOT_NEEDED: StartedStore = {
  url: '',
  choice: { kind: 'external', reason: '没有要求启动' },
  stop: async () => undefined,
};

/**
 * Starts MongoDB and Redis, each in the first way that this machine allows (DESIGN, "Embedded default"), and reports what was
 * chosen and why.
 * @throws Error (Chinese) that names what was tried and the three remedies, or the process that already uses the data folder.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedStores> {
  const context: StartContext = {
    dataDir: resolve(options.dataDir),
    throwAway: options.throwAway,
    report: options.report,
    env: options.env ?? process.env,
  };
  const needMongo = options.need?.mongo ?? true;
  const needRedis = options.need?.redis ?? true;
  // Persistent files have one owner at a time; where both stores are elsewhere there is nothing to own.
  const ownsFiles = (needMongo && !context.env.MONGODB_URI) || (needRedis && !context.env.REDIS_URL);
  const release =
    ownsFiles && !context.throwAway ? await claimFolder(context.dataDir) : async () => undefined;

  const outcomes = await Promise.allSettled([
    needMongo ? chooseMongo(context) : NOT_NEEDED,
    needRedis ? chooseRedis(context) : NOT_NEEDED,
  ]);
  const [mongo, redis] = outcomes;
  let stopping: Promise<void> | undefined;
  const stopAll = async (): Promise<void> => {
    const started = outcomes.flatMap((outcome) =>
      outcome.status === 'fulfilled' ? [outcome.value.stop()] : [],
    );
    const failed = (await Promise.allSettled(started)).find((outcome) => outcome.status === 'rejected');
    await release();
    if (failed) {
      throw failed.reason;
    }
  };
  if (mongo.status === 'rejected' || redis.status === 'rejected') {
    await stopAll();
    throw mongo.status === 'rejected' ? mongo.reason : (redis as PromiseRejectedResult).reason;
  }
  return {
    mongoUri: mongo.value.url,
    redisUrl: redis.value.url,
    mongo: mongo.value.choice,
    redis: redis.value.choice,
    stop: () => {
      stopping ??= stopAll();
      return stopping;
    },
  };
}
