/** What a process costs, as Linux tells it; null on another system. */
import { readFileSync } from 'node:fs';

// USER_HZ, the same on every Linux of today.
const TICK_MS = 10;

function read(pid: number | undefined, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return null;
  }
}

/** Resident memory in KiB. */
export function residentKiB(pid: number | undefined): number | null {
  const [, kiB] = /^VmRSS:\s+(\d+)/m.exec(read(pid, 'status') ?? '') ?? [];
  return kiB ? Number(kiB) : null;
}

/** Milliseconds of processor time used so far. */
export function processorMs(pid: number | undefined): number | null {
  const fields = read(pid, 'stat')?.split(') ').at(-1)?.split(' ');
  return fields ? (Number(fields[11]) + Number(fields[12])) * TICK_MS : null;
}
