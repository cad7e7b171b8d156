/** 项目明细查询 and 人员明细: what was held, who came, who has the credit; to the unit its own, to an authority its region's. */
import { Types } from 'mongoose';
import { COLLECTION_SCAN, explainReads } from '../../testing/explain';
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { putCredits, putPeople } from '../../testing/ledger';
import { activityModel } from '../activities/model';
import { checkInModel } from '../check-ins/model';

let server: TestServer;
let fixtures: Fixtures;
/** 李雪梅 participates and lectures, 王建国's batch waits, 陈敏's credit was revoked. */
let people: string[];
let revokedFrom: string;
beforeAll(async () => {
  server = await startTestServer();
  fixtures = await server.reset();
  const { unitId, activityId, courseId } = fixtures;
  people = await putPeople(
    server.platform,
    unitId,
    ['李雪梅', '王建国', '陈敏', '赵丽'].map((name) => ({ name })),
  );
  const [li = '', wang = '', chen = ''] = people;
  const put = putCredits.bind(null, server.platform, server.services, activityId);
  revokedFrom = await put([li, chen], { department: '外科' });
  await put([wang], { state: 'waiting', activityDate: '2026-11-20' });
  await put([li], { role: 'lecturer', credits: 400, state: 'returned' });
  await server.services.credits.revoke(new Types.ObjectId(revokedFrom), [chen], {
    reason: '重复授分',
    byName: '王芳',
    at: new Date(NINE),
  });
  await checkInModel(server.platform.mongo).insertMany(
    [...people, ...people].map((learnerId, n) => ({
      activityId,
      courseId,
      learnerId,
      direction: n < people.length ? 'in' : 'out',
      at: new Date(NINE),
      receivedAt: new Date(NINE),
      slotWindow: 1,
      method: 'qr',
      claim: `put:${n}`,
    })),
  );
});
afterAll(async () => server.stop());

test('a project with how many came, have the credit, and have it reviewed', async () => {
  const expected = {
    activityId: fixtures.activityId,
    projectNumber: '2020-14-02-049 (国)',
    term: 1,
    unitName: '漯河市中心医院',
    leader: '测试用',
    from: '2026-11-21T00:00:00.000Z',
    to: '2026-11-21T10:00:00.000Z',
    creditClass: 'classI',
    credits: 200,
    attended: 4,
    // 李雪梅 is one person in two roles; 陈敏 has none any more.
    credited: 2,
    reviewed: 1,
  };
  for (const who of ['unit', 'authority'] as const) {
    expect(await fixtures[who].statistics.listProjects({})).toMatchObject({ total: 1, items: [expected] });
  }
});

test.each([
  [{ year: 2020 }, 1],
  [{ year: 2021 }, 0],
  [{ level: 'national', creditClass: 'classI' }, 1],
  [{ creditClass: 'classII' }, 0],
  [{ level: 'national', creditClass: 'classII' }, 0],
  [{ creditClass: 'other' }, 0],
  [{ discipline: '14' }, 1],
  [{ discipline: '1402' }, 1],
  [{ discipline: '03' }, 0],
  [{ from: '2026-11-21', to: '2026-11-21' }, 1],
  [{ to: '2026-11-20' }, 0],
  [{ from: '2026-11-22' }, 0],
  [{ q: '外科护理' }, 1],
  [{ q: '2020-14' }, 1],
  [{ q: '.*' }, 0],
] as const)('%j finds %d', async (filter, total) => {
  expect((await fixtures.unit.statistics.listProjects(filter)).total).toBe(total);
  expect((await fixtures.authority.statistics.listProjects(filter)).total).toBe(total);
});

test.each([{ year: 'x' }, { from: '2026-02-30' }, { level: 'world' }, { discipline: '1' }, { unitId: 'x' }])(
  '%j is refused',
  async (filter) => {
    await expect(fixtures.unit.statistics.listProjects(filter as object)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  },
);

test('another unit sees nothing of it, an authority nothing outside its region', async () => {
  const { unit, otherUnit, authority, unitId, otherUnitId, activityId } = fixtures;
  expect(await otherUnit.statistics.listProjects({})).toMatchObject({ total: 0, items: [] });
  // A unit has its own, whatever it asks for.
  expect((await otherUnit.statistics.listProjects({ unitId })).total).toBe(0);
  expect((await unit.statistics.listProjects({ unitId: otherUnitId })).total).toBe(1);
  expect((await authority.statistics.listProjects({ unitId })).total).toBe(1);
  expect((await authority.statistics.listProjects({ unitId: otherUnitId })).total).toBe(0);
  await expect(otherUnit.statistics.listPersons({ activityId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('人员明细: each credit of each person, and what they add up to', async () => {
  const { activityId } = fixtures;
  const found = await fixtures.authority.statistics.listPersons({ activityId });
  expect(found).toMatchObject({
    total: 4,
    credits: 200 + 200 + 400,
    activityName: '外科护理学新进展学习班',
    projectNumber: '2020-14-02-049 (国)',
  });
  const told = found.items.map(({ name, role, state, credits }) => `${name} ${role} ${state} ${credits}`);
  expect(told.slice(0, 3).sort()).toEqual([
    '李雪梅 lecturer returned 400',
    '李雪梅 participant reviewed 200',
    '陈敏 participant revoked 200',
  ]);
  // The latest day first.
  expect(told[3]).toBe('王建国 participant pending 200');
  expect(found.items.find(({ name }) => name === '陈敏')).toMatchObject({
    sex: 'female',
    idNoMasked: '1101**********002X',
    unitName: '漯河市中心医院',
    department: '外科',
    title: 'nurse',
    minutes: 360,
    activityDate: '2026-11-21',
  });
});

test.each([
  [{ state: 'revoked' }, ['陈敏'], 0],
  [{ state: 'reviewed' }, ['李雪梅'], 200],
  [{ state: 'pending' }, ['王建国'], 200],
  [{ state: 'returned' }, ['李雪梅'], 400],
  [{ role: 'lecturer' }, ['李雪梅'], 400],
  [{ q: '建国' }, ['王建国'], 200],
  [{ q: '无此人' }, [], 0],
  [{ q: '李雪梅', role: 'participant', state: 'returned' }, [], 0],
] as const)('%j are %j', async (filter, names, credits) => {
  const found = await fixtures.unit.statistics.listPersons({ activityId: fixtures.activityId, ...filter });
  expect(found).toMatchObject({ total: names.length, credits });
  expect(found.items.map(({ name }) => name)).toEqual(names);
});

test('its pages follow one another without gap or double', async () => {
  const pages = await Promise.all(
    [1, 2, 3].map(async (page) =>
      fixtures.unit.statistics.listPersons({ activityId: fixtures.activityId, page, pageSize: 2 }),
    ),
  );
  expect(pages.map(({ items }) => items.length)).toEqual([2, 2, 0]);
  expect(new Set(pages.flatMap(({ items }) => items.map(({ creditId }) => creditId))).size).toBe(4);
});

test('who was granted it again after a revocation has it', async () => {
  const [, , chen = ''] = people;
  const [revoked] = await server.services.credits.standings({ learnerId: chen });
  if (!revoked) {
    throw new Error('nothing was put');
  }
  const again = await putCredits(server.platform, server.services, fixtures.activityId, []);
  await server.services.credits.write([
    { ...revoked.entry, _id: new Types.ObjectId(), creditingId: new Types.ObjectId(again), round: 1 },
  ]);
  const { items } = await fixtures.unit.statistics.listPersons({
    activityId: fixtures.activityId,
    q: '陈敏',
  });
  expect(items.map(({ state }) => state).sort()).toEqual(['reviewed', 'revoked']);
  expect((await fixtures.unit.statistics.listProjects({})).items).toMatchObject([
    { credited: 3, reviewed: 2 },
  ]);
});

test('an activity without credits has an empty list', async () => {
  const { mongo } = server.platform;
  const { _id, ...like } = await activityModel(mongo).findOne().orFail().lean();
  const other = await activityModel(mongo).create({ ...like, term: 2 });
  expect(await fixtures.unit.statistics.listPersons({ activityId: String(other._id) })).toMatchObject({
    items: [],
    total: 0,
    credits: 0,
  });
  const { items } = await fixtures.unit.statistics.listProjects({});
  expect(items.map(({ term, attended, credited }) => [term, attended, credited])).toEqual([
    [2, 0, 0],
    [1, 4, 3],
  ]);
});

test('all of it by indexes', async () => {
  const { mongo } = server.platform;
  const { unit, authority, activityId } = fixtures;
  for (const collection of ['activities', 'creditEntries', 'checkIns']) {
    const reads = await explainReads(mongo, collection, async () => {
      await unit.statistics.listProjects({ year: 2020, q: '护理' });
      await authority.statistics.listProjects({ from: '2026-11-01', discipline: '14' });
      await unit.statistics.listPersons({ activityId, state: 'reviewed' });
    });
    expect(reads.length).toBeGreaterThan(1);
    expect(reads.flatMap(({ stages }) => stages)).not.toContain(COLLECTION_SCAN);
  }
});
