/** 待确认: what waits is listed with its reason, and somebody decides. */
import { Types } from 'mongoose';
import { ADMINISTRATOR, type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, colleague } from '../../testing/people';
import { auditModel } from '../audit/model';
import { type HeldScanDoc, heldScanModel } from '../check-ins/model';

let server: TestServer;
let fixtures: Fixtures;
let learnerId: Types.ObjectId;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  learnerId = new Types.ObjectId((await approvedLearner(server, fixtures, 1)).learnerId);
});
afterAll(async () => server.stop());

let made = 0;
const hold = async (some: Partial<HeldScanDoc> = {}) => {
  made += 1;
  const [row] = await heldScanModel(server.platform.mongo).create([
    {
      _id: new Types.ObjectId(),
      kind: 'late',
      state: 'waiting',
      identityId: new Types.ObjectId(),
      learnerId,
      activityId: new Types.ObjectId(fixtures.activityId),
      courseId: new Types.ObjectId(fixtures.courseId),
      direction: 'in',
      at: new Date(NINE + made * 120_000),
      receivedAt: new Date(NINE + 3_600_000),
      periodMs: 5_000,
      method: 'qr',
      claim: `late:${made}`,
      words: '扫码时没有网络，1小时后补传',
      ...some,
    },
  ]);
  return String(row?._id);
};
const list = async (state: 'waiting' | 'all' = 'waiting') =>
  fixtures.unit.attendance.listHeld({ activityId: fixtures.activityId, state });
const decide = async (ids: string[], accept: boolean, reason?: string, client = fixtures.unit) =>
  client.attendance.decideHeld({ activityId: fixtures.activityId, ids, accept, reason });

test('what waits is shown with its reason; what follows an approval is not to be decided', async () => {
  await hold();
  await hold({ kind: 'unapproved', learnerId: undefined, words: '等待单位审核' });
  const { items, waiting, total } = await list();
  expect({ waiting, total }).toEqual({ waiting: 2, total: 2 });
  expect(items).toMatchObject([
    { name: '尚未注册', kind: 'unapproved', canDecide: false },
    { name: '陈慧敏', unitName: '漯河市中心医院', words: '扫码时没有网络，1小时后补传', canDecide: true },
  ]);
});

test('confirmed ones count, once, in the name of who confirmed', async () => {
  const ids = [await hold(), await hold()];
  expect(await decide(ids, true)).toEqual({ decided: 2, skipped: 0 });
  expect(await decide(ids, true)).toEqual({ decided: 0, skipped: 2 });
  const { items } = await fixtures.unit.attendance.listSwipes({ activityId: fixtures.activityId });
  expect(items).toMatchObject([{ by: ADMINISTRATOR }, { by: ADMINISTRATOR }]);
  const written = await auditModel(server.platform.mongo)
    .find({ action: 'attendance.scans-accepted' })
    .sort({ _id: 1 })
    .lean();
  expect(written.map(({ reason }) => reason)).toEqual(['2次扫码']);
});

test('refusing wants a reason, and nothing counts', async () => {
  const ids = [await hold()];
  await expect(decide(ids, false)).rejects.toMatchObject({ code: 'REASON_REQUIRED', field: 'reason' });
  await decide(ids, false, '核实本人不在会场');
  expect((await list('all')).items).toMatchObject([
    { state: 'refused', reason: '核实本人不在会场', decidedBy: ADMINISTRATOR, canDecide: false },
  ]);
  const { total } = await fixtures.unit.attendance.listSwipes({ activityId: fixtures.activityId });
  expect(total).toBe(0);
});

test('not by another unit, nor without the 权限', async () => {
  const ids = [await hold()];
  await expect(decide(ids, true, '', fixtures.otherUnit)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const { client } = await colleague(server, fixtures.unitId, { permissions: ['credit'] });
  await expect(decide(ids, true, '', client)).rejects.toMatchObject({ code: 'PERMISSION_REQUIRED' });
});
