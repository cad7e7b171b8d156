/** 选择录入 and what may be written while an activity has not been handed in. */
import { newProject, planOf, readyActivity, submittedActivity, upload } from '../../testing/activities';
import { atAuthority, decide, openWindow, YEAR } from '../../testing/applications';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner } from '../../testing/people';
import { auditModel } from '../audit/model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

test('a project becomes a draft with one total course; the next is the next term', async () => {
  const { unit } = fixtures;
  const projectId = await newProject(server, fixtures);
  const first = await unit.activities.createActivity({ projectId });
  expect(first).toMatchObject({
    state: 'draft',
    term: 1,
    year: 2026,
    nature: 'applied',
    from: null,
    to: null,
    can: ['submit', 'remove'],
    version: 0,
    projectMinutes: 360,
    courses: [{ name: '护理安全及风险防范管理学习班', minutes: 360, lecturers: [] }],
    periods: [],
    documents: [],
    change: null,
    steps: [
      { step: 'unit', ownerName: '漯河市中心医院', state: 'ahead' },
      { step: 'city', ownerName: '漯河市卫生健康委员会', state: 'ahead' },
    ],
  });
  expect(first.missing.map(({ field }) => field)).toEqual([
    'venue',
    'contact',
    'contactPhone',
    'registration.expectedPersons',
    'registration.audience',
    'periods',
    'documents.notice',
    'documents.schedule',
  ]);
  expect((await unit.activities.createActivity({ projectId })).term).toBe(2);
});

test('the first term of what was applied for begins with its courses, lecturers and registration', async () => {
  const { unit, authority } = fixtures;
  await openWindow(authority);
  const applied = await atAuthority(unit);
  await decide(authority, applied);
  await authority.applications.publishApplications({ applicationIds: [applied.id] });
  const { items } = await unit.catalogue.listUnitProjects({ year: YEAR });
  const made = await unit.activities.createActivity({ projectId: items[0]?.id ?? '' });
  const { courses, contact, registration, missing } = made;
  expect(courses).toMatchObject([
    { name: '围手术期护理新进展', minutes: 180, lecturers: [{ name: '李雪梅', title: 'chiefNurse' }] },
    { name: '护理安全与风险防范', minutes: 180 },
  ]);
  expect({ contact, registration }).toEqual({
    contact: '王芳',
    registration: { expectedPersons: 120, audience: '各级医院护理人员', remark: '' },
  });
  expect(missing.map(({ field }) => field)).not.toContain('courses');
});

test('colleagues who choose the same project at once get different terms', async () => {
  const projectId = await newProject(server, fixtures);
  const made = await Promise.all(
    [1, 2, 3, 4].map(async () => fixtures.unit.activities.createActivity({ projectId })),
  );
  expect(made.map(({ term }) => term).sort()).toEqual([1, 2, 3, 4]);
  expect(await server.services.activities.termsOf([projectId])).toEqual(new Map([[projectId, [1, 2, 3, 4]]]));
});

test("another unit's project cannot be chosen, and is told no more of than one that is not there", async () => {
  const projectId = await newProject(server, fixtures);
  for (const chosen of [projectId, '0'.repeat(24)]) {
    await expect(fixtures.otherUnit.activities.createActivity({ projectId: chosen })).rejects.toMatchObject({
      code: 'PROJECT_NOT_YOURS',
      field: 'projectId',
      message: '只能选择本单位的I类学分项目，没有找到请联系上级部门',
    });
  }
});

test('what was written is kept, courses by their id and periods in order', async () => {
  const { unit } = fixtures;
  const draft = await unit.activities.createActivity({ projectId: await newProject(server, fixtures) });
  const plan = planOf(draft);
  const saved = await unit.activities.saveActivity({
    ...plan,
    capacity: 200,
    point: { longitude: 114.02, latitude: 33.57 },
    courses: [
      { name: '护理安全', minutes: 180 },
      { id: draft.courses[0]?.id, name: '风险防范', minutes: 180 },
    ],
    periods: [...plan.periods].reverse(),
  });
  expect(saved).toMatchObject({
    version: 1,
    capacity: 200,
    point: { longitude: 114.02, latitude: 33.57 },
    venue: '门诊楼六楼学术报告厅',
    registration: { expectedPersons: 120, audience: '各级护理人员' },
    periods: plan.periods,
    from: plan.periods[0]?.from,
  });
  expect(saved.courses[1]?.id).toBe(draft.courses[0]?.id);
  expect(saved.courses[0]?.id).not.toBe(draft.courses[0]?.id);
  const cleared = await unit.activities.saveActivity({ activityId: draft.id, version: 1 });
  expect(cleared).toMatchObject({ version: 2, point: null, venue: '', courses: [], periods: [] });
});

test('of two windows the second is told that something was saved meanwhile', async () => {
  const { unit } = fixtures;
  const draft = await unit.activities.createActivity({ projectId: await newProject(server, fixtures) });
  const outcomes = await Promise.allSettled(
    [1, 2, 3].map(async () => unit.activities.saveActivity(planOf(draft))),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(unit.activities.saveActivity(planOf(draft))).rejects.toMatchObject({ code: 'REVIEW_MOVED' });
});

test('a lecturer is who his number says, whatever was typed beside it', async () => {
  const { unit, unitId } = fixtures;
  const { learnerId } = await approvedLearner(server, fixtures, 1, { title: 'chiefNurse' });
  const personnelNo = (await server.services.learners.get(learnerId))?.personnelNo ?? '';
  const expected = { name: '陈慧敏', personnelNo, title: 'chiefNurse', unitName: '漯河市中心医院' };
  expect(await unit.activities.findLecturer({ personnelNo })).toEqual(expected);
  const draft = await unit.activities.createActivity({ projectId: await newProject(server, { unitId }) });
  const saved = await unit.activities.saveActivity({
    activityId: draft.id,
    version: 0,
    courses: [
      {
        name: '总课程',
        minutes: 360,
        lecturers: [{ name: '张建国' }, { name: '别人', personnelNo: ` ${personnelNo} ` }],
      },
    ],
  });
  expect(saved.courses[0]).toMatchObject({
    lecturer: '张建国、陈慧敏',
    lecturers: [{ name: '张建国', personnelNo: null, title: null, unitName: '' }, expected],
  });
});

test.each([
  ['a wrong check digit', '1627120049'],
  ['a right number that nobody has', '1000000014'],
  ['no number at all', '张建国'],
])("a lecturer's number that does not exist: %s", async (_what, personnelNo) => {
  const { unit } = fixtures;
  await expect(unit.activities.findLecturer({ personnelNo })).rejects.toMatchObject({
    code: 'LECTURER_UNKNOWN',
  });
  const draft = await unit.activities.createActivity({ projectId: await newProject(server, fixtures) });
  await expect(
    unit.activities.saveActivity({
      activityId: draft.id,
      version: 0,
      courses: [{ name: '总课程', minutes: 360, lecturers: [{ name: '李雪梅' }, { personnelNo }] }],
    }),
  ).rejects.toMatchObject({
    code: 'LECTURER_UNKNOWN',
    field: 'courses.0.lecturers.1.personnelNo',
    message: '没有找到这个人员编号，请逐位核对',
  });
});

test('what has been handed in cannot be written or removed; withdrawn it can', async () => {
  const { unit } = fixtures;
  const handedIn = await submittedActivity(server, fixtures);
  const refused = { code: 'MOVE_REFUSED', message: '已提交申请的活动不能修改；审核中的可以先撤回' };
  await expect(unit.activities.saveActivity(planOf(handedIn))).rejects.toMatchObject(refused);
  await expect(unit.activities.removeActivity({ activityId: handedIn.id })).rejects.toMatchObject(refused);
  await expect(upload(unit, handedIn.id, 'other')).rejects.toMatchObject(refused);
  const back = await unit.activities.withdrawActivity({ activityId: handedIn.id });
  expect(back).toMatchObject({ state: 'draft', waitingFor: null, can: ['submit', 'remove'] });
  expect(await unit.activities.saveActivity({ ...planOf(back), venue: '第一会议室' })).toMatchObject({
    venue: '第一会议室',
  });
});

test('a draft is removed with its documents, and its term is free again', async () => {
  const { unit } = fixtures;
  const { id, documents } = await readyActivity(server, fixtures);
  expect(documents).toHaveLength(2);
  await unit.activities.removeActivity({ activityId: id });
  await expect(unit.activities.getActivity({ activityId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await server.services.documents.sweep();
  const { mongo } = server.platform;
  expect(await mongo.db?.collection('files.files').countDocuments({ 'metadata.kind': 'document' })).toBe(0);
  expect(await mongo.db?.collection('uploads').countDocuments()).toBe(0);
  const entry = await auditModel(mongo).findOne({ action: 'activity.removed' }).lean();
  expect(entry).toMatchObject({ subject: `activity:${id}`, actor: { kind: 'unit', id: fixtures.unitId } });
});

test("another unit does not find a unit's drafts, nor does an authority", async () => {
  const { id, version, courses } = await readyActivity(server, fixtures);
  const absent = { code: 'NOT_FOUND' };
  const { otherUnit, authority } = fixtures;
  await expect(otherUnit.activities.getActivity({ activityId: id })).rejects.toMatchObject(absent);
  await expect(authority.activities.getActivity({ activityId: id })).rejects.toMatchObject(absent);
  await expect(otherUnit.activities.saveActivity(planOf({ id, version, courses }))).rejects.toMatchObject(
    absent,
  );
  await expect(otherUnit.activities.submitActivity({ activityId: id, version })).rejects.toMatchObject(
    absent,
  );
  await expect(otherUnit.activities.withdrawActivity({ activityId: id })).rejects.toMatchObject(absent);
  await expect(otherUnit.activities.removeActivity({ activityId: id })).rejects.toMatchObject(absent);
});
