/** What administrators are told by SMS of what came back to their unit. */
import { submittedActivity } from '../../testing/activities';
import { atAuthority, decide, openWindow } from '../../testing/applications';
import { clearFaults, orderFault } from '../../testing/calls';
import { analyseAndGrant, attendees } from '../../testing/crediting';
import { administratorPhone, type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { colleague } from '../../testing/people';
import { endedActivity, handIn } from '../../testing/reports';
import { officeMessageModel } from './model';

const HOUR_MS = 3_600_000;

let server: TestServer;
let fixtures: Fixtures;
let queued: string[];
let mark: number;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  queued = [];
  server.services.officeMessages.attach(async (key) => void queued.push(key));
  mark = Math.max(0, ...inbox().map(({ number }) => number));
});
afterEach(async () => clearFaults(server));
afterAll(async () => server.stop());

/** The unit's administrator, who may do everything. */
const inbox = () => server.simulator.inbox(administratorPhone('976811'));
const told = () =>
  inbox()
    .filter(({ number, text }) => number > mark && text.includes('退回'))
    .map(({ text }) => text);
const work = async () => Promise.all(queued.map(async (key) => server.services.officeMessages.deliver(key)));
const tell = async (key: string, permission: 'credit' | 'holdActivities' = 'credit') =>
  server.services.officeMessages.tellUnit({
    unitId: fixtures.unitId,
    permission,
    key,
    text: `${key}被退回`,
  });
const states = async () =>
  (await officeMessageModel(server.platform.mongo).find().sort({ _id: 1 }).lean()).map(({ state }) => state);

test('授分, 举办申请, 项目申报 and 执行情况反馈 that came back, each with where to look', async () => {
  const { unit, authority, activityId } = fixtures;
  await attendees(server, fixtures, 1);
  const batch = await analyseAndGrant(unit, activityId);
  await authority.crediting.returnCrediting({ creditingId: batch.id, reason: '名单有误，13900000001' });

  const { id, version } = await submittedActivity(server, fixtures);
  await unit.activities.decideActivities({
    items: [{ id, version }],
    decision: 'return',
    reason: '请补充讲者',
  });

  await openWindow(authority);
  const application = await atAuthority(unit);
  await decide(authority, application, { decision: 'return', reason: '请补充' });

  await endedActivity(server);
  const report = await handIn(unit, activityId);
  await authority.reports.decideReports({
    items: [{ id: report.id, version: report.version }],
    decision: 'return',
    reason: '请补充照片',
  });

  server.clock.set(Date.parse('2026-12-01T10:00:00+08:00'));
  await work();
  const places = told().map((text) => /^【继教通】.*退回.*在“(.+)”中查看原因/.exec(text)?.[1]);
  expect(new Set(places)).toEqual(new Set(['授分记录', '项目管理', '项目申报与备案', '执行情况反馈']));
  expect(places).toHaveLength(4);
  // The reason may name people: it is read in the console.
  expect(told().join()).not.toContain('13900000001');
});

test('only those with the permission, and of one event once', async () => {
  const phone = '13711112222';
  await colleague(server, fixtures.unitId, { phone, permissions: ['approveLearners'] });
  await tell('授分');
  await tell('授分');
  await work();
  await work();
  expect(told()).toEqual(['【继教通】授分被退回']);
  expect(await states()).toEqual(['sent']);
  expect(server.simulator.inbox(phone)).toEqual([]);
});

test('at night it waits until eight', async () => {
  server.clock.set(Date.parse('2026-11-21T22:30:00+08:00'));
  await tell('授分');
  expect(await work()).toEqual([9.5 * HOUR_MS]);
  await server.services.officeMessages.sweep();
  expect(queued).toHaveLength(1);
  server.clock.pass(9.5 * HOUR_MS);
  await work();
  expect(told()).toHaveLength(1);
});

test('five a day at most', async () => {
  for (let n = 1; n <= 7; n += 1) {
    await tell(`授分${n}`);
  }
  for (const key of queued) {
    await server.services.officeMessages.deliver(key);
  }
  expect(told()).toHaveLength(5);
  expect((await states()).filter((state) => state === 'capped')).toHaveLength(2);
  server.clock.pass(24 * HOUR_MS);
  queued = [];
  await tell('第二天');
  await work();
  expect(told()).toHaveLength(6);
});

test('a gateway that is down: it is tried again, counts for nothing, and the sweep finds what was left', async () => {
  await orderFault(server, { kind: 'status', path: '/sms', times: 6 });
  await tell('授分');
  for (let n = 0; n < 6; n += 1) {
    await expect(work()).rejects.toThrow();
  }
  await clearFaults(server);
  queued = [];
  server.clock.pass(HOUR_MS);
  await server.services.officeMessages.sweep();
  await work();
  expect(told()).toHaveLength(1);
});

test('a gateway that was down for two weeks: what is no news any more is not sent', async () => {
  await tell('授分');
  server.clock.pass(14 * 24 * HOUR_MS);
  await server.services.officeMessages.sweep();
  await work();
  expect(queued).toHaveLength(1);
  expect(told()).toEqual([]);
  server.clock.pass(180 * 24 * HOUR_MS);
  await server.services.officeMessages.sweep();
  expect(await states()).toEqual([]);
});
