import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { testStores } from '../../server/testing/stores';

/** The demo as a newcomer starts it, on the test's own stores. */
export interface Demo {
  url: string;
  simulatorUrl: string;
  /** Everything that it printed. */
  output(): string;
  /** Ctrl-C; the exit code. */
  stop(): Promise<number | null>;
}

/** Starts `npm run demo`'s program and waits until it says that it is ready. */
export async function startDemo(): Promise<Demo> {
  const stores = testStores();
  await stores.reset();
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'server/demo/main.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PORT: '0',
      SIMULATOR_PORT: '0',
      MONGODB_URI: stores.mongoUri,
      REDIS_URL: stores.redisUrl,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('按 Ctrl-C 停止')) {
        resolve();
      }
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void exited.then(() => reject(new Error(`the demo ended before it was ready:\n${output}`)));
  });
  const [url = '', simulatorUrl = ''] = [
    /学员端[^\n]*?(http:\S+?)\/\n/,
    /模拟微信聊天\s+(http:\S+?)\/\n/,
  ].map((pattern) => pattern.exec(output)?.[1] ?? '');
  return {
    url,
    simulatorUrl,
    output: () => output,
    async stop() {
      child.kill('SIGINT');
      const [code] = (await exited) as [number | null];
      await stores.reset();
      await stores.close();
      return code;
    },
  };
}
