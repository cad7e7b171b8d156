/** What the authority does with a report, once. */

import { authorityClient } from '../../testing/authorities';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { endedActivity, handIn, heldOn } from '../../testing/reports';
import { auditModel } from '../audit/model';

let server: TestServer;
let fixtures: Fixtures;
let activityId: string;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  ({ activityId } = fixtures);
  await endedActivity(server);
});
afterAll(async () => server.stop());

const pass = async (client: Fixtures['authority'], items: { id: string; version: number }[]) =>
  client.reports.decideReports({ items, decision: 'pass' });

test('passed: it is done, for the unit and for the authority, and the log says who', async () => {
  const { id, version } = await handIn(fixtures.unit, activityId);
  expect(await fixtures.authority.reports.getReport({ activityId })).toMatchObject({
    can: ['pass', 'return'],
    form: { holding: { participants: 86 } },
  });
  expect(await pass(fixtures.authority, [{ id, version }])).toEqual({
    results: [{ id, outcome: 'done', state: 'approved' }],
  });
  expect(await fixtures.unit.reports.getReport({ activityId })).toMatchObject({
    state: 'approved',
    note: '漯河市卫生健康委员会[审核通过]',
    steps: [{ state: 'done' }],
    can: [],
  });
  expect((await fixtures.authority.reports.getReport({ activityId })).can).toEqual([]);
  const logged = await auditModel(server.platform.mongo)
    .find({ subject: `activity:${activityId}` })
    .sort({ sequence: 1 })
    .lean();
  expect(logged.map(({ action }) => action)).toEqual(['report.submitted', 'report.passed']);
});

test('returned with what to change on which page; changed it comes again', async () => {
  const { id, version } = await handIn(fixtures.unit, activityId);
  const given = { items: [{ id, version }], decision: 'return' as const };
  await expect(fixtures.authority.reports.decideReports(given)).rejects.toMatchObject({
    code: 'REASON_REQUIRED',
  });
  const pages = [{ page: 'summary', reason: '请写明考核情况' }];
  await fixtures.authority.reports.decideReports({ ...given, pages });
  const returned = await fixtures.unit.reports.getReport({ activityId });
  expect(returned).toMatchObject({
    state: 'returned',
    can: ['submit'],
    moves: [{ move: 'return', pages }, { move: 'submit' }],
  });
  expect(await handIn(fixtures.unit, activityId)).toMatchObject({ state: 'waiting' });
  const logged = await auditModel(server.platform.mongo).findOne({ action: 'report.returned' }).lean();
  expect(logged).toMatchObject({ subject: `activity:${activityId}`, reason: '请写明考核情况' });
});

test('two reviewers at once: one of them decides, the other is told', async () => {
  const { id, version } = await handIn(fixtures.unit, activityId);
  const items = [{ id, version }];
  const answers = await Promise.all([
    pass(fixtures.authority, items),
    fixtures.authority.reports.decideReports({ items, decision: 'return', reason: '请补充' }),
    pass(fixtures.authority, items),
  ]);
  const outcomes = answers.map(({ results }) => results[0]?.outcome);
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'moved')).toHaveLength(2);
  expect((await fixtures.unit.reports.getReport({ activityId })).moves).toHaveLength(2);
});

test('what was taken back, changed and handed in again is not decided unseen', async () => {
  const { id, version } = await handIn(fixtures.unit, activityId);
  await fixtures.unit.reports.withdrawReport({ activityId });
  await handIn(fixtures.unit, activityId);
  expect(await pass(fixtures.authority, [{ id, version }])).toEqual({
    results: [{ id, outcome: 'moved', state: 'waiting' }],
  });
});

test('several at once; what is not handed in yet is refused by itself', async () => {
  const other = await heldOn(server, fixtures, 2, '2026-11-10');
  await server.services.reports.sweep();
  const { id, version } = await handIn(fixtures.unit, activityId);
  const draft = await fixtures.unit.reports.getReport({ activityId: other });
  const { results } = await pass(fixtures.authority, [{ id, version }, draft]);
  expect(results).toEqual([
    { id, outcome: 'done', state: 'approved' },
    { id: draft.id, outcome: 'refused', state: 'draft' },
  ]);
});

test('not refused for good: each activity has one report', async () => {
  const { id, version } = await handIn(fixtures.unit, activityId);
  await expect(
    fixtures.authority.reports.decideReports({
      items: [{ id, version }],
      decision: 'reject',
      reason: '不行',
    }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'decision' });
});

test('only whose turn it is: the province looks on, another region and the unit itself find nothing to do', async () => {
  const province = await authorityClient(server, '41');
  const elsewhere = await authorityClient(server, '43');
  const { id, version } = await handIn(fixtures.unit, activityId);
  const items = [{ id, version }];
  expect((await pass(province, items)).results).toMatchObject([{ outcome: 'refused', state: 'waiting' }]);
  expect((await province.reports.getReport({ activityId })).can).toEqual([]);
  expect((await pass(fixtures.unit, items)).results).toMatchObject([{ outcome: 'refused' }]);
  await expect(pass(elsewhere, items)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(pass(fixtures.otherUnit, items)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(elsewhere.reports.getReport({ activityId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
