/** 变更 of an approved activity: a short review by the authority; until it has passed the old plan holds. */
import { approvedActivity, PERIODS, submittedActivity } from '../../testing/activities';
import { toldTo } from '../../testing/enrolments';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner } from '../../testing/people';
import { authorityColleague } from '../../testing/units';
import { changeModel } from './model';

const DAY = 24 * 3_600_000;

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const LATER = PERIODS.map(({ from, to }) => ({
  from: new Date(Date.parse(from) + 7 * DAY).toISOString(),
  to: new Date(Date.parse(to) + 7 * DAY).toISOString(),
}));
const changeOf = (activityId: string) => ({
  activityId,
  venue: '第一会议室',
  address: '',
  periods: LATER,
  reason: '学术报告厅维修',
});
const decisionOf = (change: { id: string; version: number } | null, activityId: string) => ({
  activityId,
  changeId: change?.id ?? '',
  version: change?.version ?? 0,
});

test('asked for, passed by the city alone, and only then in force', async () => {
  const { unit, authority } = fixtures;
  const { id: activityId } = await approvedActivity(server, fixtures);
  const asked = await unit.activities.requestChange(changeOf(activityId));
  expect(asked).toMatchObject({
    state: 'approved',
    hasChange: true,
    waitingFor: '漯河市卫生健康委员会',
    venue: '门诊楼六楼学术报告厅',
    periods: PERIODS,
    change: {
      venue: '第一会议室',
      periods: LATER,
      reason: '学术报告厅维修',
      state: 'waiting',
      waitingFor: '漯河市卫生健康委员会',
      can: ['withdraw'],
      steps: [{ step: 'city', ownerName: '漯河市卫生健康委员会', state: 'waiting' }],
    },
  });
  const listed = await authority.activities.listActivityReviews({ show: 'changes' });
  expect(listed).toMatchObject({ total: 1, items: [{ id: activityId, hasChange: true }] });
  const seen = await authority.activities.getActivity({ activityId });
  expect(seen.change?.can).toEqual(['pass', 'return']);
  const passed = await authority.activities.decideChange({
    ...decisionOf(seen.change, activityId),
    decision: 'pass',
  });
  expect(passed).toMatchObject({
    hasChange: false,
    waitingFor: null,
    change: null,
    venue: '第一会议室',
    periods: LATER,
    from: LATER[0]?.from,
  });
  expect((await authority.activities.listActivityReviews({ show: 'changes' })).total).toBe(0);
  // What was in force before is kept.
  const kept = await changeModel(server.platform.mongo).findOne({ activityId }).lean();
  expect(kept).toMatchObject({ open: false, state: 'approved', before: { venue: '门诊楼六楼学术报告厅' } });
  expect(kept?.before.periods.map(({ from }) => from.toISOString())).toEqual(PERIODS.map(({ from }) => from));
});

test('a new venue has its own place on the map, or none', async () => {
  const { unit, authority } = fixtures;
  const { id: activityId } = await approvedActivity(server, fixtures);
  const pass = async (given: object) => {
    const { change } = await unit.activities.requestChange({ ...changeOf(activityId), ...given });
    const decided = { ...decisionOf(change, activityId), decision: 'pass' as const };
    return (await authority.activities.decideChange(decided)).point;
  };
  const point = { longitude: 114.02, latitude: 33.59 };
  expect(await pass({ point })).toEqual(point);
  expect(await pass({ venue: '第二会议室' })).toBeNull();
});

test('those who are enrolled learn of it once it is passed, and not before', async () => {
  const { unit, authority } = fixtures;
  const { id: activityId } = await approvedActivity(server, fixtures);
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  await client.enrolments.enrol({ activityId });
  const { change } = await unit.activities.requestChange(changeOf(activityId));
  expect(await toldTo(server, learnerId)).toEqual([]);
  await authority.activities.decideChange({ ...decisionOf(change, activityId), decision: 'pass' });
  expect(await toldTo(server, learnerId)).toEqual([
    expect.stringContaining(
      '您报名的活动有变更|护理安全及风险防范管理学习班|时间：2026-12-01 09:00 至 12:00；',
    ),
  ]);
});

test('returned with a reason the old plan goes on, and another can be asked for', async () => {
  const { unit, authority } = fixtures;
  const { id: activityId } = await approvedActivity(server, fixtures);
  const { change } = await unit.activities.requestChange(changeOf(activityId));
  const decision = { ...decisionOf(change, activityId), decision: 'return' as const };
  await expect(authority.activities.decideChange(decision)).rejects.toMatchObject({
    code: 'REASON_REQUIRED',
  });
  await authority.activities.decideChange({ ...decision, reason: '请附说明' });
  expect(await unit.activities.getActivity({ activityId })).toMatchObject({
    hasChange: false,
    periods: PERIODS,
    change: { state: 'returned', can: [], note: '漯河市卫生健康委员会[退回修改]：请附说明' },
  });
  expect((await unit.activities.requestChange(changeOf(activityId))).change?.state).toBe('waiting');
});

test('withdrawn it is gone, and cannot be withdrawn again', async () => {
  const { unit, authority } = fixtures;
  const { id: activityId } = await approvedActivity(server, fixtures);
  const { change } = await unit.activities.requestChange(changeOf(activityId));
  expect(await unit.activities.withdrawChange({ activityId })).toMatchObject({
    hasChange: false,
    change: null,
  });
  await expect(unit.activities.withdrawChange({ activityId })).rejects.toMatchObject({
    code: 'MOVE_REFUSED',
  });
  await expect(
    authority.activities.decideChange({ ...decisionOf(change, activityId), decision: 'pass' }),
  ).rejects.toMatchObject({ code: 'REVIEW_MOVED' });
  expect((await unit.activities.getActivity({ activityId })).periods).toEqual(PERIODS);
});

test('one at a time, also when two ask at once', async () => {
  const { unit } = fixtures;
  const { id: activityId } = await approvedActivity(server, fixtures);
  const outcomes = await Promise.allSettled(
    [1, 2, 3].map(async () => unit.activities.requestChange(changeOf(activityId))),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(unit.activities.requestChange(changeOf(activityId))).rejects.toMatchObject({
    code: 'MOVE_REFUSED',
    message: '已有一项变更申请正在审核，可以先撤回',
  });
});

test('two reviewers at once: one of them decides', async () => {
  const { unit, authority, authorityId } = fixtures;
  const { id: activityId } = await approvedActivity(server, fixtures);
  const { change } = await unit.activities.requestChange(changeOf(activityId));
  const other = await authorityColleague(server, authorityId, { name: '李敏', phone: '13700001111' });
  const [passed, returned] = await Promise.allSettled([
    authority.activities.decideChange({ ...decisionOf(change, activityId), decision: 'pass' }),
    other.activities.decideChange({
      ...decisionOf(change, activityId),
      decision: 'return',
      reason: '请补充',
    }),
  ]);
  expect([passed, returned].filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { periods } = await unit.activities.getActivity({ activityId });
  expect(periods).toEqual(passed.status === 'fulfilled' ? LATER : PERIODS);
});

test.each([
  ['into the past', [{ from: '2026-11-20T01:00:00Z', to: '2026-11-20T04:00:00Z' }], 'periods.0'],
  ['into another year', [{ from: '2027-01-05T01:00:00Z', to: '2027-01-05T04:00:00Z' }], 'periods.0'],
])('refused %s', async (_what, periods, field) => {
  const { id: activityId } = await approvedActivity(server, fixtures);
  await expect(
    fixtures.unit.activities.requestChange({ ...changeOf(activityId), periods }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', field });
});

test('what has been held under the old plan meanwhile stays: it cannot be passed any more', async () => {
  const { unit, authorityId } = fixtures;
  const { id: activityId } = await approvedActivity(server, fixtures);
  const { change } = await unit.activities.requestChange(changeOf(activityId));
  server.clock.set(Date.parse(PERIODS[0]?.from ?? '') + 1);
  // The sessions of that day are over.
  const authority = await authorityColleague(server, authorityId, { name: '李敏', phone: '13700001111' });
  await expect(
    authority.activities.decideChange({ ...decisionOf(change, activityId), decision: 'pass' }),
  ).rejects.toMatchObject({
    code: 'MOVE_REFUSED',
    message: '不能再通过这项变更：举办周期2026-11-24 09:00 至 12:00已经开始，不能变更。请退回修改',
  });
  const decision = { ...decisionOf(change, activityId), decision: 'return' as const, reason: '已经举办' };
  expect((await authority.activities.decideChange(decision)).hasChange).toBe(false);
});

test('what is not approved is not changed but written; another unit and another authority find nothing', async () => {
  const { unit, otherUnit, authority } = fixtures;
  const handedIn = await submittedActivity(server, fixtures);
  await expect(unit.activities.requestChange(changeOf(handedIn.id))).rejects.toMatchObject({
    code: 'MOVE_REFUSED',
  });
  const { id: activityId } = await approvedActivity(server, fixtures);
  const absent = { code: 'NOT_FOUND' };
  await expect(otherUnit.activities.requestChange(changeOf(activityId))).rejects.toMatchObject(absent);
  await expect(otherUnit.activities.withdrawChange({ activityId })).rejects.toMatchObject(absent);
  const { change } = await unit.activities.requestChange(changeOf(activityId));
  const decision = { ...decisionOf(change, activityId), decision: 'pass' as const };
  await expect(otherUnit.activities.decideChange(decision)).rejects.toMatchObject(absent);
  await expect(unit.activities.decideChange(decision)).rejects.toMatchObject({ code: 'MOVE_REFUSED' });
  await expect(
    authority.activities.decideChange({ ...decision, activityId: fixtures.activityId }),
  ).rejects.toMatchObject(absent);
});
