/**
 * `npm run bench`: a full hall signs in at once. 1,500 learners scan and check in through the whole server; the floor, in
 * the same run on the same stores, is a bare Koa that writes one acknowledged document a request. Prints the ratios.
 */
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { Types } from 'mongoose';
import { identityModel } from '../server/areas/accounts/model';
import { activityModel } from '../server/areas/activities/model';
import { projectModel } from '../server/areas/catalogue/model';
import { checkInModel } from '../server/areas/check-ins/model';
import { learnerModel } from '../server/areas/learners/model';
import { unitModel } from '../server/areas/regions-units/model';
import { startEmbedded } from '../server/embedded';
import { readConfig } from '../server/platform/config';
import { startServer } from '../server/server';
import { line, load } from './load';

const LEARNERS = Number(process.env.LEARNERS ?? 1500);
const WIDTH = Number(process.env.WIDTH ?? 50);
const agent = new Agent({ keepAlive: true, maxSockets: WIDTH });

function post(
  url: string,
  body: object,
  token?: string,
): Promise<{ status: number; body: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      let read = '';
      answer.on('data', (chunk: Buffer) => {
        read += chunk.toString();
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(read) }));
    });
    sent.on('error', reject);
    sent.end(text);
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
    const { mongo, cipher } = server.platform;
    const unit = await unitModel(mongo).create({
      code: '1',
      name: '单位',
      regionCode: '411102',
      aliases: [],
      formerNames: [],
      formerRegionCodes: [],
    });
    const project = await projectModel(mongo).create({
      number: '1',
      year: 2026,
      name: '项目',
      discipline: '护理学',
      level: 'national',
      creditClass: 'classI',
      leader: '某',
      minutes: 360,
      credits: 200,
      unitId: unit._id,
    });
    const courseId = new Types.ObjectId();
    const now = Date.now();
    const activity = await activityModel(mongo).create({
      projectId: project._id,
      unitId: unit._id,
      term: 1,
      venue: '报告厅',
      courses: [{ _id: courseId, name: '课程', minutes: 360, lecturers: [] }],
      periods: [{ from: new Date(now - 3_600_000), to: new Date(now + 3_600_000) }],
      state: 'approved',
    });
    const people = Array.from({ length: LEARNERS }, (_, n) => ({
      learnerId: new Types.ObjectId(),
      identityId: new Types.ObjectId(),
      n,
    }));
    await learnerModel(mongo).insertMany(
      people.map(({ learnerId, n }) => ({
        _id: learnerId,
        name: `学员${n}`,
        idNo: cipher.seal(`learner.idNo:${learnerId}`, '11010519491231002X'),
        idNoHash: `bench${n}`,
        phone: cipher.seal(`learner.phone:${learnerId}`, '13800138000'),
        phoneHash: `bench${n}`,
        sex: 'female',
        title: 'nurse',
        unitId: unit._id,
        department: '',
        approval: { state: 'approved', submittedAt: new Date(now) },
        createdAt: new Date(now),
      })),
    );
    await identityModel(mongo).insertMany(
      people.map(({ learnerId, identityId, n }) => ({
        _id: identityId,
        channel: 'miniprogram',
        openid: `bench${n}`,
        learnerId,
      })),
    );
    const tokens = await Promise.all(
      people.map(async ({ learnerId, identityId }) => {
        const opened = await server.services.accounts.sessions.open({
          identityId: String(identityId),
          learnerId: String(learnerId),
        });
        return opened.token;
      }),
    );
    const { displayId } = await server.services.checkIns.displays.open(
      { unitId: String(unit._id), device: '', openedAt: now, expiresAt: now },
      { activityId: String(activity._id), courseId: String(courseId), direction: 'in' },
    );

    const floorWrites = mongo.collection('benchFloor');
    const floorApp = new Koa().use(async (ctx) => {
      await floorWrites.insertOne(
        { at: new Date(), who: new Types.ObjectId() },
        { writeConcern: { w: 'majority', j: true } },
      );
      ctx.body = { ok: true };
    });
    const floorServer = createServer(floorApp.callback()).listen(0, '127.0.0.1');
    await once(floorServer, 'listening');
    const floorUrl = `http://127.0.0.1:${(floorServer.address() as AddressInfo).port}/`;

    console.log(`\n${LEARNERS} 名学员，${WIDTH} 路并发`);
    await load(200, WIDTH, async () => void (await post(floorUrl, {})));
    const floor = await load(LEARNERS, WIDTH, async () => void (await post(floorUrl, {})));
    console.log(line('底线：裸 Koa 写一条', floor));

    let failed = 0;
    const both = await load(LEARNERS, WIDTH, async (index) => {
      const { token: qr } = await server.services.checkIns.tokens.current(displayId, 5_000);
      const token = tokens[index];
      const scanned = await post(`${server.url}/api/scans`, { text: `http://127.0.0.1:8080/q/${qr}` }, token);
      const done = await post(`${server.url}/api/check-ins`, { claimId: scanned.body.claimId }, token);
      failed += done.status === 200 ? 0 : 1;
    });
    console.log(line('扫码并签到（两次请求）', both));
    const again = await load(LEARNERS, WIDTH, async (index) => {
      await post(
        `${server.url}/api/scans`,
        { text: 'http://127.0.0.1:8080/q/AAAAAAAAAAAAAAAA' },
        tokens[index],
      );
    });
    console.log(line('伪造的二维码（留存并拒绝）', again));
    const written = await checkInModel(mongo).countDocuments();
    console.log(`\n失败 ${failed}，写入 ${written}/${LEARNERS}（应相等）`);
    console.log(`一次签到 = 底线的 ${(both.totalMs / floor.totalMs).toFixed(1)} 倍时间`);
    floorServer.close();
    process.exitCode = failed === 0 && written === LEARNERS ? 0 : 1;
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
