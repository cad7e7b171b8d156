/** A whole server for a test file: real stores, the simulated WeChat over HTTP, and a clock that the test moves. */
import type { AddressInfo } from 'node:net';
import { type Client, createClient } from '@common/contract/client';
import { endpointTable } from '@common/contract/table';
import { Types } from 'mongoose';
import { createApp } from '../app';
import { accountModel } from '../areas/accounts/model';
import { listFields } from '../areas/activities/drafts';
import { activityModel } from '../areas/activities/model';
import { projectModel } from '../areas/catalogue/model';
import { authorityModel, unitModel } from '../areas/regions-units/model';
import { createServices, type Services } from '../areas/services';
import { listen } from '../http/listen';
import type { Platform } from '../platform';
import { readConfig } from '../platform/config';
import { createPlatform } from '../platform/create';
import { createLog } from '../platform/log';
import { ensureIndexes } from '../platform/mongo';
import { hashPassword } from '../platform/passwordHash';
import { startSimulator } from '../simulator/startSimulator';
import { testStores } from './stores';

const APPS = {
  miniprogram: { appId: 'wxtestminiprogram1', secret: 'mini-secret' },
  officialAccount: {
    appId: 'wxtestofficial0001',
    secret: 'official-secret',
    token: 'testtoken',
    aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  },
};
/** 2026-11-21 09:00 in China, a Saturday. */
export const NINE = Date.parse('2026-11-21T01:00:00Z');
const HOUR = 3_600_000;

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

export interface Fixtures {
  unitId: string;
  otherUnitId: string;
  authorityId: string;
  activityId: string;
  courseId: string;
  /** Signed-in clients of 漯河市中心医院, of 舞阳县中医院 and of 漯河市卫生健康委员会. */
  unit: Client;
  otherUnit: Client;
  authority: Client;
}

/** The one administrator that each fixture's account has, with all permissions. */
export const ADMINISTRATOR = '王芳';
/** Her phone, another for each account. */
export const administratorPhone = (accountName: string) => `13900${accountName}`;
export const PASSWORD = 'Right#4831pw';
// Hashing is slow on purpose: once for all fixtures.
let passwordHash: Promise<string> | null = null;

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
      await stores.reset();
      now = NINE;
      return putFixtures(platform, services, client);
    },
    async stop() {
      await stop();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
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

async function putFixtures(
  { mongo }: Platform,
  services: Services,
  client: (token?: string) => Client,
): Promise<Fixtures> {
  const Unit = unitModel(mongo);
  const none = { aliases: [], formerNames: [], formerRegionCodes: [] };
  const authority = await authorityModel(mongo).create({
    code: '411100',
    name: '漯河市卫生健康委员会',
    level: 'city',
    regionCode: '4111',
    settings: { qrPeriodSeconds: 5 },
  });
  const unit = await Unit.create({
    ...none,
    code: '976811',
    name: '漯河市中心医院',
    regionCode: '411102',
    initials: ['lhszxyy'],
    updatedAt: new Date(NINE),
  });
  const other = await Unit.create({
    code: '936302',
    name: '宜章县第二人民医院',
    aliases: ['岩泉镇中心卫生院'],
    formerNames: [],
    regionCode: '431022',
    formerRegionCodes: [],
    initials: ['yzxdermyy', 'yqzzxwsy'],
    updatedAt: new Date(NINE),
  });
  const project = await projectModel(mongo).create({
    number: '2020-14-02-049 (国)',
    year: 2020,
    name: '外科护理学新进展学习班',
    discipline: '护理学/外科护理学',
    level: 'national',
    creditClass: 'classI',
    leader: '测试用',
    minutes: 360,
    credits: 200,
    unitId: unit._id,
    regionCode: unit.regionCode,
  });
  const courseId = new Types.ObjectId();
  const activity = await activityModel(mongo).create({
    projectId: project._id,
    unitId: unit._id,
    ...listFields(project, unit),
    term: 1,
    venue: '学术报告厅',
    courses: [
      {
        _id: courseId,
        name: '围手术期护理',
        minutes: 360,
        lecturers: [{ name: '李雪梅', unitName: unit.name }],
      },
    ],
    periods: [{ from: new Date(NINE - HOUR), to: new Date(NINE + 9 * HOUR) }],
    state: 'approved',
  });
  passwordHash ??= hashPassword(PASSWORD);
  const hash = await passwordHash;
  const accounts = [
    { kind: 'unit', name: '976811', subjectId: unit._id },
    { kind: 'unit', name: '936302', subjectId: other._id },
    { kind: 'authority', name: '411100', subjectId: authority._id },
  ] as const;
  const [mine, others, above] = await Promise.all(
    accounts.map(async (account) => {
      const { _id } = await accountModel(mongo).create({
        ...account,
        passwordHash: hash,
        mustChange: false,
      });
      const administrator = await services.administrators.put({
        kind: account.kind,
        subjectId: String(account.subjectId),
        name: ADMINISTRATOR,
        phone: administratorPhone(account.name),
      });
      const { token } = await services.accounts.sessions.open({
        accountId: String(_id),
        administratorId: String(administrator._id),
        [account.kind === 'unit' ? 'unitId' : 'authorityId']: String(account.subjectId),
      });
      return client(token);
    }),
  );
  if (!mine || !others || !above) {
    throw new Error('fixtures without accounts');
  }
  return {
    unitId: String(unit._id),
    otherUnitId: String(other._id),
    authorityId: String(authority._id),
    activityId: String(activity._id),
    courseId: String(courseId),
    unit: mine,
    otherUnit: others,
    authority: above,
  };
}
