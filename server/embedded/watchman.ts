import { spawn } from 'node:child_process';

/** A process to end and folders to remove should this process die without stopping them. */
export interface Watched {
  pid: number;
  /** A text that is in the command line of that process and of no other. */
  marker: string;
  /** The signal that ends it cleanly, e.g. TERM. */
  signal: string;
  remove?: string[];
}

// Waits for the end of its standard input, which comes when this process ends in whatever way, SIGKILL included.
const SCRIPT = `
pid=$1 marker=$2 signal=$3; shift 3
read -r answer || answer=
[ "$answer" = done ] && exit 0
ours() { { tr '\\0' ' ' < "/proc/$pid/cmdline" || ps -o command= -p "$pid"; } 2>/dev/null | grep -qF -- "$marker"; }
ours && kill -s "$signal" "$pid"
tries=0
while ours; do
  tries=$((tries + 1)); [ $tries -eq 100 ] && kill -s KILL "$pid"; [ $tries -gt 120 ] && break
  sleep 0.1
done
for folder in "$@"; do rm -rf -- "$folder"; done
`;

/** Sets a watchman over a child process; the answer sends the watchman home once the child was stopped in order. */
export function watch(watched: Watched): () => Promise<void> {
  const args = [String(watched.pid), watched.marker, watched.signal, ...(watched.remove ?? [])];
  // Detached: Ctrl-C in a terminal goes to the whole group, and the watchman must outlive this process.
  const child = spawn('sh', ['-c', SCRIPT, 'jijiaotong-watchman', ...args], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  child.stdin.on('error', () => undefined);
  child.unref();
  // Neither must keep the event loop of a script alive that forgot to stop.
  (child.stdin as unknown as { unref?: () => void }).unref?.();
  return async () => {
    child.stdin.end('done\n');
    child.ref();
    await ended;
  };
}
