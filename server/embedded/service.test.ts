import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimFolder, sweepThrowAways, throwAwayName } from './folders';
import { commandLine, endProcess, isAlive, ownIdentity } from './identity';
import { endLeftOver, startService } from './service';

const children: ChildProcess[] = [];
let folder: string;
let unique = 0;

/** A process that only waits, with a text of its own in its command line. */
async function sleeper(): Promise<{ pid: number; marker: string; ended: Promise<void> }> {
  const marker = `jijiaotong-test-${process.pid}-${++unique}`;
  const child = spawn('sh', ['-c', 'while :; do sleep 0.05; done', marker], { stdio: 'ignore' });
  children.push(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const pid = child.pid ?? 0;
  while (!(await commandLine(pid)).includes(marker)) {
    await new Promise((done) => setTimeout(done, 5));
  }
  return { pid, marker, ended };
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jjt-service-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL');
  }
  await rm(folder, { recursive: true, force: true });
});

describe('identities', () => {
  it('tells a living process from a dead one and from a later one with its number', async () => {
    expect(isAlive(ownIdentity())).toBe(true);
    expect(isAlive(`${process.pid}-1`)).toBe(false);
    expect(isAlive('')).toBe(false);
    const { pid, marker, ended } = await sleeper();
    const identity = ownIdentity(pid);
    expect(isAlive(identity)).toBe(true);
    await endProcess(pid, marker, 'SIGTERM');
    await ended;
    expect(isAlive(identity)).toBe(false);
  });

  it('takes a process for dead that ended and whose parent has not noticed', async () => {
    const parent = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    children.push(parent);
    const pid = Number(await new Promise<Buffer>((resolve) => parent.stdout?.once('data', resolve)));
    const identity = ownIdentity(pid);
    expect(isAlive(identity)).toBe(true);
    // The kernel takes the memory away a moment before it calls the process a zombie.
    while (isAlive(identity)) {
      await new Promise((done) => setTimeout(done, 20));
    }
    // Nobody has waited for it, so its entry is still there.
    expect(existsSync(`/proc/${pid}`)).toBe(true);
    expect(await commandLine(pid)).toBe('');
  });
});

describe('what was left behind', () => {
  it('is ended when pid file and command line agree', async () => {
    const { pid, marker, ended } = await sleeper();
    const pidFile = join(folder, 'service.pid');
    await writeFile(pidFile, JSON.stringify({ pid, marker }));
    expect(await endLeftOver(pidFile, 'SIGTERM')).toBe(true);
    await ended;
    expect(existsSync(pidFile)).toBe(false);
  });

  it('is left alone when the number belongs to somebody else by now', async () => {
    const { pid } = await sleeper();
    const pidFile = join(folder, 'service.pid');
    await writeFile(pidFile, JSON.stringify({ pid, marker: 'another-program-altogether' }));
    expect(await endLeftOver(pidFile, 'SIGKILL')).toBe(false);
    expect(isAlive(ownIdentity(pid))).toBe(true);
  });

  it.each(['', 'garbage', '{}', '{"pid":1,"marker":"long enough"}', '{"pid":4711,"marker":""}'])(
    'is nothing for the pid file %j',
    async (text) => {
      const pidFile = join(folder, 'service.pid');
      await writeFile(pidFile, text);
      expect(await endLeftOver(pidFile, 'SIGKILL')).toBe(false);
    },
  );

  it('is swept away with its folder, but not what a living process owns', async () => {
    const { pid, marker, ended } = await sleeper();
    const dead = join(folder, 'throwaway-999999999-5-abcd');
    const own = join(folder, throwAwayName());
    const other = join(folder, 'persistent-0123456789abcdef');
    for (const name of [dead, own, other]) {
      await mkdir(name);
    }
    await writeFile(join(dead, 'service.pid'), JSON.stringify({ pid, marker }));
    await sweepThrowAways(folder, 'SIGTERM');
    await ended;
    expect([dead, own, other].map((name) => existsSync(name))).toEqual([false, true, true]);
    await sweepThrowAways(join(folder, 'missing'), 'SIGTERM');
  });
});

describe('a data folder', () => {
  it('has one owner at a time', async () => {
    const release = await claimFolder(folder);
    await expect(claimFolder(folder)).rejects.toThrow(`正由进程 ${process.pid} 使用`);
    await release();
    await (await claimFolder(folder))();
  });

  it('is taken over from a dead owner', async () => {
    await writeFile(join(folder, 'embedded.owner'), '999999999-5');
    await (await claimFolder(folder))();
    expect(existsSync(join(folder, 'embedded.owner'))).toBe(false);
  });
});

describe('a service', () => {
  const options = (script: string) => ({
    command: 'sh',
    args: ['-c', script, `jijiaotong-service-${process.pid}`],
    logFile: join(folder, 'log'),
    pidFile: join(folder, 'service.pid'),
    marker: `jijiaotong-service-${process.pid}`,
    signal: 'SIGTERM' as const,
    isReady: async () => existsSync(join(folder, 'ready')),
  });

  it('is up when it answers, and gone after stop', async () => {
    const service = await startService(options(`touch ${folder}/ready; while :; do sleep 0.05; done`));
    expect(JSON.parse(await readFile(join(folder, 'service.pid'), 'utf8'))).toMatchObject({
      pid: service.pid,
    });
    const identity = ownIdentity(service.pid);
    await service.stop();
    expect(isAlive(identity)).toBe(false);
    expect(existsSync(join(folder, 'service.pid'))).toBe(false);
  });

  it('tells the end of its log when it does not come up', async () => {
    await expect(startService(options('echo no space left >&2; exit 3'))).rejects.toThrow(
      /exit 3\n.*no space left/,
    );
    await expect(startService({ ...options(''), command: '/no/such/program' })).rejects.toThrow('ENOENT');
  });
});
