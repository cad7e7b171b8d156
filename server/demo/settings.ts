import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { codesOf, MESSAGE_KINDS } from '@common/terms';

/** The simulated apps. They open nothing outside this machine. */
export const DEMO_APPS = {
  miniprogram: { appId: 'wx0000000000demo1', secret: 'demo-miniprogram-secret' },
  officialAccount: {
    appId: 'wx0000000000demo2',
    secret: 'demo-official-secret',
    token: 'jijiaotongdemo',
    aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  },
  otherAccounts: [
    {
      key: 'luoyi',
      name: '漯继医委',
      appId: 'wx0000000000demo3',
      secret: 'demo-city-secret',
      token: 'luojiyiwei',
      aesKey: 'ABCDEFGhijklmnopqrstuvwxyz0123456789abcdefg',
    },
  ],
};

/** The template that both simulated accounts have for every kind of message. */
const TEMPLATE = {
  id: 'demo-notice',
  fields: { thing1: 'title', thing2: 'line1', thing3: 'line2', time4: 'time' },
} as const;

/** Writes the file of the city's account beside the demo's data; answers its path. */
export async function demoAccountsFile(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'official-accounts.json');
  const templates = Object.fromEntries(codesOf(MESSAGE_KINDS).map((kind) => [kind, TEMPLATE]));
  const accounts = DEMO_APPS.otherAccounts.map((one) => ({ ...one, regionCode: '4111', templates }));
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, JSON.stringify(accounts, null, 2), { mode: 0o600 });
  return file;
}

/** The demo's own keys, made once and kept beside its data: without them the sealed numbers could not be read again. */
export async function demoKeys(dataDir: string): Promise<{ DATA_KEYS: string; INDEX_KEY: string }> {
  const file = path.join(dataDir, 'keys.json');
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept) {
    return JSON.parse(kept);
  }
  const keys = {
    DATA_KEYS: `demo1:${randomBytes(32).toString('base64')}`,
    INDEX_KEY: randomBytes(32).toString('base64'),
  };
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

/** The wanted port where it is free, or else one that is. */
export async function freePort(wanted: number): Promise<number> {
  const tryPort = (port: number) =>
    new Promise<number | null>((resolve) => {
      const probe = createServer()
        .once('error', () => resolve(null))
        .listen(port, '127.0.0.1', () => {
          const address = probe.address();
          probe.close(() => resolve(typeof address === 'object' && address ? address.port : null));
        });
    });
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? wanted;
}
