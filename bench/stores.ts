import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type EmbeddedStores, startEmbedded } from '../server/embedded';
import { CLUSTERS } from '../server/embedded/documentdb/install';
import { tcpProxy } from './tcpProxy';

/** A store with durable files, at an address that outlives its process. */
export interface Store {
  url: string;
  /** Kills it without warning, starts it again on the same files, and resolves once it answers. */
  crash(): Promise<void>;
  /** Stops it and removes its files. */
  stop(): Promise<void>;
}

const CACHE = resolve(process.env.JIJIAOTONG_CACHE || '.data');
const DOWN_MS = 500;
const TRIES = 10;

/** Starts one store of the kind that this machine has, with a data folder of its own. */
export async function startStore(kind: 'mongo' | 'redis', dataDir: string): Promise<Store> {
  const start = async (): Promise<EmbeddedStores> =>
    startEmbedded({
      dataDir,
      throwAway: false,
      report: () => undefined,
      env: { ...process.env, MONGODB_URI: undefined, REDIS_URL: undefined, JIJIAOTONG_CACHE: CACHE },
      need: { mongo: kind === 'mongo', redis: kind === 'redis' },
    });
  const urlOf = (stores: EmbeddedStores) => new URL(kind === 'mongo' ? stores.mongoUri : stores.redisUrl);
  let stores = await start();
  const proxy = await tcpProxy(Number(urlOf(stores).port));
  const url = urlOf(stores);
  url.port = String(proxy.port);

  const cluster = async () => {
    const name = await readFile(join(dataDir, 'documentdb/cluster'), 'utf8').catch(() => '');
    return name && join(CACHE, 'documentdb/rootfs', CLUSTERS, name);
  };

  /** Kills the process where its number is known; a `mongod` of its own launcher is stopped by that. */
  async function kill(): Promise<void> {
    const folder = kind === 'redis' ? join(dataDir, 'redis') : await cluster();
    const text = folder ? await readFile(join(folder, 'service.pid'), 'utf8').catch(() => '') : '';
    if (text) {
      process.kill((JSON.parse(text) as { pid: number }).pid, 'SIGKILL');
    }
  }

  return {
    url: url.href,
    async crash() {
      await kill();
      await stores.stop();
      for (let tries = 1; ; tries += 1) {
        // What the dead process still held is let go of meanwhile.
        await new Promise((done) => setTimeout(done, DOWN_MS));
        try {
          stores = await start();
          break;
        } catch (error) {
          if (tries === TRIES) {
            throw error;
          }
        }
      }
      proxy.to(Number(urlOf(stores).port));
    },
    async stop() {
      const folder = await cluster();
      proxy.stop();
      await stores.stop();
      await Promise.all(
        [dataDir, folder].map(async (each) => each && rm(each, { recursive: true, force: true })),
      );
    },
  };
}
