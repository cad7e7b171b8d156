import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { sweepThrowAways, throwAwayName } from '../folders';
import { freePort, onPath } from '../machine';
import { run } from '../run';
import { endLeftOver, startService } from '../service';
import type { StartContext } from '../types';
import { BIN, CLUSTERS, TEMPLATE } from './install';

/** The most connections that PostgreSQL grants; the gateway's pools stay below it. */
export const MAX_CONNECTIONS = 80;

const PORT_TRIES = 3;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: String(MAX_CONNECTIONS),
  // A cursor is a file that any connection can read on, so that none is bound to a connection of the pool.
  'documentdb.useFileBasedPersistedCursors': 'on',
  // The gateway ends idle cursors itself (cursors.ts), earlier than this.
  'documentdb.defaultCursorExpiryTimeLimitSeconds': '3600',
  // As an error the gateway can try the whole command again; inside the answer it would be final.
  'documentdb.throwDeadlockOnCRUD': 'on',
  // Compiling a plan takes longer than the small queries of one machine run.
  jit: 'off',
  // The TTL task runs as a role without a password: inside the server, not over a connection.
  'cron.use_background_workers': 'on',
  'cron.log_run': 'off',
  'cron.log_statement': 'off',
  max_worker_processes: '16',
  idle_in_transaction_session_timeout: '120s',
};

const FAST = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  // Statistics gathered in the middle of a run would change plans between two runs of one test.
  autovacuum_analyze_threshold: '2000000000',
  // No TTL task wakes beside a test.
  'cron.launch_active_jobs': 'off',
};

/** A running cluster. */
export interface Cluster {
  port: number;
  password: string;
  stop(): Promise<void>;
}

/** The name of the checkout's persistent cluster: kept with the data, so that removing the data folder means a fresh start. */
async function persistentName(dataDir: string): Promise<string> {
  const file = join(dataDir, 'documentdb', 'cluster');
  const known = await readFile(file, 'utf8').catch(() => '');
  if (/^persistent-[0-9a-f]{16}$/.test(known)) {
    return known;
  }
  const name = `persistent-${randomBytes(8).toString('hex')}`;
  await mkdir(join(dataDir, 'documentdb'), { recursive: true });
  await writeFile(file, name);
  return name;
}

/** Done at every start; costs nothing when it was done before. */
const prepare = (password: string): string[] => [
  // The gateway builds indexes at once; these tasks would look every two seconds for ones to build later.
  "update cron.job set active = false where jobname like 'documentdb_index_build_task%' and active",
  // The extension's own workers connect under this role, which comes without a password.
  `alter role documentdb_bg_worker_role password '${password}'`,
];

async function isUp(port: number, password: string): Promise<boolean> {
  const login = { host: '127.0.0.1', port, user: 'postgres', database: 'postgres', password };
  const client = new pg.Client({ ...login, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    for (const statement of prepare(password)) {
      await client.query(statement);
    }
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function copyTemplate(root: string, folder: string, throwAway: boolean): Promise<void> {
  // A persistent cluster gets its name when it is whole; a throw-away one bears its owner's name from the start, for the sweep.
  const target = throwAway ? folder : `${folder}.partial`;
  await rm(target, { recursive: true, force: true });
  const { code, output } = await run('cp', ['-a', '--reflink=auto', join(root, TEMPLATE), target]);
  if (code !== 0) {
    throw new Error(`不能复制数据库模板：${output}`);
  }
  if (!throwAway) {
    await rename(target, folder);
  }
}

/** Starts the persistent or a throw-away cluster of the installation at `root`. */
export async function startCluster(root: string, context: StartContext): Promise<Cluster> {
  const { throwAway } = context;
  const parent = join(root, CLUSTERS);
  await sweepThrowAways(parent, 'SIGQUIT');
  const name = throwAway ? throwAwayName() : await persistentName(context.dataDir);
  const folder = join(parent, name);
  const pidFile = join(folder, 'service.pid');
  if (await endLeftOver(pidFile, 'SIGINT')) {
    context.report('MongoDB：上次没有正常停止，已结束遗留的 PostgreSQL。');
  }
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    await copyTemplate(root, folder, throwAway);
  }
  const password = await readFile(join(root, '.password'), 'utf8');
  const settings = Object.entries({ ...SETTINGS, ...(throwAway ? FAST : {}) });
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    const inside = `${CLUSTERS}/${name}`;
    const args = [
      '-D',
      inside,
      '-p',
      String(port),
      ...settings.flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ];
    try {
      const service = await startService({
        command: onPath('chroot', context.env) ?? 'chroot',
        args: ['--userspec=postgres:postgres', root, `${BIN}/postgres`, ...args],
        // The extension connects to its own server for background work.
        env: { PATH: `${BIN}:/usr/bin:/bin`, LC_ALL: 'C.UTF-8', PGUSER: 'postgres', PGPASSWORD: password },
        logFile: join(folder, 'postgres.log'),
        pidFile,
        marker: inside,
        // Fast for data that must be kept: sessions are ended and a checkpoint is made. Immediate where all is thrown away.
        signal: throwAway ? 'SIGQUIT' : 'SIGINT',
        remove: throwAway ? [folder] : [],
        isReady: () => isUp(port, password),
      });
      return {
        port,
        password,
        stop: async () => {
          await service.stop();
          if (throwAway) {
            await rm(folder, { recursive: true, force: true });
          }
        },
      };
    } catch (error) {
      if (tries === PORT_TRIES) {
        throw error;
      }
    }
  }
}
