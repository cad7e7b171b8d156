import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { RUN } from './run';

/** The stores of one test file. */
export interface TestStores {
  /** Names a database that no other worker uses. */
  mongoUri: string;
  /** Names a logical Redis database that no other worker uses. */
  redisUrl: string;
  /** Empties both. Collections and indexes stay: making them costs tens of milliseconds each. */
  reset(): Promise<void>;
  /** Closes what `reset` opened. Call it in `afterAll`. */
  close(): Promise<void>;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(
      `${name} is missing: testStores() works in the jest projects that use server/testing/globalSetup.ts`,
    );
  }
  return value;
}

/** The calling test file's stores: a database and a Redis number of this run and jest worker. Needs no waiting. */
export function testStores(): TestStores {
  const worker = Number(process.env.JEST_WORKER_ID ?? 1);
  const mongoUri = new URL(required(RUN.mongoUri));
  mongoUri.pathname = `/${required(RUN.id)}_${worker}`;
  const redisUrl = new URL(required(RUN.redisUrl));
  redisUrl.pathname = `/${Number(required(RUN.redisBase)) + worker - 1}`;
  let client: mongoose.mongo.MongoClient | undefined;
  let redis: Redis | undefined;

  return {
    mongoUri: mongoUri.href,
    redisUrl: redisUrl.href,
    reset: async () => {
      client ??= new mongoose.mongo.MongoClient(mongoUri.href);
      redis ??= new Redis(redisUrl.href);
      const collections = await client.db().collections({ nameOnly: true });
      await Promise.all([...collections.map((collection) => collection.deleteMany({})), redis.flushdb()]);
    },
    close: async () => {
      await client?.close();
      await redis?.quit();
      client = undefined;
      redis = undefined;
    },
  };
}
