/** No list reads the whole catalogue: what the store says that it does for each of them, with some thousand projects in it. */
import { codesOf, PROJECT_LEVELS, PROJECT_NATURES } from '@common/terms';
import { Types } from 'mongoose';
import { COLLECTION_SCAN, explainReads } from '../../testing/explain';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { projectModel } from './model';

const PROJECTS = 3000;
const TOPICS = ['护理安全', '心血管病', '肿瘤热点', '儿童保健', '急诊急救', '院感防控'];
const LEVELS = codesOf(PROJECT_LEVELS);
const NATURES = codesOf(PROJECT_NATURES);

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
  // A new collection: what earlier tests left in its files is no part of the question.
  const Project = projectModel(server.platform.mongo);
  await Project.collection.drop();
  await Project.createIndexes();
  fixtures = await server.reset();
  const other = { unitId: new Types.ObjectId(), regionCode: '431022' };
  const mine = { unitId: new Types.ObjectId(fixtures.unitId), regionCode: '411102' };
  await projectModel(server.platform.mongo).insertMany(
    Array.from({ length: PROJECTS }, (_, n) => ({
      ...(n % 10 === 0 ? mine : other),
      number: `${2015 + (n % 12)}48${String(n).padStart(7, '0')} (省)`,
      year: 2015 + (n % 12),
      name: `第${n}届${TOPICS[n % TOPICS.length]}新进展学习班`,
      discipline: n % 2 ? '护理学/外科护理学' : '临床内科学/心血管病学',
      level: LEVELS[n % LEVELS.length],
      nature: NATURES[n % NATURES.length],
      creditClass: 'classI',
      leader: '王志强',
      minutes: 360,
      credits: 200,
    })),
  );
});
afterAll(async () => server.stop());

const FILTERS = [
  {},
  { q: '护理安全' },
  { q: '护' },
  { q: '王志强' },
  { q: '2020-48' },
  { q: '7' },
  { q: '无此项目' },
  { year: 2020 },
  { level: 'city' },
  { discipline: '14' },
  { q: '新进展', year: 2020, level: 'national', discipline: '0301', page: 3 },
] as const;

test.each(FILTERS)('%j is answered by an index', async (filter) => {
  const { mongo } = server.platform;
  const reads = await explainReads(mongo, 'projects', async () => {
    await server.client().catalogue.searchProjects(filter);
    await server.client().catalogue.searchProjects({ ...filter, region: '4111' });
    await fixtures.unit.catalogue.listUnitProjects(filter);
    await fixtures.authority.catalogue.listAuthorityProjects({ ...filter, nature: 'applied' });
  });
  // Each list asks twice: for its rows and for their number.
  expect(reads.map(({ method }) => method).sort()).toEqual([
    ...Array<string>(4).fill('countDocuments'),
    ...Array<string>(4).fill('find'),
  ]);
  for (const read of reads) {
    expect(read.stages).toContain('IXSCAN');
    expect(read.stages).not.toContain(COLLECTION_SCAN);
  }
});

test('the helper sees a scan where there is one', async () => {
  const { mongo } = server.platform;
  const reads = await explainReads(mongo, 'projects', async () =>
    projectModel(mongo).find({ leader: '王志强' }).limit(1).lean(),
  );
  expect(reads.map(({ stages }) => stages.includes(COLLECTION_SCAN))).toEqual([true]);
});

test('what the other areas look up is answered by an index', async () => {
  const { catalogue } = server.services;
  const reads = await explainReads(server.platform.mongo, 'projects', async () => {
    await catalogue.idsMatching(fixtures.unitId, '护理');
    await catalogue.get(new Types.ObjectId());
    await catalogue.projects([new Types.ObjectId()]);
    await catalogue.unitMoved(fixtures.otherUnitId, '431022');
    await catalogue.completeOld();
  });
  expect(reads).toHaveLength(5);
  expect(reads.flatMap(({ stages }) => stages)).not.toContain(COLLECTION_SCAN);
});

test('pages follow one another without gap or double, the newest year first', async () => {
  const numbers: string[] = [];
  const years: number[] = [];
  for (const page of [1, 2, 3]) {
    const { items, total, isMore } = await server
      .client()
      .catalogue.searchProjects({ q: '护理安全', page, pageSize: 200 });
    numbers.push(...items.map(({ number }) => number));
    years.push(...items.map(({ year }) => year));
    expect({ total, isMore }).toEqual({ total: PROJECTS / TOPICS.length, isMore: false });
  }
  expect(new Set(numbers).size).toBe(PROJECTS / TOPICS.length);
  expect(years).toEqual([...years].sort((a, b) => b - a));
});
