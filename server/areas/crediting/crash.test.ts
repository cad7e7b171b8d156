/** 授分 of thousands: behind the request's back, and through a process that is killed in the middle. */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Types } from 'mongoose';
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { colleague } from '../../testing/people';
import { analysisModel, analysisRowModel } from '../analyses/model';
import { auditModel } from '../audit/model';
import { creditEntryModel } from '../credits/model';
import { notificationModel } from '../notifications/model';
import { createServices } from '../services';
import { creditingModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

/** Puts in an analysis that found so many people effective. */
async function analysed(persons: number): Promise<string> {
  const { mongo } = server.platform;
  const at = new Date(NINE);
  const nobody = { swipes: persons, perWindow: [persons], attended: persons, excluded: [], doubted: 0 };
  const analysis = await analysisModel(mongo).create({
    activityId: fixtures.activityId,
    unitId: fixtures.unitId,
    no: 1,
    at,
    windows: [{ from: new Date(NINE - 1000), to: new Date(NINE + 1000) }],
    strategy: 'everyWindow',
    conditions: { isDepartureRequired: false, isExamRequired: false, isEvaluationRequired: false },
    counts: { persons, effective: persons, ...nobody },
    bars: [],
    barMinutes: 5,
  });
  await analysisRowModel(mongo).collection.insertMany(
    Array.from({ length: persons }, () => ({
      _id: new Types.ObjectId(),
      analysisId: analysis._id,
      learnerId: new Types.ObjectId(),
      name: '学员',
      ...{ swipes: [1], missing: [], firstAt: at, lastAt: at, courseIds: [] },
      ...{ credits: 200, minutes: 360, exam: null, isEvaluated: false, hasLeft: null, doubts: [] },
      ...{ effective: true, exclusions: [] },
    })),
  );
  return String(analysis._id);
}

const models = () => {
  const { mongo } = server.platform;
  return {
    Entry: creditEntryModel(mongo),
    Crediting: creditingModel(mongo),
    Notification: notificationModel(mongo),
    Audit: auditModel(mongo),
  };
};

test('kill -9 while 5,000 are credited: whoever sweeps goes on, each gets it once', async () => {
  const PERSONS = 5_000;
  const { Entry, Crediting, Notification, Audit } = models();
  const analysisId = await analysed(PERSONS);
  const { MONGODB_URI, REDIS_URL } = server.platform.config;
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      'server/testing/grantAndWait.ts',
      fixtures.activityId,
      analysisId,
      fixtures.unitId,
      String(NINE),
    ],
    {
      stdio: 'ignore',
      env: {
        ...process.env,
        NODE_ENV: 'test',
        PUBLIC_URL: 'http://127.0.0.1:8080',
        ...{ MONGODB_URI, REDIS_URL, LOG_LEVEL: 'silent' },
        DATA_KEYS: `t1:${Buffer.alloc(32, 1).toString('base64')}`,
        INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
      },
    },
  );
  const ended = once(child, 'exit');
  const enough = randomInt(1, PERSONS / 2);
  // By the batch itself: what a store estimates lags behind.
  const written = async () => (await Crediting.findOne({}, { done: 1 }).lean())?.done ?? 0;
  while ((await written()) < enough && child.exitCode === null) {
    await sleep(5);
  }
  child.kill('SIGKILL');
  await ended;
  const left = await Crediting.findOne().orFail().lean();
  expect(left).toMatchObject({ state: 'writing', persons: PERSONS });
  expect(await Entry.countDocuments()).toBeLessThan(PERSONS);

  // Not yet: it might only be slow.
  await server.services.crediting.sweep();
  expect(await Crediting.findOne().lean()).toEqual(left);
  server.clock.pass(61_000);
  const another = createServices(server.platform);
  await Promise.all([server.services.crediting.sweep(), another.crediting.sweep()]);

  expect(await Entry.countDocuments({ creditingId: left._id })).toBe(PERSONS);
  expect(await Entry.distinct('learnerId')).toHaveLength(PERSONS);
  const [batch, ...others] = await Crediting.find().lean();
  expect(others).toEqual([]);
  expect(batch).toMatchObject({
    state: 'waiting',
    persons: PERSONS,
    done: PERSONS,
    reviewDueOn: '2026-12-05',
  });
  expect(await Notification.countDocuments()).toBe(PERSONS);
  const logged = await Audit.find({ action: 'credit.granted' }).lean();
  expect(logged).toMatchObject([{ reason: `${PERSONS}人`, actor: { kind: 'unit', id: fixtures.unitId } }]);
});

test('more than 500 are not waited for; a request that breaks off is finished, and repeating it adds nothing', async () => {
  const PERSONS = 600;
  const { activityId, unit } = fixtures;
  const { Entry } = models();
  const given = { activityId, analysisId: await analysed(PERSONS), activityDate: '2026-11-21' };
  // The second piece meets a store that does not answer.
  const { credits, crediting } = server.services;
  const write = credits.write;
  const spy = jest.spyOn(credits, 'write').mockImplementation(async (entries) => {
    if (spy.mock.calls.length === 2) {
      throw new Error('store away');
    }
    return write(entries);
  });
  const begun = await unit.crediting.grant(given);
  expect(begun).toMatchObject({ state: 'writing', progress: { done: 0, total: PERSONS }, can: [] });
  await crediting.settled();
  spy.mockRestore();
  const stuck = await unit.crediting.getCrediting({ creditingId: begun.id });
  expect(stuck).toMatchObject({ state: 'writing', progress: { done: 200, total: PERSONS } });
  const refused = unit.crediting.revoke({ creditingId: begun.id, learnerIds: [activityId], reason: '错' });
  await expect(refused).rejects.toMatchObject({ code: 'MOVE_REFUSED' });

  // A colleague repeats it meanwhile: those who are left get theirs from the new batch.
  const again = await unit.crediting.grant(given);
  expect(again).toMatchObject({ state: 'waiting', persons: 400, alreadyCredited: 200 });
  server.clock.pass(61_000);
  await crediting.sweep();
  const { client } = await colleague(server, fixtures.unitId);
  const rows = (await client.crediting.listCreditings({})).items;
  expect(rows.map(({ persons, state }) => ({ persons, state }))).toEqual([
    { persons: 400, state: 'waiting' },
    { persons: 200, state: 'waiting' },
  ]);
  expect(await Entry.countDocuments()).toBe(PERSONS);
});
