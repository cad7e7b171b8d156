import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, ownIdentity } from './identity';
import { endLeftOver } from './service';
import type { StartContext } from './types';

const SETTLE_MS = 50;
const THROW_AWAY = /^throwaway-(\d+-\d+)-[0-9a-f]+$/;

/** Where installations and downloads are kept: beside the data, or in `JIJIAOTONG_CACHE`, which several checkouts may share. */
export function cacheFolder({ env, dataDir }: StartContext): string {
  return env.JIJIAOTONG_CACHE || dataDir;
}

/** A name for a throw-away folder that says which process owns it, so that a later start can sweep it away. */
export function throwAwayName(): string {
  return `throwaway-${ownIdentity()}-${randomBytes(4).toString('hex')}`;
}

/** Where throw-away folders of Redis and `mongod` live. */
export function throwAwayParent(): string {
  return join(tmpdir(), 'jijiaotong');
}

/** A new throw-away folder in the system's temporary folder. */
export async function makeThrowAway(): Promise<string> {
  const folder = join(throwAwayParent(), throwAwayName());
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Removes throw-away folders in `parent` whose owner is gone, after ending the service that their `service.pid` names. */
export async function sweepThrowAways(parent: string, signal: NodeJS.Signals): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const owner = THROW_AWAY.exec(name)?.[1];
    if (owner && !isAlive(owner)) {
      await endLeftOver(join(parent, name, 'service.pid'), signal);
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
}

/**
 * Takes a data folder for this process, so that two processes never write one Redis file. A claim whose owner is dead is taken over.
 * @throws Error (Chinese) when a living process holds it.
 */
export async function claimFolder(dataDir: string): Promise<() => Promise<void>> {
  const file = join(dataDir, 'embedded.owner');
  await mkdir(dataDir, { recursive: true });
  for (let tries = 0; tries < 3; tries++) {
    try {
      await writeFile(file, ownIdentity(), { flag: 'wx' });
      // Another that saw the same dead owner may have removed this claim for its own in the same moment.
      await new Promise((done) => setTimeout(done, SETTLE_MS));
      if ((await readFile(file, 'utf8')) === ownIdentity()) {
        return () => rm(file, { force: true });
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw error;
      }
    }
    const owner = await readFile(file, 'utf8').catch(() => '');
    if (isAlive(owner)) {
      throw new Error(
        `数据目录 ${dataDir} 正由进程 ${owner.split('-')[0]} 使用。请先停止那个进程，或用 JIJIAOTONG_DATA 另选一个目录。`,
      );
    }
    await rm(file, { force: true });
  }
  throw new Error(`无法占用数据目录 ${dataDir}：另一个进程正在启动，请稍后再试。`);
}
