import { Types } from 'mongoose';
import { authorityClient } from '../../testing/authorities';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { type ProjectDoc, projectModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const add = async (some: Partial<ProjectDoc>) =>
  projectModel(server.platform.mongo).create({
    number: '2026480301016 (省)',
    year: 2026,
    name: '心血管病诊疗新进展',
    discipline: '临床内科学/心血管病学',
    level: 'province',
    creditClass: 'classI',
    leader: '王志强',
    minutes: 540,
    credits: 300,
    unitId: new Types.ObjectId(fixtures.otherUnitId),
    regionCode: '431022',
    ...some,
  });
const found = async (query: object) => {
  const { items } = await server.client().catalogue.searchProjects(query);
  return items.map(({ number }) => number);
};
const FIXTURE = '2020-14-02-049 (国)';

test('anybody finds a published project by its name, number or leader, and sees who holds it', async () => {
  await add({});
  const { items, total } = await server.client().catalogue.searchProjects({ q: '外科护理' });
  expect(total).toBe(1);
  expect(items).toEqual([
    {
      id: expect.any(String),
      number: FIXTURE,
      year: 2020,
      name: '外科护理学新进展学习班',
      discipline: '护理学/外科护理学',
      level: 'national',
      nature: 'applied',
      creditClass: 'classI',
      form: 'onSite',
      leader: '测试用',
      minutes: 360,
      credits: 200,
      unitName: '漯河市中心医院',
    },
  ]);
  expect(await found({ q: '2020-14-02' })).toEqual([FIXTURE]);
  expect(await found({ q: '测试用' })).toEqual([FIXTURE]);
  expect(await found({ q: '没有这个' })).toEqual([]);
  expect(await found({ q: '.*' })).toHaveLength(2);
  expect(await found({})).toEqual(['2026480301016 (省)', FIXTURE]);
});

test('year, level, discipline and region narrow it down', async () => {
  await add({});
  expect(await found({ year: 2020 })).toEqual([FIXTURE]);
  expect(await found({ level: 'province' })).toEqual(['2026480301016 (省)']);
  expect(await found({ discipline: '14' })).toEqual([FIXTURE]);
  expect(await found({ discipline: '0301' })).toEqual(['2026480301016 (省)']);
  expect(await found({ region: '43' })).toEqual(['2026480301016 (省)']);
  expect(await found({ region: '411102' })).toEqual([FIXTURE]);
});

test('a unit chooses among its own only, and sees the terms that it has held', async () => {
  await add({});
  const { items } = await fixtures.unit.catalogue.listUnitProjects({});
  expect(items).toMatchObject([{ number: FIXTURE, terms: [1], canRemove: false }]);
  const other = await fixtures.otherUnit.catalogue.listUnitProjects({ q: '心血管' });
  expect(other.items).toMatchObject([{ number: '2026480301016 (省)', terms: [] }]);
  expect(await fixtures.unit.catalogue.listUnitProjects({ nature: 'filed' })).toMatchObject({ items: [] });
});

test('an authority sees the projects of its region, and of no other, whatever it asks for', async () => {
  await add({ nature: 'filed' });
  const numbers = async (client: Fixtures['authority'], query = {}) =>
    (await client.catalogue.listAuthorityProjects(query)).items.map(({ number }) => number);
  expect(await numbers(fixtures.authority)).toEqual([FIXTURE]);
  expect(await numbers(fixtures.authority, { region: '43' })).toEqual([]);
  expect(await numbers(fixtures.authority, { nature: 'filed' })).toEqual([]);
  const nation = await authorityClient(server, '');
  expect(await numbers(nation)).toHaveLength(2);
  expect(await numbers(nation, { nature: 'filed' })).toEqual(['2026480301016 (省)']);
  expect(await numbers(nation, { region: '411102' })).toEqual([FIXTURE]);
});

test('a unit that moves takes its projects into the lists of its new authority', async () => {
  const nation = await authorityClient(server, '');
  await nation.regionsUnits.updateUnit({
    unitId: fixtures.unitId,
    name: '漯河市中心医院',
    regionCode: '411121',
  });
  expect(await found({ region: '411102' })).toEqual([]);
  expect(await found({ region: '411121', q: '外科护理' })).toEqual([FIXTURE]);
});

test('a unit that was renamed is shown by its present name', async () => {
  await fixtures.authority.regionsUnits.updateUnit({
    unitId: fixtures.unitId,
    name: '漯河市第一人民医院',
    regionCode: '411102',
  });
  const { items } = await server.client().catalogue.searchProjects({});
  expect(items).toMatchObject([{ unitName: '漯河市第一人民医院' }]);
});

test('a project of an earlier version is found again after the next start', async () => {
  const Project = projectModel(server.platform.mongo);
  const added = { keys: 1, text: 1, nature: 1, form: 1, regionCode: 1, disciplineCode: 1 };
  await Project.collection.updateOne({}, { $unset: added });
  expect(await found({})).toEqual([]);
  await server.services.catalogue.completeOld();
  expect(await found({ q: '外科护理', discipline: '1402', region: '411102' })).toEqual([FIXTURE]);
  await server.services.catalogue.completeOld();
  expect(await Project.countDocuments()).toBe(1);
});

test('more than 10,000 are not counted', async () => {
  const Project = projectModel(server.platform.mongo);
  const [one] = await Project.find().sort({ _id: 1 }).lean();
  // Written past mongoose: hydrating ten thousand takes longer than the question is worth.
  await Project.collection.insertMany(
    Array.from({ length: 10_000 }, (_, n) => ({
      ...one,
      _id: new Types.ObjectId(),
      number: String(n),
      keys: ['*', '*public'],
    })),
  );
  expect(await server.client().catalogue.searchProjects({})).toMatchObject({ total: 10_000, isMore: true });
  expect(await server.client().catalogue.searchProjects({ page: 500 })).toMatchObject({ isMore: true });
});
