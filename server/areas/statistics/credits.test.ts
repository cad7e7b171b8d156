/** 学分统计: the ledger added up, compared with adding it up one by one. */
import { Types } from 'mongoose';
import { COLLECTION_SCAN, explainReads } from '../../testing/explain';
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { putCredits, putPeople } from '../../testing/ledger';
import { activityModel } from '../activities/model';
import { creditEntryModel } from '../credits/model';

let server: TestServer;
let fixtures: Fixtures;
/** 李雪梅 and 王建国 of 漯河, 周强 of 宜章. */
let li: string;
let wang: string;
let zhou: string;
beforeAll(async () => {
  server = await startTestServer();
  fixtures = await server.reset();
  const { platform, services } = server;
  const { unitId, otherUnitId, activityId } = fixtures;
  const { _id, ...like } = await activityModel(platform.mongo).findOne().orFail().lean();
  const second = String((await activityModel(platform.mongo).create({ ...like, term: 2 }))._id);
  [li = '', wang = ''] = await putPeople(platform, unitId, [{ name: '李雪梅' }, { name: '王建国' }]);
  [zhou = ''] = await putPeople(platform, otherUnitId, [{ name: '周强' }]);
  await putCredits(platform, services, activityId, [li, wang], { department: '外科' });
  const revoked = await putCredits(platform, services, second, [li, wang], {
    state: 'waiting',
    credits: 150,
    activityDate: '2025-12-31',
  });
  await putCredits(platform, services, activityId, [zhou], { unitId: otherUnitId, regionCode: '431022' });
  await services.credits.revoke(new Types.ObjectId(revoked), [wang], {
    reason: '重复授分',
    byName: '王芳',
    at: new Date(NINE),
  });
});
afterAll(async () => server.stop());

const told = (
  rows: { label: string; persons: number; entries: number; credits: number; pending: number }[],
) => rows.map(({ label, persons, entries, credits, pending }) => [label, persons, entries, credits, pending]);

test.each([
  ['unit', [['漯河市中心医院', 2, 3, 550, 150]]],
  [
    'department',
    [
      ['外科', 2, 2, 400, 0],
      ['没有填写科室', 1, 1, 150, 150],
    ],
  ],
  ['discipline', [['护理学/外科护理学', 2, 3, 550, 150]]],
  ['creditClass', [['I类学分', 2, 3, 550, 150]]],
  [
    'year',
    [
      ['2026年', 2, 2, 400, 0],
      ['2025年', 1, 1, 150, 150],
    ],
  ],
] as const)('by %s', async (by, rows) => {
  for (const who of ['unit', 'authority'] as const) {
    const found = await fixtures[who].statistics.creditStatistics({ by });
    expect(told(found.items)).toEqual(rows);
    expect(found).toMatchObject({
      others: null,
      total: { persons: 2, entries: 3, credits: 550, minutes: 3 * 360, pending: 150 },
      years: [2026, 2025],
    });
  }
});

test('narrowed by year, class and level; the years to choose from stay', async () => {
  const { unit } = fixtures;
  expect(await unit.statistics.creditStatistics({ year: 2025 })).toMatchObject({
    total: { persons: 1, entries: 1, credits: 150, pending: 150 },
    years: [2026, 2025],
  });
  expect((await unit.statistics.creditStatistics({ creditClass: 'classII' })).items).toEqual([]);
  expect((await unit.statistics.creditStatistics({ level: 'national' })).total.entries).toBe(3);
});

test('nothing granted is no credits, and no failure', async () => {
  expect(await fixtures.unit.statistics.creditStatistics({ year: 2001, by: 'year' })).toEqual({
    items: [],
    others: null,
    total: { persons: 0, entries: 0, credits: 0, minutes: 0, pending: 0 },
    years: [2026, 2025],
  });
});

test('people count where they were; another region is out of sight', async () => {
  const { otherUnit, authority, unit, unitId, otherUnitId } = fixtures;
  expect(told((await otherUnit.statistics.creditStatistics({})).items)).toEqual([
    ['宜章县第二人民医院', 1, 1, 200, 0],
  ]);
  expect((await authority.statistics.creditStatistics({ unitId })).total.credits).toBe(550);
  expect((await authority.statistics.creditStatistics({ unitId: otherUnitId })).total.credits).toBe(0);
  expect((await unit.statistics.creditStatistics({ unitId: otherUnitId })).total.credits).toBe(550);
});

test('the nation sees all regions, what has most first', async () => {
  const scope = { kind: 'authority', regionCode: '' } as const;
  const found = await server.services.statistics.creditStatistics(scope, { by: 'unit' });
  expect(told(found.items)).toEqual([
    ['漯河市中心医院', 2, 3, 550, 150],
    ['宜章县第二人民医院', 1, 1, 200, 0],
  ]);
  expect(found.total.persons).toBe(3);
});

test('200 are shown, the rest is one row that adds up', async () => {
  const CreditEntry = creditEntryModel(server.platform.mongo);
  const like = await CreditEntry.findOne({ learnerId: zhou }).orFail().lean();
  const extra = Array.from({ length: 203 }, (_, n) => ({
    ...like,
    _id: new Types.ObjectId(),
    learnerId: new Types.ObjectId(),
    department: `第${n}科`,
    credits: 1000 - n,
  }));
  await CreditEntry.insertMany(extra);
  const { items, others, total } = await fixtures.otherUnit.statistics.creditStatistics({ by: 'department' });
  expect(items).toHaveLength(200);
  expect(items[0]).toMatchObject({ label: '第0科', credits: 1000 });
  // 第200科 to 第202科 and 周强, who has no department.
  expect(others).toMatchObject({ label: '其余', persons: 4, entries: 4, credits: 800 + 799 + 798 + 200 });
  const sum = items.reduce((credits, row) => credits + row.credits, others?.credits ?? 0);
  expect(total).toMatchObject({ persons: 204, entries: 204, credits: sum });
  await CreditEntry.deleteMany({ _id: { $in: extra.map(({ _id }) => _id) } });
});

test('all of it by indexes', async () => {
  const reads = await explainReads(server.platform.mongo, 'creditEntries', async () => {
    await fixtures.unit.statistics.creditStatistics({ by: 'department' });
    await fixtures.authority.statistics.creditStatistics({ by: 'unit', year: 2026 });
  });
  expect(reads).toHaveLength(8);
  expect(reads.flatMap(({ stages }) => stages)).not.toContain(COLLECTION_SCAN);
});
