/** 点名: who is drawn, who has to answer until when, and what is known afterwards. */
import { hallOf, toldTo } from '../../testing/enrolments';
import { ADMINISTRATOR, type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { swipe } from '../../testing/swipes';
import { activityModel } from '../activities/model';
import { learnerModel } from '../learners/model';
import { authorityModel } from '../regions-units/model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const DEVICE = 'phone-0123456789abcdef';
type Hall = Awaited<ReturnType<typeof hallOf>>;

/** So many learners who have signed in today. */
async function present(count: number): Promise<Hall> {
  const hall = await hallOf(server, fixtures, count);
  for (const { learnerId } of hall) {
    await swipe(server, fixtures, learnerId);
  }
  return hall;
}
const start = async (persons: number) =>
  fixtures.unit.presence.startSpotCheck({ activityId: fixtures.activityId, persons });
const history = async () =>
  (await fixtures.unit.presence.listSpotChecks({ activityId: fixtures.activityId })).items;
const missed = async () => server.services.presence.missedSpotChecks(fixtures.activityId);
const [first, second] = [(hall: Hall) => hall[0] as Hall[number], (hall: Hall) => hall[1] as Hall[number]];

test('only those who are here are drawn, each once, and all of them where more are asked for', async () => {
  const hall = await present(4);
  const [gone, draft, ...here] = hall.map(({ learnerId }) => learnerId) as [string, string, string, string];
  await swipe(server, fixtures, gone, 'out');
  // Came by the 现场登记表: has no account to answer with.
  await learnerModel(server.platform.mongo).updateOne(
    { _id: draft },
    { $set: { 'approval.state': 'draft' } },
  );
  const check = await start(100);
  expect(check).toMatchObject({
    asked: 2,
    confirmed: 0,
    isOver: false,
    msLeft: 60_000,
    startedBy: ADMINISTRATOR,
  });
  expect(check.people.map(({ learnerId }) => learnerId).sort()).toEqual(here.sort());
  expect(Date.parse(check.until) - Date.parse(check.startedAt)).toBe(60_000);
});

test('who was asked is told, finds it, and confirms it once', async () => {
  const { client, learnerId } = first(await present(1));
  const { id } = await start(1);
  expect(await toldTo(server, learnerId)).toEqual([
    '点名：请确认您在现场|外科护理学新进展学习班|请在 09:01:00 前打开小程序，点“我在现场”。',
  ]);
  server.clock.pass(10_000);
  expect((await client.presence.mySpotCheck({})).check).toEqual({
    id,
    activityName: '外科护理学新进展学习班',
    until: '2026-11-21T01:01:00.000Z',
    serverTime: '2026-11-21T01:00:10.000Z',
    isPlaceAsked: false,
  });
  const confirmedAt = '2026-11-21T01:00:10.000Z';
  expect(await client.presence.confirmSpotCheck({ spotCheckId: id })).toEqual({ confirmedAt });
  server.clock.pass(3_600_000);
  // The first answer was lost on the way: the same comes again, however late.
  expect(await client.presence.confirmSpotCheck({ spotCheckId: id })).toEqual({ confirmedAt });
  expect((await client.presence.mySpotCheck({})).check).toBeNull();
  expect(await history()).toMatchObject([{ confirmed: 1, isOver: true, people: [{ confirmedAt }] }]);
  expect(await missed()).toEqual([]);
});

test('an answer counts up to three seconds after the minute; who has not answered then has missed it', async () => {
  const hall = await present(2);
  const { id, startedAt } = await start(2);
  server.clock.pass(63_000);
  expect((await first(hall).client.presence.mySpotCheck({})).check).toBeNull();
  await first(hall).client.presence.confirmSpotCheck({ spotCheckId: id });
  expect(await missed()).toEqual([]);
  server.clock.pass(1);
  await expect(second(hall).client.presence.confirmSpotCheck({ spotCheckId: id })).rejects.toMatchObject({
    code: 'SPOT_CHECK_OVER',
  });
  expect(await missed()).toEqual([{ learnerId: second(hall).learnerId, at: new Date(startedAt) }]);
  // Who has not answered comes first.
  expect((await history())[0]?.people.map(({ learnerId }) => learnerId)).toEqual([
    second(hall).learnerId,
    first(hall).learnerId,
  ]);
});

test('who was not asked can neither see nor answer it', async () => {
  const hall = await present(2);
  const { id, people } = await start(1);
  const stranger = hall.find(({ learnerId }) => learnerId !== people[0]?.learnerId);
  expect((await stranger?.client.presence.mySpotCheck({}))?.check).toBeNull();
  await expect(stranger?.client.presence.confirmSpotCheck({ spotCheckId: id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('one runs at a time, also where ten administrators start one; the next may follow when it is over', async () => {
  const hall = await present(2);
  const results = await Promise.allSettled(Array.from({ length: 10 }, async () => start(2)));
  const codes = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
  expect(codes).toEqual(Array(9).fill('SPOT_CHECK_RUNNING'));
  const [running] = await history();
  for (const { client } of hall) {
    await client.presence.confirmSpotCheck({ spotCheckId: running?.id ?? '' });
  }
  // All have answered: nobody has to wait for the minute to end.
  await start(1);
  server.clock.pass(63_001);
  await start(1);
  expect(await history()).toHaveLength(3);
});

test('a shared phone and a place far away are remarked on', async () => {
  const { mongo } = server.platform;
  const point = { longitude: 114.0165, latitude: 33.5815 };
  await activityModel(mongo).updateOne({ _id: fixtures.activityId }, { $set: { point } });
  await authorityModel(mongo).updateOne({}, { $set: { 'settings.checkIn': { placeMetres: 500 } } });
  const [near, far, alone] = (await present(3)) as [Hall[number], Hall[number], Hall[number]];
  const { id: spotCheckId } = await start(3);
  expect((await near.client.presence.mySpotCheck({})).check?.isPlaceAsked).toBe(true);
  await near.client.presence.confirmSpotCheck({
    spotCheckId,
    deviceId: DEVICE,
    place: { ...point, accuracy: 30 },
  });
  const away = { longitude: 114.0165, latitude: 33.6815, accuracy: 30 };
  await far.client.presence.confirmSpotCheck({ spotCheckId, deviceId: DEVICE, place: away });
  await alone.client.presence.confirmSpotCheck({ spotCheckId, deviceId: `${DEVICE}2` });
  const [check] = await history();
  expect(Object.fromEntries(check?.people.map(({ name, remark }) => [name, remark]) ?? [])).toEqual({
    学员1: '与学员2用同一部手机确认',
    学员2: '与学员1用同一部手机确认；确认时距会场约11.1公里',
    学员3: null,
  });
  // The name of the phone itself is nowhere in the store.
  expect(
    JSON.stringify(await mongo.collection('spotChecks').find().sort({ _id: 1 }).toArray()),
  ).not.toContain(DEVICE);
});

test('not in an empty room, and not when nothing is held', async () => {
  await expect(start(1)).rejects.toMatchObject({ code: 'NOBODY_PRESENT' });
  await present(1);
  server.clock.pass(9 * 3_600_000 + 1);
  await expect(start(1)).rejects.toMatchObject({
    code: 'OUTSIDE_HOLDING_PERIOD',
    message: '当前不在活动举办周期内（2026-11-21 08:00 至 18:00），不能点名',
  });
});
