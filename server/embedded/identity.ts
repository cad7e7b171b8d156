import { existsSync, readFileSync } from 'node:fs';
import { run } from './run';

/** When a process started, in clock ticks since boot: tells a process from a later one with its number. */
type StartTime = string;

/** Where /proc is missing a process has no start time that we know. */
const UNKNOWN: StartTime = '0';

/** Undefined for a process that is gone, also for one that has ended and only waits for its parent to notice (a zombie). */
function startTime(pid: number): StartTime | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return existsSync('/proc/self/stat') || !exists(pid) ? undefined : UNKNOWN;
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A name for this process that no other process will ever bear: number and start time. */
export function ownIdentity(pid: number = process.pid): string {
  return `${pid}-${startTime(pid) ?? UNKNOWN}`;
}

/** Whether the process named by `ownIdentity` still lives. */
export function isAlive(identity: string): boolean {
  const [pid, started] = identity.split('-');
  const number = Number(pid);
  return Number.isInteger(number) && number > 0 && startTime(number) === started;
}

/** The command line of a process, or '' when there is none (a zombie has none either). */
export async function commandLine(pid: number): Promise<string> {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    const answer = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => undefined);
    return answer?.code === 0 ? answer.output : '';
  }
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/**
 * Ends a process that we started, and waits for its end. It is signalled only while its command line holds `marker`, so a
 * number that the system has given to somebody else in the meantime is never touched.
 */
export async function endProcess(
  pid: number,
  marker: string,
  signal: NodeJS.Signals,
  graceMs = 10_000,
): Promise<void> {
  const isOurs = async (): Promise<boolean> => (await commandLine(pid)).includes(marker);
  const send = async (what: NodeJS.Signals): Promise<void> => {
    if (await isOurs()) {
      try {
        process.kill(pid, what);
      } catch {
        // It ended between the look and the signal.
      }
    }
  };
  await send(signal);
  for (let waited = 0; await isOurs(); waited += 20) {
    if (waited >= graceMs) {
      await send('SIGKILL');
    }
    await pause(20);
  }
}
