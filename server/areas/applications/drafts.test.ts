/** Writing an application: drafts kept as they are, one window against another, filing of earlier projects. */

import { completeForm, decide, draft, openWindow, seenBy, submitted, YEAR } from '../../testing/applications';
import { authorityClient } from '../../testing/authorities';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { projectModel } from '../catalogue/model';
import { applicationModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const NEW = { kind: 'application', level: 'city', year: YEAR } as const;
const FILING = { kind: 'filing', level: 'national', year: YEAR } as const;
const projectId = async () =>
  String((await projectModel(server.platform.mongo).findOne({ number: /2020/ }).orFail())._id);
const openFiling = async () =>
  fixtures.authority.applications.createWindow({ ...FILING, from: '2026-11-01', to: '2026-12-31' });

test('a new one is an empty draft that says what is missing and who will review it', async () => {
  await openWindow(fixtures.authority);
  const made = await fixtures.unit.applications.createApplication(NEW);
  expect(made).toMatchObject({
    ...NEW,
    name: '',
    unitName: '漯河市中心医院',
    state: 'draft',
    waitingFor: null,
    credits: 0,
    can: ['submit', 'remove'],
    version: 0,
    steps: [
      { step: 'unit', ownerName: '漯河市中心医院', state: 'ahead' },
      { step: 'city', ownerName: '漯河市卫生健康委员会', state: 'ahead' },
    ],
    moves: [],
    opinions: [],
  });
  expect(made.missing[0]).toEqual({ page: 'basics', field: 'basics.name', message: '请填写项目名称' });
});

test('what is written is kept as it is, complete or not, with the credits of its hours', async () => {
  await openWindow(fixtures.authority);
  const { id } = await fixtures.unit.applications.createApplication(NEW);
  const form = completeForm({ leader: { title: null } });
  server.clock.pass(1000);
  const saved = await fixtures.unit.applications.saveApplication({ applicationId: id, version: 0, form });
  expect(saved).toMatchObject({ form, version: 1, credits: 200, discipline: '护理学/外科护理学' });
  expect(saved.missing).toEqual([
    { page: 'leader', field: 'leader.title', message: '请选择项目负责人的技术职务' },
  ]);
  expect(saved.updatedAt).toBe(new Date(server.clock.now()).toISOString());
  expect((await seenBy(fixtures.unit, { id })).form).toEqual(form);
});

test('telephone numbers lie sealed in the store', async () => {
  await openWindow(fixtures.authority);
  const { id } = await draft(fixtures.unit);
  const stored = JSON.stringify(await applicationModel(server.platform.mongo).findById(id).lean());
  expect(stored).toContain('李雪梅');
  expect(stored).not.toContain('13911110001');
  expect(stored).not.toContain('2111111');
});

test('two windows of one person: the older one does not overwrite the newer', async () => {
  await openWindow(fixtures.authority);
  const { id, version } = await draft(fixtures.unit);
  const save = async (name: string) =>
    fixtures.unit.applications.saveApplication({
      applicationId: id,
      version,
      form: completeForm({ basics: { name } }),
    });
  const outcomes = await Promise.allSettled(['甲', '乙', '丙'].map(save));
  const kept = outcomes.filter(({ status }) => status === 'fulfilled');
  expect(kept).toHaveLength(1);
  await expect(save('丁')).rejects.toMatchObject({
    code: 'REVIEW_MOVED',
    message: '这份申报刚刚在别处修改过，请刷新后继续填写',
  });
  expect((await seenBy(fixtures.unit, { id })).version).toBe(version + 1);
});

test('what is handed in cannot be written or deleted', async () => {
  await openWindow(fixtures.authority);
  const { id, version } = await submitted(fixtures.unit);
  await expect(
    fixtures.unit.applications.saveApplication({ applicationId: id, version, form: completeForm() }),
  ).rejects.toMatchObject({ code: 'MOVE_REFUSED' });
  await expect(fixtures.unit.applications.removeApplication({ applicationId: id })).rejects.toMatchObject({
    code: 'MOVE_REFUSED',
  });
});

test('a draft and what was sent back can be deleted', async () => {
  await openWindow(fixtures.authority);
  const { id } = await draft(fixtures.unit);
  await fixtures.unit.applications.removeApplication({ applicationId: id });
  const waiting = await submitted(fixtures.unit);
  await decide(fixtures.unit, waiting, { decision: 'return', reason: '请核对' });
  await fixtures.unit.applications.removeApplication({ applicationId: waiting.id });
  expect((await fixtures.unit.applications.listApplications({})).total).toBe(0);
  await expect(seenBy(fixtures.unit, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('another unit’s is not found, whatever is tried', async () => {
  await openWindow(fixtures.authority);
  const { id, version } = await draft(fixtures.unit);
  const { applications } = fixtures.otherUnit;
  const notFound = { code: 'NOT_FOUND' };
  const applicationId = id;
  await expect(applications.getApplication({ applicationId })).rejects.toMatchObject(notFound);
  await expect(
    applications.saveApplication({ applicationId, version, form: completeForm() }),
  ).rejects.toMatchObject(notFound);
  await expect(applications.submitApplication({ applicationId, version })).rejects.toMatchObject(notFound);
  await expect(applications.withdrawApplication({ applicationId })).rejects.toMatchObject(notFound);
  await expect(applications.removeApplication({ applicationId })).rejects.toMatchObject(notFound);
  await expect(applications.printApplication({ applicationId })).rejects.toMatchObject(notFound);
});

test('where the chain has no authority nobody could review it', async () => {
  await openWindow(fixtures.authority, 'province');
  await expect(
    fixtures.unit.applications.createApplication({ ...NEW, level: 'province' }),
  ).rejects.toMatchObject({ code: 'NO_REVIEWER' });
  expect((await fixtures.unit.applications.listApplications({})).total).toBe(0);
});

describe('备案', () => {
  // National projects are reviewed by the province.
  beforeEach(async () => {
    await authorityClient(server, '41');
  });

  test('takes what the catalogue tells of the project', async () => {
    await openFiling();
    const filed = await fixtures.unit.applications.createApplication({
      ...FILING,
      projectId: await projectId(),
    });
    expect(filed).toMatchObject({
      kind: 'filing',
      name: '外科护理学新进展学习班',
      leader: '测试用',
      minutes: 360,
    });
    expect(filed.form.basics).toMatchObject({ discipline: '1402', from: null, to: null });
    expect(filed.form.courses).toEqual([{ name: '外科护理学新进展学习班', minutes: 360, lecturers: [] }]);
  });

  test('is once a year for a project, however often one clicks', async () => {
    await openFiling();
    const file = async () =>
      fixtures.unit.applications.createApplication({ ...FILING, projectId: await projectId() });
    const outcomes = await Promise.allSettled([file(), file(), file()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(file()).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
      message: '该项目2027年已经备案，请在列表中查看',
    });
  });

  test('may be tried again after a rejection', async () => {
    await openFiling();
    const given = { ...FILING, projectId: await projectId() };
    const { id, version } = await fixtures.unit.applications.createApplication(given);
    const saved = await fixtures.unit.applications.saveApplication({
      applicationId: id,
      version,
      form: completeForm(),
    });
    const waiting = await fixtures.unit.applications.submitApplication({
      applicationId: id,
      version: saved.version,
    });
    await decide(fixtures.unit, waiting, { decision: 'reject', reason: '今年不办' });
    await fixtures.unit.applications.createApplication(given);
    expect((await fixtures.unit.applications.listApplications({})).total).toBe(2);
  });

  test('is of the unit’s own projects, of their level', async () => {
    await openFiling();
    await fixtures.authority.applications.createWindow({
      ...FILING,
      level: 'city',
      from: '2026-11-01',
      to: '2026-12-31',
    });
    const { applications } = fixtures.unit;
    await expect(applications.createApplication(FILING)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      field: 'projectId',
    });
    await expect(
      applications.createApplication({ ...FILING, projectId: '0'.repeat(24) }),
    ).rejects.toMatchObject({ code: 'PROJECT_NOT_YOURS' });
    await projectModel(server.platform.mongo).updateOne(
      { _id: await projectId() },
      { $set: { unitId: fixtures.otherUnitId } },
    );
    await expect(
      applications.createApplication({ ...FILING, projectId: await projectId() }),
    ).rejects.toMatchObject({ code: 'PROJECT_NOT_YOURS' });
    await projectModel(server.platform.mongo).updateOne(
      { _id: await projectId() },
      { $set: { unitId: fixtures.unitId } },
    );
    await expect(
      applications.createApplication({ ...FILING, level: 'city', projectId: await projectId() }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'level' });
  });

  test('has its own window', async () => {
    await openWindow(fixtures.authority, 'national');
    await expect(
      fixtures.unit.applications.createApplication({ ...FILING, projectId: await projectId() }),
    ).rejects.toMatchObject({ code: 'WINDOW_CLOSED' });
  });
});
