import { Types } from 'mongoose';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { projectModel } from './model';
import type { NewProject } from './publishing';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const newProject = (some: Partial<NewProject> = {}): NewProject => ({
  applicationId: new Types.ObjectId(),
  unitId: fixtures.unitId,
  year: 2026,
  level: 'province',
  nature: 'applied',
  form: 'onSite',
  name: '心血管病诊疗新进展',
  discipline: '0301',
  leader: '王志强',
  minutes: 540,
  credits: 300,
  prefix: '48',
  ...some,
});
const publish = async (...some: Partial<NewProject>[]) =>
  (await server.services.catalogue.publish(some.map(newProject))).map(({ number }) => number);

test('each series is numbered by itself, in the order given', async () => {
  expect(
    await publish(
      {},
      { discipline: '1402' },
      {},
      { level: 'city', prefix: '' },
      { level: 'national', discipline: '1402' },
      { year: 2027 },
    ),
  ).toEqual([
    '2026480301001 (省)',
    '2026481402001 (省)',
    '2026480301002 (省)',
    '20260301001',
    '2026-14-02-001 (国)',
    '2027480301001 (省)',
  ]);
  expect(await publish({})).toEqual(['2026480301003 (省)']);
});

test('a published project is in the catalogue of its unit and of everybody, with its class and discipline', async () => {
  await publish({ nature: 'filed' }, { level: 'city', form: 'mixed' });
  const { items } = await fixtures.unit.catalogue.listUnitProjects({ q: '心血管病' });
  expect(items).toMatchObject([
    {
      level: 'province',
      nature: 'filed',
      creditClass: 'classI',
      discipline: '临床内科学/心血管病学',
      minutes: 540,
      credits: 300,
    },
    { level: 'city', nature: 'applied', creditClass: 'classII', form: 'mixed' },
  ]);
  const { total } = await server.client().catalogue.searchProjects({ q: '心血管病', region: '4111' });
  expect(total).toBe(2);
});

test('batches that are published at once get different numbers, all of them', async () => {
  const batches = await Promise.all(
    Array.from({ length: 4 }, async () => publish({}, { discipline: '1402' }, {})),
  );
  const numbers = batches.flat();
  expect(new Set(numbers).size).toBe(12);
  expect(numbers).toEqual(expect.arrayContaining(['2026480301008 (省)', '2026481402004 (省)']));
});

test('a number that came in another way is passed over', async () => {
  const { unit } = fixtures;
  const entry = { name: '护理新进展', discipline: '1402', leader: '李雪梅', minutes: 180 };
  await unit.catalogue.enterNationalProject({ ...entry, number: '2026-14-02-002' });
  expect(await publish(...Array(3).fill({ level: 'national', discipline: '1402' }))).toEqual([
    '2026-14-02-001 (国)',
    '2026-14-02-003 (国)',
    '2026-14-02-004 (国)',
  ]);
});

test('an application is published once', async () => {
  const applicationId = new Types.ObjectId();
  await publish({ applicationId });
  await expect(publish({}, { applicationId })).rejects.toMatchObject({ code: 'PROJECT_EXISTS' });
  expect(await projectModel(server.platform.mongo).countDocuments({ year: 2026 })).toBe(1);
});

test('within the caller’s transaction, all goes with it', async () => {
  const { mongo } = server.platform;
  const attempt = mongo.transaction(async (session) => {
    await server.services.catalogue.publish([newProject(), newProject()], session);
    await server.services.catalogue.publish([newProject()], session);
    throw new Error('the caller changed its mind');
  });
  await expect(attempt).rejects.toThrow('the caller changed its mind');
  expect(await projectModel(mongo).countDocuments({ year: 2026 })).toBe(0);
  expect(await publish({})).toEqual(['2026480301001 (省)']);
});
