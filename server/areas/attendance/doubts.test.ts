/** 疑点: told with their evidence, cleared by people, shown where credits are granted. */
import { Types } from 'mongoose';
import { analyse } from '../../testing/crediting';
import { ADMINISTRATOR, type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner } from '../../testing/people';
import { activityModel } from '../activities/model';
import { auditModel } from '../audit/model';

let server: TestServer;
let fixtures: Fixtures;
let learnerIds: string[];
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  learnerIds = [];
  for (const [n, name] of ['陈慧敏', '王志强', '李雪'].entries()) {
    learnerIds.push((await approvedLearner(server, fixtures, n + 1, { name })).learnerId);
  }
});
afterAll(async () => server.stop());

const MINUTE = 60_000;
let made = 0;
const swipe = async (who: number, minutes: number, some: object = {}) => {
  made += 1;
  return server.services.checkIns.record({
    activityId: new Types.ObjectId(fixtures.activityId),
    courseId: new Types.ObjectId(fixtures.courseId),
    learnerId: new Types.ObjectId(learnerIds[who]),
    direction: 'in',
    at: new Date(NINE + minutes * MINUTE),
    method: 'qr',
    claim: `claim-${made}`,
    periodMs: MINUTE,
    ...some,
  });
};
const list = async (only: 'open' | 'all' = 'open') =>
  fixtures.unit.attendance.listDoubts({ activityId: fixtures.activityId, only });
const clear = async (who: number, client = fixtures.unit) =>
  client.attendance.clearDoubt({
    activityId: fixtures.activityId,
    learnerId: learnerIds[who] ?? '',
    kind: 'sharedDevice',
    reason: '二人均在现场，借用手机',
  });

test('nobody is doubted without a cause', async () => {
  await swipe(0, 0, { device: 'a', network: 'hall' });
  await swipe(1, 0, { device: 'b', network: 'hall' });
  expect(await list('all')).toMatchObject({ total: 0, open: 0, items: [] });
});

test('one phone for two is told of both, with who and when', async () => {
  await swipe(0, 0, { device: 'a' });
  await swipe(1, 2, { device: 'a' });
  const { items, open } = await list();
  expect(open).toBe(2);
  expect(items).toHaveLength(2);
  expect(items[0]).toMatchObject({
    unitName: '漯河市中心医院',
    doubts: [
      {
        kind: 'sharedDevice',
        words: '同一手机在2分钟内为2人签到',
        evidence: [
          '2026-11-21 09:00:00 陈慧敏在“围手术期护理”签到，扫码',
          '2026-11-21 09:02:00 王志强在“围手术期护理”签到，扫码',
        ],
        cleared: null,
      },
    ],
  });
});

test('two venues at once: another unit’s activity; its own second hall is none', async () => {
  const [activity] = await activityModel(server.platform.mongo).find().sort({ _id: 1 }).lean();
  const other = async (unitId: string, term: number, who: number) => {
    const [created] = await activityModel(server.platform.mongo).create([
      {
        ...activity,
        _id: new Types.ObjectId(),
        unitId: new Types.ObjectId(unitId),
        term,
        venue: '宜章会议中心',
      },
    ]);
    await swipe(who, 10, { activityId: created?._id, courseId: new Types.ObjectId() });
  };
  await swipe(0, 0);
  await swipe(1, 0);
  await other(fixtures.otherUnitId, 1, 0);
  await other(fixtures.unitId, 2, 1);
  const { items } = await list();
  expect(items).toMatchObject([
    { learnerId: learnerIds[0], doubts: [{ kind: 'twoVenues', words: '10分钟内在两处会场签到' }] },
  ]);
  expect(items[0]?.doubts[0]?.evidence[1]).toContain('（宜章会议中心）签到');
});

test('a far place that somebody let count is told with who did', async () => {
  const point = { longitude: 114.016, latitude: 33.581 };
  await activityModel(server.platform.mongo).updateMany({}, { $set: { point } });
  const { rules } = await fixtures.authority.checkInRules.checkInRules({});
  await fixtures.authority.checkInRules.setCheckInRules({ ...rules, placeMetres: 300 });
  const place = (north: number) => ({ ...point, latitude: point.latitude + north, accuracy: 50 });
  await swipe(0, 0, { place: { ...place(0.1), metres: 11_120 }, by: '王芳', reason: '定位有误' });
  await swipe(1, 0, { place: { ...place(0.001), metres: 111 } });
  const { items } = await list();
  expect(items).toMatchObject([{ learnerId: learnerIds[0], doubts: [{ kind: 'far' }] }]);
  expect(items[0]?.doubts[0]?.evidence[0]).toContain(
    '距会场11.1公里（定位误差50米）；王芳确认有效：定位有误',
  );
});

test('a cleared doubt is gone until there is more to see', async () => {
  await swipe(0, 0, { device: 'a' });
  await swipe(1, 2, { device: 'a' });
  await clear(0);
  await clear(0);
  expect(await list()).toMatchObject({ total: 1, open: 1, items: [{ learnerId: learnerIds[1] }] });
  const all = await list('all');
  expect(all.items.find(({ learnerId }) => learnerId === learnerIds[0])?.doubts[0]?.cleared).toMatchObject({
    by: ADMINISTRATOR,
    reason: '二人均在现场，借用手机',
  });
  expect(await auditModel(server.platform.mongo).countDocuments({ action: 'attendance.doubt-cleared' })).toBe(
    2,
  );
  await swipe(2, 3, { device: 'a' });
  expect((await list()).open).toBe(3);
});

test('what is no doubt cannot be cleared, nor by another unit', async () => {
  await swipe(0, 0, { device: 'a' });
  await expect(clear(0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(clear(0, fixtures.otherUnit)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the crediting screen marks who is in doubt; granting stays possible', async () => {
  await swipe(0, 0, { device: 'a' });
  await swipe(1, 0, { device: 'a' });
  await swipe(2, 0, { device: 'c' });
  await clear(1);
  const { unit, activityId } = fixtures;
  const { id: analysisId, counts } = await analyse(unit, activityId);
  expect(counts.doubted).toBe(1);
  const { items } = await unit.analyses.analysisRows({ analysisId });
  const doubts = new Map(items.map((row) => [row.learnerId, row.doubts]));
  expect(learnerIds.map((id) => doubts.get(id))).toEqual([['sharedDevice'], [], []]);
  const granted = await unit.crediting.grant({
    activityId,
    analysisId,
    learnerIds: [learnerIds[0] ?? ''],
    activityDate: '2026-11-21',
  });
  const { doubts: inSpiteOf } = await unit.crediting.getCrediting({ creditingId: granted.id });
  expect(inSpiteOf).toEqual([{ kind: 'sharedDevice', persons: 1 }]);
});
