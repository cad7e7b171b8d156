import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { colleague } from '../../testing/people';
import { projectModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const ENTRY = {
  number: '2026－03－01－006（国）',
  name: '常见慢性病防治新进展',
  discipline: '0301',
  leader: '王志强',
  minutes: 540,
};
const enter = async (some: Partial<typeof ENTRY> = {}, client = fixtures.unit) =>
  client.catalogue.enterNationalProject({ ...ENTRY, ...some });

test('a national project is entered with its basics; class and credits follow', async () => {
  const row = await enter();
  expect(row).toMatchObject({
    number: '2026-03-01-006 (国)',
    year: 2026,
    level: 'national',
    nature: 'entered',
    discipline: '临床内科学/心血管病学',
    creditClass: 'classI',
    form: 'onSite',
    minutes: 540,
    credits: 300,
    unitName: '漯河市中心医院',
  });
  const { items } = await fixtures.unit.catalogue.listUnitProjects({ nature: 'entered' });
  expect(items).toMatchObject([{ id: row.id, terms: [], canRemove: true }]);
  const log = server.platform.mongo.collection('auditEntries');
  expect(await log.findOne({ action: 'project.entered' })).toMatchObject({ subject: `project:${row.id}` });
});

test('the credits are by the rate that the authority has set', async () => {
  await server.platform.mongo
    .collection('authorities')
    .updateOne({ code: '411100' }, { $set: { 'settings.minutesPerCredit': { national: { onSite: 360 } } } });
  expect(await enter()).toMatchObject({ credits: 150 });
});

test('what a unit entered is for the unit and the authorities over it, and not in the public catalogue', async () => {
  await enter();
  const { items } = await server.client().catalogue.searchProjects({ year: 2026 });
  expect(items).toEqual([]);
  const { items: seen } = await fixtures.authority.catalogue.listAuthorityProjects({ year: 2026 });
  expect(seen).toMatchObject([{ number: '2026-03-01-006 (国)' }]);
});

test('a number is entered once, in whatever spelling, and who comes second is told whose it is', async () => {
  const both = await Promise.allSettled([enter(), enter({ number: '2026-03-01-006' })]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(enter()).rejects.toMatchObject({
    code: 'PROJECT_EXISTS',
    field: 'number',
    message: '本单位已有这个项目，请在列表中查找',
  });
  await expect(enter({}, fixtures.otherUnit)).rejects.toMatchObject({
    code: 'PROJECT_EXISTS',
    message: expect.stringContaining('漯河市中心医院'),
  });
  expect(await projectModel(server.platform.mongo).countDocuments({ year: 2026 })).toBe(1);
});

test.each([
  [{ number: '2026480301016 (省)' }, 'number'],
  [{ number: '2014031010' }, 'number'],
  [{ number: '2028-03-01-006 (国)' }, 'number'],
  [{ number: '' }, 'number'],
  [{ discipline: '0399' }, 'discipline'],
  [{ name: '' }, 'name'],
  [{ leader: '' }, 'leader'],
  [{ minutes: 0 }, 'minutes'],
])('%j is refused', async (some, field) => {
  await expect(enter(some)).rejects.toMatchObject({ code: 'INVALID_INPUT', field });
});

test('the coming year’s list is published before it begins', async () => {
  expect(await enter({ number: '2027-03-01-006 (国)' })).toMatchObject({ year: 2027 });
});

test('who may not hold activities may not enter any', async () => {
  const { client } = await colleague(server, fixtures.unitId, { permissions: ['approveLearners'] });
  await expect(enter({}, client)).rejects.toMatchObject({ code: 'PERMISSION_REQUIRED' });
});

test('an entered project is taken out again by its own unit, once, with a trace', async () => {
  const { id: projectId } = await enter();
  await expect(fixtures.otherUnit.catalogue.removeNationalProject({ projectId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await fixtures.unit.catalogue.removeNationalProject({ projectId });
  await expect(fixtures.unit.catalogue.removeNationalProject({ projectId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const log = server.platform.mongo.collection('auditEntries');
  expect(await log.findOne({ action: 'project.removed' })).toMatchObject({
    reason: '2026-03-01-006 (国) 常见慢性病防治新进展',
  });
  await enter();
});

test('one with an activity stays, and so does what was published', async () => {
  const { id: projectId } = await enter();
  await fixtures.unit.activities.createActivity({ projectId });
  await expect(fixtures.unit.catalogue.removeNationalProject({ projectId })).rejects.toMatchObject({
    code: 'MOVE_REFUSED',
    message: '该项目已有举办的活动，请先删除未上报的活动',
  });
  const published = await projectModel(server.platform.mongo).findOne({ year: 2020 }).orFail();
  await expect(
    fixtures.unit.catalogue.removeNationalProject({ projectId: String(published._id) }),
  ).rejects.toMatchObject({ code: 'MOVE_REFUSED', message: '上级公布或导入的项目不能删除' });
  const { items } = await fixtures.unit.catalogue.listUnitProjects({});
  expect(items.map(({ canRemove }) => canRemove)).toEqual([false, false]);
});
