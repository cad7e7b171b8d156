/** The unit's people are reminded: ten and three working days before, and the day after. */
import { createServices } from '../../areas/services';
import { administratorPhone, type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { colleague } from '../../testing/people';
import { endedActivity, handIn, heldOn, signedInAgain } from '../../testing/reports';

const HOLDER = administratorPhone('976811');
const HOUR = 3_600_000;

let server: TestServer;
let fixtures: Fixtures;
let mark = 0;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  // Held on 28 August, due on 15 October 2026.
  await heldOn(server, fixtures, 2, '2026-08-28');
  mark = Math.max(0, ...inbox(HOLDER).map(({ number }) => number));
});
afterAll(async () => server.stop());

const inbox = (phone: string) => server.simulator.inbox(phone).filter(({ kind }) => kind === 'sms');
const told = (phone = HOLDER) =>
  inbox(phone)
    .filter(({ number }) => number > mark)
    .map(({ text }) => text);
/** The sweep runs on a day in China at this time. */
async function sweepAt(time: string): Promise<void> {
  server.clock.set(Date.parse(`${time}:00+08:00`));
  await server.services.reports.sweep();
}

test('each once, whatever the number of sweeps', async () => {
  await sweepAt('2026-09-23T10:00');
  expect(told()).toEqual([]);
  await sweepAt('2026-09-24T09:00');
  await sweepAt('2026-09-24T11:00');
  await sweepAt('2026-09-29T11:00');
  expect(told()).toEqual([
    '【继教通】“外科护理学新进展学习班”第2期的执行情况反馈还有10个工作日到期（2026-10-15），请登录管理控制台，在“执行情况反馈”中填写并提交。',
  ]);
  await sweepAt('2026-10-10T10:00');
  await sweepAt('2026-10-12T10:00');
  expect(told().slice(1)).toEqual([expect.stringContaining('还有3个工作日到期（2026-10-15）')]);
  await sweepAt('2026-10-15T10:00');
  expect(told()).toHaveLength(2);
  await sweepAt('2026-10-16T10:00');
  await sweepAt('2026-10-19T10:00');
  expect(told().slice(2)).toEqual([expect.stringContaining('应在2026-10-15前提交，现已逾期')]);
});

test('not at night: in the morning', async () => {
  await sweepAt('2026-10-13T08:59');
  await sweepAt('2026-10-13T21:00');
  expect(told()).toEqual([]);
  await sweepAt('2026-10-14T09:00');
  expect(told()).toEqual([expect.stringContaining('还有1个工作日到期')]);
});

test('two sweeps at once tell once', async () => {
  server.clock.set(Date.parse('2026-10-13T10:00:00+08:00'));
  const other = createServices(server.platform);
  await Promise.all([
    server.services.reports.sweep(),
    other.reports.sweep(),
    server.services.reports.sweep(),
    other.reports.sweep(),
  ]);
  await server.services.reports.sweep();
  expect(told()).toHaveLength(1);
});

test('only who may hold activities', async () => {
  await colleague(server, fixtures.unitId, { phone: '13711110001', permissions: ['holdActivities'] });
  await colleague(server, fixtures.unitId, { phone: '13711110002', permissions: ['credit'] });
  await sweepAt('2026-10-13T10:00');
  expect(told('13711110001')).toHaveLength(1);
  expect(told('13711110002')).toEqual([]);
});

test('not about what was handed in, nor about what is long overdue', async () => {
  await endedActivity(server);
  expect(told()).toEqual([]);
  await sweepAt('2026-12-15T10:00');
  await handIn((await signedInAgain(server, fixtures)).unit, fixtures.activityId);
  const before = told().length;
  server.clock.pass(24 * HOUR);
  for (const day of ['2026-12-28', '2027-01-04', '2027-01-05']) {
    await sweepAt(`${day}T10:00`);
  }
  expect(told()).toHaveLength(before);
});

test('nothing of a person in it', async () => {
  await sweepAt('2026-10-13T10:00');
  expect(told().join()).not.toMatch(/1\d{10}|王芳|李雪梅/);
  expect(told()).toHaveLength(1);
});
