import { spawn } from 'node:child_process';

/** How a command ended, and the last of what it printed. */
export interface RunResult {
  code: number;
  output: string;
}

/** What is kept of a command's output: enough to explain a failure. */
const KEEP = 20_000;

/** Runs a command to its end; `onLine` sees each line of its standard output. Rejects when it cannot be started. */
export function run(
  command: string,
  args: string[],
  options: { env?: NodeJS.ProcessEnv; onLine?: (line: string) => void } = {},
): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let rest = '';
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-KEEP);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      keep(chunk);
      const lines = (rest + chunk.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        options.onLine?.(line);
      }
    });
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}
