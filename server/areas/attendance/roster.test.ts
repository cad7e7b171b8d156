/** 签到与撤离名单 (manual 002 §2.2): who was there how long, registered or by form, as Excel, and handed up. */
import {
  type Fixtures,
  NINE,
  type ReceivedFile,
  startTestServer,
  type TestServer,
} from '../../testing/harness';
import { approvedLearner, colleague } from '../../testing/people';
import { openXlsx } from '../../testing/sheets';
import { swipe } from '../../testing/swipes';
import { scanOf, setCheckInRules, walkInFormOf } from '../../testing/walkIns';

let server: TestServer;
let fixtures: Fixtures;
let activityId: string;
const HOUR = 3_600_000;
/** The fixtures' activity is held from 08:00 to 18:00 for 6 hours. */
const END = NINE + 9 * HOUR;

beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  activityId = fixtures.activityId;
  await setCheckInRules(server, { hasWalkInForm: true, isDepartureRequired: true });
});
afterAll(async () => server.stop());

/** A: there from 09:00 to 15:00. B: left after two hours. C: by form, did not leave. */
async function day() {
  const a = await approvedLearner(server, fixtures, 1, { name: '王丽' });
  const b = await approvedLearner(server, fixtures, 2, { name: '刘建国' });
  const c = await server.wechat(3);
  await swipe(server, fixtures, a.learnerId);
  await c.client.walkIns.submitWalkIn(
    walkInFormOf(3, await scanOf(server, fixtures, c.client), { name: '陈慧敏' }),
  );
  server.clock.pass(60_000);
  await swipe(server, fixtures, b.learnerId);
  server.clock.set(NINE + 2 * HOUR);
  await swipe(server, fixtures, b.learnerId, 'out');
  server.clock.set(NINE + 6 * HOUR);
  await swipe(server, fixtures, a.learnerId, 'out');
  return { a, b };
}

test('everybody once with times and hours; who has the full hours is told apart', async () => {
  const { a, b } = await day();
  const roster = await fixtures.unit.attendance.roster({ activityId });
  const rows = roster.items.map(({ name, learnerId, minutes, isFull, periods }) => ({
    ...{ name, learnerId, minutes, isFull },
    out: periods[0]?.out,
  }));
  const iso = (ms: number) => new Date(ms).toISOString();
  expect(rows).toEqual(
    expect.arrayContaining([
      { name: '王丽', learnerId: a.learnerId, minutes: 360, isFull: true, out: iso(NINE + 6 * HOUR) },
      { name: '陈慧敏', learnerId: null, minutes: 0, isFull: false, out: null },
      { name: '刘建国', learnerId: b.learnerId, minutes: 119, isFull: false, out: iso(NINE + 2 * HOUR) },
    ]),
  );
  expect(rows.at(-1)?.name).toBe('刘建国');
  expect(roster).toMatchObject({
    total: 3,
    persons: 3,
    fullPersons: 1,
    dueAt: iso(END + 14 * 24 * HOUR),
    handedUp: null,
  });
  const full = await fixtures.unit.attendance.roster({ activityId, only: 'full' });
  expect(full.items.map(({ name }) => name)).toEqual(['王丽']);
  const second = await fixtures.unit.attendance.roster({ activityId, page: 3, pageSize: 1 });
  expect(second.items.map(({ name }) => name)).toEqual(['刘建国']);
});

test('who signed by form and was approved since is there once, under his own unit', async () => {
  await day();
  await approvedLearner(server, fixtures, 3);
  const { items, persons } = await fixtures.unit.attendance.roster({ activityId });
  expect(persons).toBe(3);
  expect(items.find(({ name }) => name === '陈慧敏')).toMatchObject({
    learnerId: expect.any(String),
    unitName: '漯河市中心医院',
  });
});

test('as Excel, numbers masked', async () => {
  await day();
  const file = (await fixtures.unit.attendance.exportRoster({ activityId })) as ReceivedFile;
  expect(file.name).toBe('签到与撤离名单-外科护理学新进展学习班-第1期.xlsx');
  const { rows } = await openXlsx(file.bytes);
  expect(rows[0]).toEqual(
    '序号 姓名 身份证号 单位 科室 签到时间 撤离时间 实际参会学时 完成规定学时 备注'.split(' '),
  );
  const [, first] = rows.filter(([, name]) => name !== '陈慧敏');
  expect(first?.slice(1)).toEqual([
    '王丽',
    expect.stringMatching(/^4111\*+\d{3}[\dX]$/),
    '漯河市中心医院',
    '护理部',
    '2026-11-21 09:00',
    '2026-11-21 15:00',
    '6',
    '是',
    '',
  ]);
  expect(rows.find(([, name]) => name === '陈慧敏')?.at(-1)).toBe('现场登记，尚未注册');
});

test('it goes up after the end, again when something has changed, and the log knows', async () => {
  await day();
  await expect(fixtures.unit.attendance.handUpRoster({ activityId })).rejects.toMatchObject({
    code: 'MOVE_REFUSED',
    message: '活动结束后才能上报名单（举办周期：2026-11-21 08:00 至 18:00）',
  });
  server.clock.set(END + HOUR);
  await fixtures.unit.attendance.handUpRoster({ activityId });
  const at = new Date(server.clock.now()).toISOString();
  expect((await fixtures.unit.attendance.roster({ activityId })).handedUp).toEqual({
    at,
    by: '王芳',
    persons: 3,
  });
  server.clock.pass(HOUR);
  await fixtures.unit.attendance.handUpRoster({ activityId });
  expect(await server.platform.mongo.collection('rosters').countDocuments()).toBe(1);
  const entries = await server.platform.mongo
    .collection('auditEntries')
    .find({ action: 'attendance.roster-handed-up' })
    .sort({ _id: 1 })
    .toArray();
  expect(entries.map(({ reason }) => reason)).toEqual(Array(2).fill('3人，完成规定学时1人'));
});

test('only by who may hold activities, and never of another unit', async () => {
  server.clock.set(END + HOUR);
  const { client } = await colleague(server, fixtures.unitId, { permissions: ['credit'] });
  await expect(client.attendance.handUpRoster({ activityId })).rejects.toMatchObject({
    code: 'PERMISSION_REQUIRED',
  });
  expect((await client.attendance.roster({ activityId })).persons).toBe(0);
  const { attendance } = fixtures.otherUnit;
  for (const ask of [
    attendance.roster({ activityId }),
    attendance.exportRoster({ activityId }),
    attendance.handUpRoster({ activityId }),
  ]) {
    await expect(ask).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});
