/** Another process of the server, a real one: for what processes have to agree on through Redis. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { MAIN_ACCOUNT } from '../platform/officialAccounts';
import { createWechat } from '../platform/wechat';

interface Settings {
  apiUrl: string;
  miniprogram: { appId: string; secret: string };
  officialAccount: { appId: string; secret: string };
  redisUrl: string;
  /** To whom each call sends a text. */
  openid: string;
}

/** Starts a process that sends so many texts at once; resolves when it has. @throws Error where one of them failed. */
export async function callFromProcess(settings: Settings, calls: number): Promise<void> {
  const child = fork(__filename, [JSON.stringify({ settings, calls })], { execArgv: ['--import', 'tsx'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) {
    throw new Error(`the process ended with ${code}`);
  }
}

async function main(text: string): Promise<void> {
  const { settings, calls } = JSON.parse(text) as { settings: Settings; calls: number };
  const { apiUrl, miniprogram, officialAccount, redisUrl, openid } = settings;
  const redis = new Redis(redisUrl);
  const officialAccounts = [{ ...officialAccount, key: MAIN_ACCOUNT }];
  const wechat = createWechat({ apiUrl, openUrl: apiUrl, miniprogram, officialAccounts }, redis);
  await Promise.all(
    Array.from({ length: calls }, async (_, i) => wechat.account(MAIN_ACCOUNT).sendText(openid, `${i}`)),
  );
  redis.disconnect();
}

if (require.main === module) {
  main(process.argv[2] ?? '').catch((error: unknown) => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  });
}
