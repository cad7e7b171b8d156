/** A report for every approved activity that has ended, however often and wherever the sweep runs; its days follow the activity. */
import { createServices } from '../../areas/services';
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { endedActivity, handIn, heldOn, signedInAgain } from '../../testing/reports';
import { activityModel } from '../activities/model';
import { reportModel } from './model';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const reports = async () => reportModel(server.platform.mongo).find().sort({ dueOn: 1 }).lean();
const sweep = async () => server.services.reports.sweep();

test('once its last period is over, and not a second before', async () => {
  server.clock.set(NINE + 9 * HOUR - 1);
  await sweep();
  expect(await reports()).toEqual([]);
  server.clock.pass(1);
  await sweep();
  expect(await reports()).toMatchObject([
    { state: 'draft', endedOn: '2026-11-21', handedInOn: null, regions: ['411102', '4111', '41', ''] },
  ]);
});

test('what stands in the application stands in the report already', async () => {
  await endedActivity(server);
  const { form } = await fixtures.unit.reports.getReport({ activityId: fixtures.activityId });
  expect(form.holding).toMatchObject({ place: '学术报告厅', lecturers: 1, participants: 0 });
});

test('an activity of two days is reported on after the second', async () => {
  const later = { from: new Date(NINE + DAY), to: new Date(NINE + DAY + HOUR) };
  await activityModel(server.platform.mongo).updateMany({}, { $push: { periods: later } });
  server.clock.set(NINE + 10 * HOUR);
  await sweep();
  expect(await reports()).toEqual([]);
  server.clock.pass(DAY);
  await sweep();
  expect(await reports()).toMatchObject([{ endedOn: '2026-11-22' }]);
});

test.each(['draft', 'waiting', 'returned', 'rejected'])(
  'nothing that is %s is reported on',
  async (state) => {
    await activityModel(server.platform.mongo).updateMany({}, { $set: { state } });
    server.clock.pass(DAY);
    await sweep();
    expect(await reports()).toEqual([]);
  },
);

test('two sweeps at once in two processes make one report each', async () => {
  for (let term = 2; term <= 12; term += 1) {
    await heldOn(server, fixtures, term, '2026-11-10');
  }
  server.clock.pass(DAY);
  const other = createServices(server.platform);
  await Promise.all([sweep(), other.reports.sweep(), sweep(), other.reports.sweep()]);
  expect(await reports()).toHaveLength(12);
  await sweep();
  expect(await reports()).toHaveLength(12);
  expect(await server.services.activities.endedWithoutReport(server.clock.now(), 50)).toEqual([]);
});

test('a process that ended between writing and marking leaves nothing behind', async () => {
  await endedActivity(server);
  await activityModel(server.platform.mongo).updateMany({}, { $unset: { hasReport: 1 } });
  await heldOn(server, fixtures, 2, '2026-11-20');
  await sweep();
  expect(await reports()).toHaveLength(2);
  expect(await server.services.activities.endedWithoutReport(server.clock.now(), 50)).toEqual([]);
});

test('more than one sweep takes comes with the next', async () => {
  const Activity = activityModel(server.platform.mongo);
  const { _id, ...like } = await Activity.findOne().orFail().lean();
  await Activity.insertMany(Array.from({ length: 210 }, (_, n) => ({ ...like, term: n + 2 })));
  server.clock.pass(DAY);
  await sweep();
  expect(await reports()).toHaveLength(200);
  await sweep();
  expect(await reports()).toHaveLength(211);
});

test('30 working days, over National Day with its make-up days', async () => {
  await heldOn(server, fixtures, 2, '2026-08-28');
  await sweep();
  expect(await reports()).toMatchObject([{ endedOn: '2026-08-28', dueOn: '2026-10-15' }]);
});

test('a due day in a year whose holidays are not announced is provisional', async () => {
  const activityId = await heldOn(server, fixtures, 2, '2030-12-10');
  server.clock.set(Date.parse('2030-12-11T01:00:00Z'));
  await sweep();
  const { unit } = await signedInAgain(server, fixtures);
  expect(await unit.reports.getReport({ activityId })).toMatchObject({
    dueOn: '2031-01-21',
    isProvisional: true,
    daysLeft: 29,
  });
});

describe('a changed last day', () => {
  const extend = async (days: number) => {
    const later = { from: new Date(NINE + days * DAY), to: new Date(NINE + days * DAY + HOUR) };
    await activityModel(server.platform.mongo).updateMany({}, { $push: { periods: later } });
  };

  test('moves the days of a draft, in the list with the next sweep and on its page at once', async () => {
    await endedActivity(server);
    const [before] = await reports();
    await extend(3);
    const { activityId } = fixtures;
    expect(await fixtures.unit.reports.getReport({ activityId })).toMatchObject({ endedOn: '2026-11-24' });
    await extend(4);
    server.clock.pass(HOUR);
    await sweep();
    const [after] = await reports();
    expect(after?.endedOn).toBe('2026-11-25');
    expect(after?.dueOn && before?.dueOn && after.dueOn > before.dueOn).toBe(true);
  });

  test('it cannot be handed in before that', async () => {
    await endedActivity(server);
    await extend(3);
    await expect(handIn(fixtures.unit, fixtures.activityId)).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
      message: '活动还没有结束，结束后才能提交执行情况反馈',
    });
    const { activityId } = fixtures;
    expect((await fixtures.unit.reports.getReport({ activityId })).can).toEqual([]);
    server.clock.pass(3 * DAY);
    const { unit } = await signedInAgain(server, fixtures);
    expect(await handIn(unit, activityId)).toMatchObject({ state: 'waiting' });
  });

  test('leaves alone what has been handed in', async () => {
    await endedActivity(server);
    await handIn(fixtures.unit, fixtures.activityId);
    await extend(3);
    server.clock.pass(2 * HOUR);
    await sweep();
    expect(await reports()).toMatchObject([{ endedOn: '2026-11-21', state: 'waiting' }]);
  });
});
