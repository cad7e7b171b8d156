/** What the benchmarks of check-ins stand on: throw-away stores, a set-up by the server's own code, servers as processes of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createServices, type Services } from '../server/areas/services';
import { startEmbedded } from '../server/embedded';
import { freePort } from '../server/embedded/machine';
import type { Platform } from '../server/platform';
import { readConfig } from '../server/platform/config';
import { createPlatform } from '../server/platform/create';
import { ensureIndexes } from '../server/platform/mongo';

export const PUBLIC_URL = 'http://127.0.0.1:8080';
const ROOT = join(__dirname, '..');
const READY_TRIES = 600;
/** As the nation has it where no authority sets another. */
export const PERIOD_MS = 5_000;

export interface StoreUrls {
  mongoUri: string;
  redisUrl: string;
}

/** The environment of a server on these stores. */
export const serverEnv = ({ mongoUri, redisUrl }: StoreUrls, port: number): Record<string, string> => ({
  PORT: String(port),
  HOST: '127.0.0.1',
  PUBLIC_URL,
  MONGODB_URI: mongoUri,
  REDIS_URL: redisUrl,
  DATA_KEYS: `b1:${Buffer.alloc(32, 1).toString('base64')}`,
  INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
  LOG_LEVEL: 'fatal',
});

export interface Bench {
  platform: Platform;
  services: Services;
  stop(): Promise<void>;
}

/** The server's services without a listener: for the set-up, for the codes on the screen and for counting afterwards. */
export async function openBench(stores: StoreUrls): Promise<Bench> {
  const platform = await createPlatform(readConfig(serverEnv(stores, 0)));
  const services = createServices(platform);
  await ensureIndexes(platform.mongo);
  return {
    platform,
    services,
    async stop() {
      platform.redis.disconnect();
      await platform.mongo.close();
    },
  };
}

/** Reads a screen as a phone's camera does: the text of its present code, asked for once a turn. */
export function screenOf({ checkIns }: Services, displayId: string): () => Promise<string> {
  let shown: { text: Promise<string>; until: number } | null = null;
  async function read(): Promise<string> {
    const { token, turnsInMs } = await checkIns.tokens.current(displayId, PERIOD_MS);
    if (shown) {
      shown.until = performance.now() + turnsInMs;
    }
    return `${PUBLIC_URL}/q/${token}`;
  }
  return async () => {
    if (!shown || performance.now() >= shown.until) {
      shown = { text: Promise.resolve(''), until: Number.POSITIVE_INFINITY };
      shown.text = read();
      shown.text.catch(() => {
        shown = null;
      });
    }
    return shown.text;
  };
}

/** Stores that are gone afterwards; what they are is told on stderr, since stdout is for the figures. */
export const throwAwayStores = () =>
  startEmbedded({ dataDir: '.data', throwAway: true, report: (text) => console.error(text) });

export interface ServerProcess {
  url: string;
  child: ChildProcess;
  stop(): Promise<void>;
}

/**
 * Starts a script as a process of its own and waits until it answers.
 * @param script From the root; it listens on the PORT of its environment.
 */
export async function startProcess(script: string, stores: StoreUrls, port?: number): Promise<ServerProcess> {
  const own = port ?? (await freePort());
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: ROOT,
    env: { ...process.env, ...serverEnv(stores, own) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${own}`;
  for (let tries = 0; tries < READY_TRIES && child.exitCode === null; tries += 1) {
    if (await answers(url)) {
      return { url, child, stop: async () => end(child) };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await end(child);
  throw new Error(`${script} does not answer`);
}

const answers = async (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}
