/** A whole server for a test file: real stores, the simulated WeChat over HTTP, and a clock that the test moves. */
import type { AddressInfo } from 'node:net';
import { type Client, createClient } from '@common/contract/client';
import { endpointTable } from '@common/contract/table';
import { createApp } from '../app';
import { createServices, type Services } from '../areas/services';
import { listen } from '../http/listen';
import type { Platform } from '../platform';
import { readConfig } from '../platform/config';
import { createPlatform } from '../platform/create';
import { createLog } from '../platform/log';
import { ensureIndexes } from '../platform/mongo';
import { startSimulator } from '../simulator/startSimulator';
import { type Fixtures, NINE, putFixtures } from './fixtures';
import { testStores } from './stores';

export { ADMINISTRATOR, administratorPhone, type Fixtures, NINE, PASSWORD } from './fixtures';

const APPS = {
  miniprogram: { appId: 'wxtestminiprogram1', secret: 'mini-secret' },
  officialAccount: {
    appId: 'wxtestofficial0001',
    secret: 'official-secret',
    token: 'testtoken',
    aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  },
};

export interface TestServer {
  url: string;
  platform: Platform;
  services: Services;
  simulator: Awaited<ReturnType<typeof startSimulator>>;
  clock: { now(): number; set(ms: number): void; pass(ms: number): void };
  /** Everything logged so far, as text. */
  logged(): string;
  /** The contract's client with a session token, or without one. */
  client(token?: string): Client;
  /** A session of a simulated WeChat person. */
  wechat(
    persona: number,
    app?: 'miniprogram' | 'officialAccount',
  ): Promise<{ token: string; client: Client }>;
  phoneCode(persona: number): Promise<string>;
  /** Empties the stores and puts the fixtures in again. */
  reset(): Promise<Fixtures>;
  stop(): Promise<void>;
}

/** Starts it; call `stop` in `afterAll`. */
export async function startTestServer(env: Record<string, string> = {}): Promise<TestServer> {
  const stores = testStores();
  let now = NINE;
  const clock = {
    now: () => now,
    set: (ms: number) => {
      now = ms;
    },
    pass: (ms: number) => {
      now += ms;
    },
  };
  const lines: string[] = [];
  const log = createLog('debug', { write: (line: string) => void lines.push(line) });
  const simulator = await startSimulator({ port: 0, appUrl: '', ...APPS, log, now: clock.now });
  const config = readConfig({
    PUBLIC_URL: 'http://127.0.0.1:8080',
    NODE_ENV: 'test',
    MONGODB_URI: stores.mongoUri,
    REDIS_URL: stores.redisUrl,
    DATA_KEYS: `t1:${Buffer.alloc(32, 1).toString('base64')}`,
    INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
    WECHAT_API_URL: simulator.url,
    WECHAT_OPEN_URL: simulator.url,
    WECHAT_MINIPROGRAM_APPID: APPS.miniprogram.appId,
    WECHAT_MINIPROGRAM_SECRET: APPS.miniprogram.secret,
    WECHAT_OFFICIAL_APPID: APPS.officialAccount.appId,
    WECHAT_OFFICIAL_SECRET: APPS.officialAccount.secret,
    WECHAT_OFFICIAL_TOKEN: APPS.officialAccount.token,
    WECHAT_OFFICIAL_AES_KEY: APPS.officialAccount.aesKey,
    SMS_GATEWAY_URL: `${simulator.url}/sms`,
    SMS_GATEWAY_TOKEN: 'test',
    SIMULATOR: '1',
    ...env,
  });
  const platform = await createPlatform(config, { clock, log });
  const services = createServices(platform);
  // The worker's files share a database: the first makes its indexes.
  const there = new Set((await platform.mongo.listCollections()).map(({ name }) => name));
  if (Object.keys(platform.mongo.models).some((name) => !there.has(name))) {
    await ensureIndexes(platform.mongo);
  }
  const { app, stop } = createApp(platform, services);
  const server = await listen(app.callback(), 0, '127.0.0.1');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  simulator.setAppUrl(url);

  const ask = async (path: string, body: object) => {
    const answer = await fetch(simulator.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { code: string };
  };
  const client = (token?: string): Client =>
    createClient(endpointTable(), async ({ method, path, body, file, isDownload }) => {
      if (file !== undefined) {
        return sendFile(url + path, method, { ...body }, file as Blob, token);
      }
      const answer = await fetch(url + path, {
        method,
        headers: {
          ...(body && { 'content-type': 'application/json' }),
          ...(token && { authorization: `Bearer ${token}` }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      return {
        status: answer.status,
        body: isDownload && answer.ok ? await received(answer) : await answer.json(),
      };
    });

  return {
    url,
    platform,
    services,
    simulator,
    clock,
    client,
    logged: () => lines.join(''),
    async wechat(persona, appName = 'officialAccount') {
      const { code } = await ask('/simulator/login-code', { persona: String(persona), app: appName });
      const { token } = await client().accounts.signInWithWechat({ channel: appName, code });
      return { token, client: client(token) };
    },
    phoneCode: async (persona) => (await ask('/simulator/phone-code', { persona: String(persona) })).code,
    async reset() {
      await simulator.settled();
      await stores.reset();
      now = NINE;
      return putFixtures(platform, services, client);
    },
    async stop() {
      await simulator.settled();
      await stop();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      // Nothing of this file's goes on in the next one.
      await services.notices.settled();
      await services.messageLog.settled();
      await simulator.stop();
      platform.redis.disconnect();
      await platform.mongo.close();
      await stores.close();
    },
  };
}

/** A download as the tests get it. */
export interface ReceivedFile {
  name: string;
  bytes: Buffer;
  headers: Headers;
  save(): Promise<void>;
}

async function received(answer: Response): Promise<ReceivedFile> {
  const [, name = ''] = /filename\*=UTF-8''(.*)$/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  return {
    name: decodeURIComponent(name),
    bytes: Buffer.from(await answer.arrayBuffer()),
    headers: answer.headers,
    save: async () => undefined,
  };
}

/** Uploads as a browser does; a `File` keeps its name. */
async function sendFile(
  url: string,
  method: string,
  fields: Record<string, unknown>,
  file: Blob,
  token?: string,
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    form.append(name, String(value));
  }
  form.append('file', file);
  const answer = await fetch(url, {
    method,
    headers: token ? { authorization: `Bearer ${token}` } : {},
    body: form,
  });
  return { status: answer.status, body: await answer.json() };
}
