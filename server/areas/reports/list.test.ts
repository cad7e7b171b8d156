/** 执行情况反馈 as a list: what is due first, and what is late. */
import { authorityClient } from '../../testing/authorities';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { endedActivity, FILLED, handIn, heldOn } from '../../testing/reports';
import { unitModel } from '../regions-units/model';

let server: TestServer;
let fixtures: Fixtures;
/** Held on 28 August: due on 15 October, five weeks ago. */
let late: string;
/** Held on 10 November. */
let soon: string;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  late = await heldOn(server, fixtures, 2, '2026-08-28');
  soon = await heldOn(server, fixtures, 3, '2026-11-10');
  await endedActivity(server);
});
afterAll(async () => server.stop());

type Show = 'open' | 'late' | 'waiting' | 'done' | 'all';
const listed = async (client: Fixtures['unit'], show: Show, more: { unitId?: string } = {}) => {
  const { items, total, late: count } = await client.reports.listReports({ show, ...more });
  expect(total).toBe(items.length);
  return { terms: items.map(({ term }) => term), late: count };
};

test('by the due day, with the working days that are left or gone', async () => {
  const { items, late: count } = await fixtures.unit.reports.listReports({});
  expect(count).toBe(1);
  expect(items.map(({ term, dueOn, daysLeft, isLate }) => ({ term, dueOn, daysLeft, isLate }))).toEqual([
    { term: 2, dueOn: '2026-10-15', daysLeft: -26, isLate: true },
    { term: 3, dueOn: '2026-12-22', daysLeft: 22, isLate: false },
    { term: 1, dueOn: '2027-01-01', daysLeft: 30, isLate: false },
  ]);
  expect(items[0]).toMatchObject({
    activityId: late,
    projectNumber: '2020-14-02-049 (国)',
    name: '外科护理学新进展学习班',
    unitName: '漯河市中心医院',
    state: 'draft',
    can: ['submit'],
  });
});

test('each tab has its own; the authority sees what is late and works off what came to it', async () => {
  await handIn(fixtures.unit, soon);
  expect(await listed(fixtures.unit, 'open')).toEqual({ terms: [2, 1], late: 1 });
  expect(await listed(fixtures.unit, 'waiting')).toEqual({ terms: [3], late: 1 });
  for (const [show, terms] of [
    ['late', [2]],
    ['waiting', [3]],
    ['done', []],
    ['all', [1, 3, 2]],
  ] as const) {
    expect(await listed(fixtures.authority, show)).toEqual({ terms, late: 1 });
  }
  const { id, version } = await fixtures.unit.reports.getReport({ activityId: soon });
  await fixtures.authority.reports.decideReports({ items: [{ id, version }], decision: 'pass' });
  expect(await listed(fixtures.authority, 'waiting')).toEqual({ terms: [], late: 1 });
  expect(await listed(fixtures.authority, 'done')).toEqual({ terms: [3], late: 1 });
});

test('handed in, though late, it is no longer among the late ones, and marked for good', async () => {
  await handIn(fixtures.unit, late);
  expect(await listed(fixtures.authority, 'late')).toEqual({ terms: [], late: 0 });
  const { items } = await fixtures.authority.reports.listReports({ show: 'waiting' });
  expect(items).toMatchObject([{ term: 2, isLate: true, daysLeft: null, can: ['pass', 'return'] }]);
});

test('what is still being written is not read by the authority; that it is late is', async () => {
  await fixtures.unit.reports.saveReport({ activityId: late, version: 0, form: FILLED });
  const seen = await fixtures.authority.reports.getReport({ activityId: late });
  expect(seen).toMatchObject({ isLate: true, can: [], form: { summary: { effect: '' } } });
});

test('one unit of the region can be chosen; none of another', async () => {
  const near = await unitModel(server.platform.mongo).create({
    code: '976812',
    name: '舞阳县中医院',
    regionCode: '411121',
    initials: [],
  });
  await heldOn(server, fixtures, 4, '2026-11-12', { unitId: String(near._id) });
  await server.services.reports.sweep();
  const { authority, unitId, otherUnitId } = fixtures;
  expect((await listed(authority, 'all')).terms).toHaveLength(4);
  expect(await listed(authority, 'all', { unitId })).toEqual({ terms: [1, 3, 2], late: 1 });
  expect(await listed(authority, 'all', { unitId: String(near._id) })).toEqual({ terms: [4], late: 0 });
  expect(await listed(authority, 'all', { unitId: otherUnitId })).toEqual({ terms: [], late: 0 });
});

test('other units and other regions see nothing; the province above sees all, and what waits for others is not its work', async () => {
  await handIn(fixtures.unit, soon);
  const province = await authorityClient(server, '41');
  const elsewhere = await authorityClient(server, '43');
  expect(await listed(fixtures.otherUnit, 'all')).toEqual({ terms: [], late: 0 });
  expect(await listed(elsewhere, 'all')).toEqual({ terms: [], late: 0 });
  expect((await listed(province, 'all')).terms).toEqual([1, 3, 2]);
  expect((await listed(province, 'waiting')).terms).toEqual([]);
});

test('page by page', async () => {
  const page = async (n: number) => fixtures.unit.reports.listReports({ show: 'all', page: n, pageSize: 2 });
  const [first, second] = [await page(1), await page(2)];
  expect([...first.items, ...second.items].map(({ term }) => term)).toEqual([1, 3, 2]);
  expect(first.total).toBe(3);
});
