import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { commandLine, endProcess } from './identity';
import { watch } from './watchman';

/** A program to keep running in the background. */
export interface ServiceOptions {
  command: string;
  args: string[];
  /** The whole environment; ours without it. */
  env?: Record<string, string>;
  logFile: string;
  /** Remembers number and marker, so that the next start finds one that was left behind. */
  pidFile: string;
  /** A text of its command line that no other process has. */
  marker: string;
  /** What ends it cleanly. */
  signal: NodeJS.Signals;
  /** Folders to remove when this process dies without stopping the service. */
  remove?: string[];
  /** Resolves true once it answers. Asked again and again until then. */
  isReady: () => Promise<boolean>;
}

/** A program that is up. */
export interface Service {
  pid: number;
  stop(): Promise<void>;
}

const READY_TRIES = 600;
const READY_PAUSE_MS = 50;

/** Starts a program in a session of its own, guarded by a watchman, and waits until it answers. Throws with the end of its log. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const log = openSync(options.logFile, 'a');
  const child = spawn(options.command, options.args, {
    // The cast: other packages' types ask for NODE_ENV in every environment.
    env: (options.env ?? process.env) as NodeJS.ProcessEnv,
    detached: true, // Ctrl-C must reach only us: we stop it after our last request.
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let end: string | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      end = error.message;
      resolve();
    });
    child.once('exit', (code, signal) => {
      end ??= `exit ${code ?? signal}`;
      resolve();
    });
  });
  const pid = child.pid;
  if (pid === undefined) {
    await ended;
    throw new Error(`${options.command}: ${end}`);
  }
  child.unref();
  const relieve = watch({
    pid,
    marker: options.marker,
    signal: options.signal.slice(3),
    remove: options.remove,
  });
  await writeFile(options.pidFile, JSON.stringify({ pid, marker: options.marker }));
  const stop = async (): Promise<void> => {
    if (end === undefined) {
      await endProcess(pid, options.marker, options.signal);
      await ended;
    }
    await rm(options.pidFile, { force: true });
    await relieve();
  };
  for (let tries = 0; tries < READY_TRIES && end === undefined; tries++) {
    if (await options.isReady()) {
      return { pid, stop };
    }
    await new Promise((done) => setTimeout(done, READY_PAUSE_MS));
  }
  const why = end ?? 'timeout';
  await stop();
  const tail = (await readFile(options.logFile, 'utf8').catch(() => '')).split('\n').slice(-15).join('\n');
  throw new Error(`${options.command}: ${why}\n${tail}`);
}

/** Ends a service that an earlier process left behind, known by its pid file and checked by its command line. True if there was one. */
export async function endLeftOver(pidFile: string, signal: NodeJS.Signals): Promise<boolean> {
  const text = await readFile(pidFile, 'utf8').catch(() => '');
  const known = parsePidFile(text);
  const found = known !== undefined && (await commandLine(known.pid)).includes(known.marker);
  if (known && found) {
    await endProcess(known.pid, known.marker, signal);
  }
  await rm(pidFile, { force: true });
  return found;
}

function parsePidFile(text: string): { pid: number; marker: string } | undefined {
  try {
    const { pid, marker } = JSON.parse(text) as { pid?: unknown; marker?: unknown };
    // A marker that short could be in anybody's command line.
    return Number.isInteger(pid) && Number(pid) > 1 && typeof marker === 'string' && marker.length > 8
      ? { pid: Number(pid), marker }
      : undefined;
  } catch {
    return undefined;
  }
}
