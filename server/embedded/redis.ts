import { mkdir, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { join } from 'node:path';
import { makeThrowAway, sweepThrowAways, throwAwayParent } from './folders';
import { freePort } from './machine';
import { endLeftOver, startService } from './service';
import type { StartContext } from './types';

/** Logical databases: each worker of each concurrent test run takes one. */
const DATABASES = 64;
const PORT_TRIES = 3;

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const finish = (isUp: boolean): void => {
      socket.destroy();
      resolve(isUp);
    };
    socket.setTimeout(1_000, () => finish(false));
    socket.on('data', (chunk) => finish(chunk.toString().startsWith('+PONG')));
    socket.on('error', () => finish(false));
  });
}

const settings = (port: number, folder: string, throwAway: boolean): string =>
  [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${JSON.stringify(folder)}`,
    `databases ${DATABASES}`,
    'daemonize no',
    'save ""',
    throwAway ? 'appendonly no' : 'appendonly yes',
    '',
  ].join('\n');

/** Starts `redis-server` on a free port with a folder of its own; the persistent one logs every write to its append-only file. */
export async function startRedis(
  binary: string,
  context: StartContext,
): Promise<{ url: string; stop(): Promise<void> }> {
  const { throwAway } = context;
  await sweepThrowAways(throwAwayParent(), 'SIGTERM');
  const folder = throwAway ? await makeThrowAway() : join(context.dataDir, 'redis');
  await mkdir(folder, { recursive: true });
  const pidFile = join(folder, 'service.pid');
  if (await endLeftOver(pidFile, 'SIGTERM')) {
    context.report('Redis：上次没有正常停止，已结束遗留的 redis-server。');
  }
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    // Redis rewrites its command line to "redis-server 127.0.0.1:PORT"; the name of its file makes both forms hold the same marker.
    const marker = `127.0.0.1:${port}`;
    const file = join(folder, `${marker}.conf`);
    await writeFile(file, settings(port, folder, throwAway));
    try {
      const service = await startService({
        command: binary,
        args: [file],
        logFile: join(folder, 'redis.log'),
        pidFile,
        marker,
        signal: 'SIGTERM',
        remove: throwAway ? [folder] : [],
        isReady: () => answersPing(port),
      });
      return {
        url: `redis://127.0.0.1:${port}`,
        stop: async () => {
          await service.stop();
          await rm(throwAway ? folder : file, { recursive: true, force: true });
        },
      };
    } catch (error) {
      await rm(file, { force: true });
      if (tries === PORT_TRIES) {
        throw error;
      }
    }
  }
}
