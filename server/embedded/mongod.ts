import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, makeThrowAway, sweepThrowAways, throwAwayParent } from './folders';
import type { StartContext } from './types';

const PROBE_MS = 2_000;

const binaryFolder = (context: StartContext): string => join(cacheFolder(context), 'mongod');

/** Starts `mongod` as a one-member replica set, because transactions need one. Without `binary` the download is used. */
export async function startMongod(
  binary: string | undefined,
  context: StartContext,
): Promise<{ url: string; stop(): Promise<void> }> {
  const { MongoMemoryReplSet } = await import('mongodb-memory-server');
  await sweepThrowAways(throwAwayParent(), 'SIGTERM');
  const folder = context.throwAway ? await makeThrowAway() : join(context.dataDir, 'mongodb');
  await mkdir(folder, { recursive: true });
  const downloadDir = binaryFolder(context);
  const set = await MongoMemoryReplSet.create({
    binary: binary ? { systemBinary: binary } : { downloadDir },
    instanceOpts: [{ dbPath: folder, storageEngine: 'wiredTiger' }],
    replSet: { count: 1, name: 'jijiaotong', storageEngine: 'wiredTiger', ip: '127.0.0.1' },
  });
  return {
    url: set.getUri('jijiaotong'),
    stop: async () => {
      await set.stop({ doCleanup: false });
      if (context.throwAway) {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Why `mongod` cannot be downloaded now, or undefined when it can (or was before). Answers within two seconds. */
export async function whyNoDownload(context: StartContext): Promise<string | undefined> {
  try {
    const { DryMongoBinary } = await import('mongodb-memory-server');
    const options = await DryMongoBinary.generateOptions({ downloadDir: binaryFolder(context) });
    if (await DryMongoBinary.locateBinary(options)) {
      return undefined;
    }
    const { MongoBinaryDownloadUrl } = await import(
      'mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl'
    );
    const url = await new MongoBinaryDownloadUrl(options).getDownloadUrl();
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
    return answer.ok ? undefined : `下载站回答 ${answer.status}`;
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause?.code;
    return `不能从 MongoDB 的下载站下载 mongod（${cause ?? (error as Error).name}）`;
  }
}
