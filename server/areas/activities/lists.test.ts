/** 项目管理 and 举办申请审核: what is in which list, by which filter, and that no list reads them all. */
import { PROJECT_LEVELS } from '@common/terms';
import { Types } from 'mongoose';
import { newProject, submittedActivity } from '../../testing/activities';
import { COLLECTION_SCAN, explainReads } from '../../testing/explain';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { activityModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const draftOf = async (given: Parameters<typeof newProject>[2]) =>
  fixtures.unit.activities.createActivity({ projectId: await newProject(server, fixtures, given) });
const pass = async (client: Fixtures['unit'], id: string, version: number) =>
  client.activities.decideActivities({ items: [{ id, version }], decision: 'pass' });

test("a unit's list, the latest first, by each filter", async () => {
  const { unit, otherUnit, activityId: held } = fixtures;
  const a = await draftOf({ name: '肿瘤新进展论坛', level: 'national', leader: '王志强' });
  const b = await draftOf({ name: '急诊急救培训班', year: 2025, number: '2025480301016 (省)' });
  const listed = async (query: Parameters<typeof unit.activities.listUnitActivities>[0]) =>
    (await unit.activities.listUnitActivities(query)).items.map(({ id }) => id);
  expect(await listed({})).toEqual([b.id, a.id, held]);
  expect(await listed({ pageSize: 1, page: 2 })).toEqual([a.id]);
  expect(await listed({ q: '肿瘤' })).toEqual([a.id]);
  expect(await listed({ q: '王志强' })).toEqual([a.id]);
  expect(await listed({ q: '2025480301016' })).toEqual([b.id]);
  expect(await listed({ q: '.*' })).toEqual([]);
  expect(await listed({ year: 2025 })).toEqual([b.id]);
  expect(await listed({ level: 'national' })).toEqual([a.id, held]);
  expect(await listed({ state: 'approved' })).toEqual([held]);
  expect(await listed({ state: 'draft', year: 2026 })).toEqual([a.id]);
  expect((await otherUnit.activities.listUnitActivities({})).total).toBe(0);
});

test('what waits, whom it has come to, and what they have decided', async () => {
  const { unit, otherUnit, authority } = fixtures;
  const listed = async (client: Fixtures['unit'], show: 'waiting' | 'decided' | 'all') =>
    (await client.activities.listActivityReviews({ show })).items.map(({ id }) => id);
  const first = await submittedActivity(server, fixtures);
  server.clock.pass(60_000);
  const second = await submittedActivity(server, fixtures);
  // First come, first served.
  expect(await listed(unit, 'waiting')).toEqual([first.id, second.id]);
  expect(await listed(authority, 'all')).toEqual([]);
  await pass(unit, first.id, first.version);
  expect(await listed(unit, 'waiting')).toEqual([second.id]);
  expect(await listed(unit, 'decided')).toEqual([first.id]);
  expect(await listed(unit, 'all')).toEqual([second.id, first.id]);
  expect(await listed(authority, 'waiting')).toEqual([first.id]);
  expect(await listed(authority, 'decided')).toEqual([]);
  await pass(authority, first.id, first.version + 1);
  expect(await listed(authority, 'waiting')).toEqual([]);
  expect(await listed(authority, 'decided')).toEqual([first.id]);
  for (const show of ['waiting', 'decided', 'all'] as const) {
    expect(await listed(otherUnit, show)).toEqual([]);
  }
  const found = async (q: string) =>
    (await unit.activities.listActivityReviews({ q, show: 'all' })).items.map(({ id }) => id);
  expect(await found(second.projectNumber)).toEqual([second.id]);
  expect(await found('漯河市中心医院')).toEqual([second.id, first.id]);
});

describe('with some thousand activities', () => {
  beforeEach(async () => {
    const levels = Object.keys(PROJECT_LEVELS);
    const states = ['draft', 'waiting', 'returned', 'approved'] as const;
    await activityModel(server.platform.mongo).insertMany(
      Array.from({ length: 2_000 }, (_, n) => ({
        projectId: new Types.ObjectId(),
        unitId: n % 10 === 0 ? new Types.ObjectId(fixtures.unitId) : new Types.ObjectId(),
        term: 1,
        year: 2020 + (n % 7),
        level: levels[n % 4],
        searched: `2020${n}\n第${n}届学习班\n王志强\n漯河市中心医院`,
        state: states[n % 4],
        ...(n % 4 === 1 && {
          waitingFor: n % 3 === 0 ? new Types.ObjectId(fixtures.authorityId) : new Types.ObjectId(),
          submittedAt: new Date(server.clock.now() + n),
        }),
        reviewers: n % 5 === 0 ? [new Types.ObjectId(fixtures.authorityId)] : [],
        periods: [],
        courses: [],
      })),
    );
  });

  test('each list is answered by an index', async () => {
    const { unit, authority } = fixtures;
    const reads = await explainReads(server.platform.mongo, 'activities', async () => {
      for (const filter of [
        {},
        { q: '学习班' },
        { year: 2022 },
        { level: 'city' },
        { state: 'approved' },
        { state: 'waiting', year: 2023, level: 'national', q: '王', page: 2 },
      ] as const) {
        await unit.activities.listUnitActivities(filter);
      }
      for (const show of ['waiting', 'decided', 'all'] as const) {
        await authority.activities.listActivityReviews({ show });
        await authority.activities.listActivityReviews({ show, q: '学习班' });
      }
    });
    expect(reads.filter(({ method }) => method === 'find').length).toBeGreaterThanOrEqual(12);
    for (const read of reads) {
      expect([read.filter, read.stages]).toEqual([read.filter, expect.arrayContaining(['IXSCAN'])]);
      expect(read.stages).not.toContain(COLLECTION_SCAN);
    }
  });
});
