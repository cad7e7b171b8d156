import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, register } from '../../testing/people';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const create = async (...names: string[]) => {
  for (const name of names) {
    await fixtures.unit.regionsUnits.createDepartment({ name });
  }
  return list();
};
const list = async (client = fixtures.unit) => (await client.regionsUnits.listDepartments({})).items;
const names = async (client = fixtures.unit) => (await list(client)).map(({ name }) => name);
const idOf = async (name: string) =>
  String((await list()).find((department) => department.name === name)?.id);
const departmentOf = async (learnerId: string) => (await server.services.learners.get(learnerId))?.department;

test('the list keeps its order; what learners typed follows without an id, with the people of each', async () => {
  await approvedLearner(server, fixtures, 1, { department: '护理部' });
  await register(server, fixtures, 2, { department: '护理部' });
  await register(server, fixtures, 3, { department: '心内' });
  await register(server, fixtures, 4, { department: '' });
  expect(await create('外科', '护理部')).toEqual([
    { id: expect.any(String), name: '外科', approved: 0, pending: 0 },
    { id: expect.any(String), name: '护理部', approved: 1, pending: 1 },
    { id: null, name: '心内', approved: 0, pending: 1 },
  ]);
  const { items } = await server.client().regionsUnits.unitDepartments({ unitId: fixtures.unitId });
  expect(items).toEqual(['外科', '护理部']);
  expect(await names(fixtures.otherUnit)).toEqual([]);
});

test('a name is there once, also when two make it', async () => {
  const results = await Promise.allSettled([create('外科'), create(' 外科')]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(create('外科')).rejects.toMatchObject({ code: 'DEPARTMENT_EXISTS', field: 'name' });
  await expect(create(' ')).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'name' });
});

test('people follow a new name', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1, { department: '心内' });
  await create('心内', '外科');
  await fixtures.unit.regionsUnits.renameDepartment({ departmentId: await idOf('心内'), name: '心血管内科' });
  expect(await names()).toEqual(['心血管内科', '外科']);
  expect(await departmentOf(learnerId)).toBe('心血管内科');
});

test('a rename to a name that is there changes nothing', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1, { department: '心内' });
  await create('心内', '外科');
  await expect(
    fixtures.unit.regionsUnits.renameDepartment({ departmentId: await idOf('心内'), name: '外科' }),
  ).rejects.toMatchObject({ code: 'DEPARTMENT_EXISTS' });
  expect(await names()).toEqual(['心内', '外科']);
  expect(await departmentOf(learnerId)).toBe('心内');
});

test('sorting: those not named follow behind', async () => {
  await create('甲', '乙', '丙', '丁');
  const departmentIds = [await idOf('丁'), await idOf('乙'), '0'.repeat(24)];
  const sorted = await fixtures.unit.regionsUnits.sortDepartments({ departmentIds });
  expect(sorted.items.map(({ name }) => name)).toEqual(['丁', '乙', '甲', '丙']);
  await create('戊');
  expect(await names()).toEqual(['丁', '乙', '甲', '丙', '戊']);
});

test('merging takes listed and typed ones along with their people', async () => {
  const typed = await approvedLearner(server, fixtures, 1, { department: '心内' });
  const listed = await register(server, fixtures, 2, { department: '心血管科' });
  await create('心血管内科', '心血管科', '外科');
  await fixtures.unit.regionsUnits.mergeDepartments({
    from: ['心内', '心血管科', '心血管内科'],
    intoId: await idOf('心血管内科'),
  });
  expect(await list()).toEqual([
    { id: expect.any(String), name: '心血管内科', approved: 1, pending: 1 },
    { id: expect.any(String), name: '外科', approved: 0, pending: 0 },
  ]);
  expect(await departmentOf(typed.learnerId)).toBe('心血管内科');
  expect(await departmentOf(listed.learnerId)).toBe('心血管内科');
});

test('one with people is not removed, an empty one is', async () => {
  await register(server, fixtures, 1, { department: '护理部' });
  await create('护理部', '外科');
  await expect(
    fixtures.unit.regionsUnits.removeDepartment({ departmentId: await idOf('护理部') }),
  ).rejects.toMatchObject({ code: 'DEPARTMENT_IN_USE' });
  await fixtures.unit.regionsUnits.removeDepartment({ departmentId: await idOf('外科') });
  expect(await names()).toEqual(['护理部']);
});

test("another unit's departments do not exist for this one", async () => {
  await create('外科');
  const departmentId = await idOf('外科');
  const { regionsUnits } = fixtures.otherUnit;
  for (const act of [
    regionsUnits.renameDepartment({ departmentId, name: '内科' }),
    regionsUnits.removeDepartment({ departmentId }),
    regionsUnits.mergeDepartments({ from: ['内科'], intoId: departmentId }),
  ]) {
    await expect(act).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  await regionsUnits.sortDepartments({ departmentIds: [departmentId] });
  expect(await names()).toEqual(['外科']);
});

test('each change is logged with the administrator who made it', async () => {
  await create('心内', '外科');
  await fixtures.unit.regionsUnits.renameDepartment({ departmentId: await idOf('心内'), name: '心内科' });
  await fixtures.unit.regionsUnits.mergeDepartments({ from: ['外科'], intoId: await idOf('心内科') });
  await fixtures.unit.regionsUnits.removeDepartment({ departmentId: await idOf('心内科') });
  const log = await server.platform.mongo
    .collection('auditEntries')
    .find({ subject: `unit:${fixtures.unitId}` })
    .sort({ sequence: 1 })
    .toArray();
  expect(log.map(({ action, reason }) => [action, reason])).toEqual([
    ['department.created', '心内'],
    ['department.created', '外科'],
    ['department.renamed', '心内 → 心内科'],
    ['department.merged', '外科 → 心内科'],
    ['department.removed', '心内科'],
  ]);
});
