/** 提交申请: from the unit's 科教 department to the authority; who sees it when, and what each decision does. */
import {
  newProject,
  PERIODS,
  planOf,
  readyActivity,
  submittedActivity,
  upload,
} from '../../testing/activities';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { colleague } from '../../testing/people';
import { authorityColleague } from '../../testing/units';
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

const item = ({ id, version }: { id: string; version: number }) => ({ id, version });

test('it goes from the unit to the city, each step with who has it, and is approved', async () => {
  const { unit, authority } = fixtures;
  const handedIn = await submittedActivity(server, fixtures);
  expect(handedIn).toMatchObject({
    state: 'waiting',
    waitingFor: '漯河市中心医院',
    note: '',
    missing: [],
    can: ['withdraw', 'pass', 'return', 'reject'],
    steps: [
      { step: 'unit', ownerName: '漯河市中心医院', state: 'waiting' },
      { step: 'city', ownerName: '漯河市卫生健康委员会', state: 'ahead' },
    ],
  });
  // The authority does not know of it before the unit has confirmed it.
  await expect(authority.activities.getActivity({ activityId: handedIn.id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const confirmed = await unit.activities.decideActivities({ items: [item(handedIn)], decision: 'pass' });
  expect(confirmed.results).toEqual([{ id: handedIn.id, outcome: 'done', state: 'waiting' }]);
  const atCity = await authority.activities.getActivity({ activityId: handedIn.id });
  expect(atCity).toMatchObject({
    waitingFor: '漯河市卫生健康委员会',
    note: '漯河市中心医院[审核通过]',
    can: ['pass', 'return', 'reject'],
    steps: [{ state: 'done' }, { state: 'waiting' }],
  });
  const passed = await authority.activities.decideActivities({ items: [item(atCity)], decision: 'pass' });
  expect(passed.results).toEqual([{ id: handedIn.id, outcome: 'done', state: 'approved' }]);
  const approved = await unit.activities.getActivity({ activityId: handedIn.id });
  expect(approved).toMatchObject({
    state: 'approved',
    waitingFor: null,
    note: '漯河市卫生健康委员会[审核通过]',
    can: [],
    steps: [{ state: 'done' }, { state: 'done' }],
    moves: [
      { move: 'pass', byName: '漯河市卫生健康委员会', administratorName: '王芳' },
      { move: 'pass', byName: '漯河市中心医院', administratorName: '王芳' },
      { move: 'submit', byName: '漯河市中心医院', administratorName: '王芳' },
    ],
  });
  const log = await auditModel(server.platform.mongo)
    .find({ subject: `activity:${handedIn.id}`, action: /^activity/ })
    .sort({ sequence: 1 })
    .lean();
  expect(log.map(({ action, actor }) => [action, actor.kind])).toEqual([
    ['activity.created', 'unit'],
    ['activity.submitted', 'unit'],
    ['activity.passed', 'unit'],
    ['activity.passed', 'authority'],
  ]);
});

test('returned with a reason it is written again and goes the whole way anew', async () => {
  const { unit, authority } = fixtures;
  const handedIn = await submittedActivity(server, fixtures);
  await unit.activities.decideActivities({ items: [item(handedIn)], decision: 'pass' });
  const atCity = await authority.activities.getActivity({ activityId: handedIn.id });
  await expect(
    authority.activities.decideActivities({ items: [item(atCity)], decision: 'return' }),
  ).rejects.toMatchObject({ code: 'REASON_REQUIRED', field: 'reason' });
  await authority.activities.decideActivities({
    items: [item(atCity)],
    decision: 'return',
    reason: '会议通知没有红章',
  });
  const returned = await unit.activities.getActivity({ activityId: handedIn.id });
  expect(returned).toMatchObject({
    state: 'returned',
    waitingFor: null,
    note: '漯河市卫生健康委员会[退回修改]：会议通知没有红章',
    can: ['submit', 'remove'],
    steps: [{ state: 'ahead' }, { state: 'ahead' }],
  });
  const saved = await unit.activities.saveActivity(planOf(returned));
  await upload(unit, saved.id, 'notice', undefined, '盖章通知.pdf');
  const again = await unit.activities.submitActivity({ activityId: saved.id, version: saved.version });
  expect(again).toMatchObject({ state: 'waiting', waitingFor: '漯河市中心医院' });
});

test('rejected is the end', async () => {
  const { unit } = fixtures;
  const handedIn = await submittedActivity(server, fixtures);
  await unit.activities.decideActivities({
    items: [item(handedIn)],
    decision: 'reject',
    reason: '与其他活动重复',
  });
  const rejected = await unit.activities.getActivity({ activityId: handedIn.id });
  expect(rejected).toMatchObject({
    state: 'rejected',
    can: [],
    note: '漯河市中心医院[审核不通过]：与其他活动重复',
  });
  const { id: activityId, version } = rejected;
  for (const tried of [
    async () => unit.activities.submitActivity({ activityId, version }),
    async () => unit.activities.saveActivity(planOf(rejected)),
    async () => unit.activities.withdrawActivity({ activityId }),
    async () => unit.activities.removeActivity({ activityId }),
  ]) {
    await expect(tried()).rejects.toMatchObject({ code: 'MOVE_REFUSED' });
  }
});

describe('refused when handed in', () => {
  const FULL = { courses: [{ name: '总课程', minutes: 360 }] };

  test.each([
    [
      'hours that do not add up',
      {
        courses: [
          { name: '护理安全', minutes: 180 },
          { name: '风险防范', minutes: 120 },
        ],
      },
      {
        code: 'HOURS_DIFFER',
        field: 'courses',
        message: '各门课程的学时之和是5学时，项目总学时是6学时，两者必须相等',
      },
    ],
    [
      'a period outside the approved year',
      { ...FULL, periods: [{ from: '2027-01-05T01:00:00Z', to: '2027-01-05T04:00:00Z' }] },
      { code: 'INVALID_INPUT', field: 'periods.0', message: '第1个举办周期不在项目批准的2026年内' },
    ],
    [
      'a period in the past',
      { ...FULL, periods: [{ from: '2026-11-20T01:00:00Z', to: '2026-11-20T04:00:00Z' }] },
      { code: 'INVALID_INPUT', field: 'periods.0' },
    ],
    [
      'overlapping periods',
      { ...FULL, periods: [PERIODS[0], PERIODS[0]].flatMap((one) => one ?? []) },
      { code: 'INVALID_INPUT', field: 'periods.1' },
    ],
    ['no venue', { ...FULL, venue: '' }, { code: 'INVALID_INPUT', field: 'venue', message: '请填写会场' }],
  ])('%s', async (_what, change, error) => {
    const { unit } = fixtures;
    const ready = await readyActivity(server, fixtures);
    const { id: activityId, version } = await unit.activities.saveActivity({ ...planOf(ready), ...change });
    await expect(unit.activities.submitActivity({ activityId, version })).rejects.toMatchObject(error);
    expect((await unit.activities.getActivity({ activityId })).state).toBe('draft');
  });

  test('a period outside the days that the project was approved for', async () => {
    const { unit } = fixtures;
    const days = { from: '2026-11-24', to: '2026-11-24' };
    const { id: activityId, version } = await readyActivity(server, fixtures, days);
    await expect(unit.activities.submitActivity({ activityId, version })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      field: 'periods.1',
      message: '第2个举办周期超出项目批准的举办时间（2026-11-24 至 2026-11-24）',
    });
  });

  test('without 会议通知 or 会议日程', async () => {
    const { unit } = fixtures;
    const draft = await unit.activities.createActivity({ projectId: await newProject(server, fixtures) });
    const { version } = await unit.activities.saveActivity(planOf(draft));
    const submit = async () => unit.activities.submitActivity({ activityId: draft.id, version });
    await expect(submit()).rejects.toMatchObject({ code: 'DOCUMENTS_MISSING', field: 'documents.notice' });
    await upload(unit, draft.id, 'notice');
    await expect(submit()).rejects.toMatchObject({
      code: 'DOCUMENTS_MISSING',
      field: 'documents.schedule',
      message: '请上传会议日程',
    });
  });

  test('where nobody above could review it', async () => {
    const { unit } = fixtures;
    const ready = await readyActivity(server, fixtures);
    await server.platform.mongo.db?.collection('authorities').deleteMany({});
    const { id: activityId, version } = ready;
    await expect(unit.activities.submitActivity({ activityId, version })).rejects.toMatchObject({
      code: 'NO_REVIEWER',
    });
    expect((await unit.activities.getActivity({ activityId })).steps).toEqual([]);
  });
});

test('handed in twice at once, it is handed in once', async () => {
  const { id: activityId, version } = await readyActivity(server, fixtures);
  const outcomes = await Promise.allSettled(
    [1, 2, 3].map(async () => fixtures.unit.activities.submitActivity({ activityId, version })),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { moves } = await fixtures.unit.activities.getActivity({ activityId });
  expect(moves.map(({ move }) => move)).toEqual(['submit']);
});

test('handed in and its notice taken away at once: never handed in without it', async () => {
  const { unit } = fixtures;
  for (let i = 0; i < 5; i += 1) {
    const { id: activityId, version, documents } = await readyActivity(server, fixtures);
    await Promise.allSettled([
      unit.activities.submitActivity({ activityId, version }),
      unit.documents.removeDocument({ activityId, documentId: documents[0]?.id ?? '' }),
    ]);
    const after = await unit.activities.getActivity({ activityId });
    expect([after.state, after.documents.length]).toEqual(
      after.state === 'waiting' ? ['waiting', 2] : ['draft', 1],
    );
  }
});

test('two reviewers at once: one decides, the other is told that it moved', async () => {
  const { unit, authority, authorityId } = fixtures;
  const handedIn = await submittedActivity(server, fixtures);
  await unit.activities.decideActivities({ items: [item(handedIn)], decision: 'pass' });
  const seen = item(await authority.activities.getActivity({ activityId: handedIn.id }));
  const other = await authorityColleague(server, authorityId, { name: '李敏', phone: '13700001111' });
  const [passed, returned] = await Promise.all([
    authority.activities.decideActivities({ items: [seen], decision: 'pass' }),
    other.activities.decideActivities({ items: [seen], decision: 'return', reason: '请补充' }),
  ]);
  const outcomes = [passed, returned].map(({ results }) => results[0]?.outcome).sort();
  expect(outcomes).toEqual(['done', 'moved']);
  const after = await unit.activities.getActivity({ activityId: handedIn.id });
  expect(after.moves).toHaveLength(3);
  expect(after.state).toBe(passed.results[0]?.outcome === 'done' ? 'approved' : 'returned');
});

test('several at once, each by itself: what was withdrawn meanwhile is left', async () => {
  const { unit } = fixtures;
  const first = await submittedActivity(server, fixtures);
  const second = await submittedActivity(server, fixtures);
  await unit.activities.withdrawActivity({ activityId: second.id });
  const { results } = await unit.activities.decideActivities({
    items: [item(first), item(second)],
    decision: 'pass',
  });
  expect(results).toEqual([
    { id: first.id, outcome: 'done', state: 'waiting' },
    { id: second.id, outcome: 'moved', state: 'draft' },
  ]);
});

test('nobody decides what is not his: not the applicant for the city, nor another unit, nor the city too early', async () => {
  const { unit, otherUnit, authority } = fixtures;
  const handedIn = await submittedActivity(server, fixtures);
  const decide = { items: [item(handedIn)], decision: 'pass' as const };
  for (const client of [otherUnit, authority]) {
    await expect(client.activities.decideActivities(decide)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  await unit.activities.decideActivities(decide);
  const items = [{ id: handedIn.id, version: handedIn.version + 1 }];
  expect((await unit.activities.decideActivities({ items, decision: 'pass' })).results).toEqual([
    { id: handedIn.id, outcome: 'refused', state: 'waiting' },
  ]);
});

test('who may only hold activities does not confirm them, who may only review does not hand them in', async () => {
  const { id: activityId, version } = await readyActivity(server, fixtures);
  const holder = await colleague(server, fixtures.unitId, { permissions: ['holdActivities'] });
  const reviewer = await colleague(server, fixtures.unitId, {
    phone: '13711113333',
    permissions: ['approveProjects'],
  });
  await expect(reviewer.client.activities.submitActivity({ activityId, version })).rejects.toMatchObject({
    code: 'PERMISSION_REQUIRED',
  });
  const handedIn = await holder.client.activities.submitActivity({ activityId, version });
  const decide = { items: [item(handedIn)], decision: 'pass' as const };
  await expect(holder.client.activities.decideActivities(decide)).rejects.toMatchObject({
    code: 'PERMISSION_REQUIRED',
  });
  expect((await reviewer.client.activities.decideActivities(decide)).results).toMatchObject([
    { outcome: 'done' },
  ]);
});

test('withdrawn from the authority it is its unit’s own business again', async () => {
  const { unit, authority } = fixtures;
  const handedIn = await submittedActivity(server, fixtures);
  await unit.activities.decideActivities({ items: [item(handedIn)], decision: 'pass' });
  await unit.activities.withdrawActivity({ activityId: handedIn.id });
  await expect(authority.activities.getActivity({ activityId: handedIn.id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect((await authority.activities.listActivityReviews({ show: 'all' })).total).toBe(0);
});
