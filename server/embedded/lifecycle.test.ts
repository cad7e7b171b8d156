import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { CLUSTERS } from './documentdb/install';
import { throwAwayParent } from './folders';
import { type EmbeddedStores, startEmbedded } from './index';

const ROOT = join(__dirname, '../..');
/** Installations of this checkout are used; data and everything else is the test's own. */
const CACHE = process.env.JIJIAOTONG_CACHE || join(ROOT, '.data');
const clusters = join(CACHE, 'documentdb/rootfs', CLUSTERS);

let dataDir: string;

const env = { ...process.env, MONGODB_URI: undefined, REDIS_URL: undefined, JIJIAOTONG_CACHE: CACHE };
const start = (throwAway: boolean): Promise<EmbeddedStores> =>
  startEmbedded({ dataDir, throwAway, report: () => undefined, env });

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await pause(50);
  }
}

/** Command lines of all processes that hold the text. */
async function processesWith(text: string): Promise<string[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return lines.filter((line) => line.includes(text));
}

const portOf = (url: string): string => new URL(url).port;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jjt-data-'));
});

afterEach(async () => {
  const name = await readFile(join(dataDir, 'documentdb/cluster'), 'utf8').catch(() => '');
  if (name) {
    await rm(join(clusters, name), { recursive: true, force: true });
  }
  await rm(dataDir, { recursive: true, force: true });
});

describe('persistent stores', () => {
  async function write(stores: EmbeddedStores): Promise<void> {
    const connection = await mongoose.createConnection(stores.mongoUri).asPromise();
    await connection
      .collection('kept')
      .insertOne({ name: '株洲' }, { writeConcern: { w: 'majority', j: true } });
    await connection.close();
    const redis = new Redis(stores.redisUrl);
    await redis.set('kept', '是');
    await redis.quit();
  }
  async function read(stores: EmbeddedStores): Promise<[string | undefined, string | null]> {
    const connection = await mongoose.createConnection(stores.mongoUri).asPromise();
    const document = await connection.collection('kept').findOne();
    await connection.close();
    const redis = new Redis(stores.redisUrl);
    const value = await redis.get('kept');
    await redis.quit();
    return [document?.name, value];
  }

  it('hold the same data after stop and start, and leave nothing running', async () => {
    const first = await start(false);
    await write(first);
    await expect(start(false)).rejects.toThrow('使用');
    await first.stop();
    await first.stop();
    expect(await processesWith(`127.0.0.1:${portOf(first.redisUrl)}`)).toEqual([]);
    expect(
      await processesWith('persistent-').then((all) => all.filter((line) => line.includes(dataDir))),
    ).toEqual([]);
    const cluster = await readFile(join(dataDir, 'documentdb/cluster'), 'utf8').catch(() => 'none');
    expect(await processesWith(cluster)).toEqual([]);
    const second = await start(false);
    expect(await read(second)).toEqual(['株洲', '是']);
    await second.stop();
  });

  it('do not disturb throw-away ones beside them', async () => {
    const [one, two, three] = await Promise.all([start(false), start(true), start(true)]);
    await write(one);
    expect(await read(two)).toEqual([undefined, null]);
    await write(two);
    await two.stop();
    expect(await read(three)).toEqual([undefined, null]);
    expect(await read(one)).toEqual(['株洲', '是']);
    await three.stop();
    await one.stop();
  });
});

describe('a process that dies', () => {
  let child: ChildProcess;

  /** Starts throw-away stores in another process. */
  async function startElsewhere(): Promise<{ mongoUri: string; redisUrl: string; pid: number }> {
    child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'cli.ts')], {
      cwd: ROOT,
      env: { ...env, JIJIAOTONG_DATA: dataDir } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    await until(() => output.includes('JJT_TEST_REDIS_URL=') || child.exitCode !== null);
    const [mongoUri = '', redisUrl = ''] = [...output.matchAll(/='(.*)'/g)].map((match) => match[1]);
    return { mongoUri, redisUrl, pid: child.pid ?? 0 };
  }

  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
    'of %s leaves nothing running and no folder',
    async (signal) => {
      const { redisUrl, pid } = await startElsewhere();
      const marker = `throwaway-${pid}-`;
      const redis = `127.0.0.1:${portOf(redisUrl)}`;
      const folders = async (): Promise<string[]> => {
        const all = await Promise.all(
          [throwAwayParent(), clusters].map((parent) => readdir(parent).catch(() => [])),
        );
        return all.flat().filter((name) => name.startsWith(marker));
      };
      expect((await folders()).length).toBeGreaterThan(0);
      expect(await processesWith(redis)).not.toEqual([]);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await ended;
      await until(async () => (await processesWith(redis)).length === 0);
      await until(async () => (await processesWith(marker)).length === 0);
      await until(async () => (await folders()).length === 0);
      expect(existsSync(dataDir)).toBe(true);
    },
  );
});
