/** 补录考勤: who can be entered, when, once, and in whose name. */
import { ADMINISTRATOR, type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, idNoOf, register } from '../../testing/people';
import { activityModel } from '../activities/model';
import { auditModel } from '../audit/model';
import { notificationModel } from '../notifications/model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const MINUTE = 60_000;
const iso = (ms: number) => new Date(ms).toISOString();
const find = async (person: string, client = fixtures.unit) =>
  client.attendance.findAttendee({ activityId: fixtures.activityId, person });
const enter = async (learnerId: string, some: object = {}) =>
  fixtures.unit.attendance.enterSwipe({
    activityId: fixtures.activityId,
    courseId: fixtures.courseId,
    learnerId,
    direction: 'in',
    at: iso(NINE),
    reason: '手机没电，现场核对身份证',
    ...some,
  });

test('a learner is found by either number, named and masked; the search is written down', async () => {
  const { learnerId, client } = await approvedLearner(server, fixtures, 1);
  const self = (await client.accounts.me({})).learner;
  const expected = { learnerId, name: '陈慧敏', unitName: '漯河市中心医院' };
  expect(await find(idNoOf(1).toLowerCase())).toMatchObject(expected);
  const byNo = await find(` ${self?.personnelNo ?? ''} `);
  expect(byNo).toMatchObject(expected);
  expect(byNo.idNoMasked).toMatch(/^4111\*+\d{3}[\dX]$/);
  expect(await auditModel(server.platform.mongo).countDocuments({ action: 'attendance.looked-up' })).toBe(2);
});

test('an unknown number and an unapproved learner are not found', async () => {
  await register(server, fixtures, 1);
  for (const person of [idNoOf(1), idNoOf(2), '1000000999']) {
    await expect(find(person)).rejects.toMatchObject({ code: 'LEARNER_UNKNOWN', field: 'person' });
  }
});

test('what is entered shows as such, is told to the learner and written down', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  expect(await enter(learnerId)).toMatchObject({
    name: '陈慧敏',
    method: 'manual',
    by: ADMINISTRATOR,
    reason: '手机没电，现场核对身份证',
  });
  const told = await notificationModel(server.platform.mongo).findOne({ title: '已为您补录考勤' }).lean();
  expect(told?.lines.join()).toContain('手机没电');
  const written = await auditModel(server.platform.mongo).findOne({ action: 'attendance.entered' }).lean();
  expect(written).toMatchObject({ subject: `learner:${learnerId}` });
  expect(written?.reason).toContain('2026-11-21 09:00');
});

test('twenty submits at once are one', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const answers = await Promise.allSettled(Array.from({ length: 20 }, async () => enter(learnerId)));
  const refused = answers.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
  expect(refused).toHaveLength(19);
  expect(refused.every(({ reason }) => reason.code === 'SWIPE_EXISTS')).toBe(true);
  const { total } = await fixtures.unit.attendance.listSwipes({ activityId: fixtures.activityId });
  expect(total).toBe(1);
});

test.each([
  ['in the future', 1, 'INVALID_INPUT'],
  ['before the period', -61, 'OUTSIDE_HOLDING_PERIOD'],
])('not %s', async (_when, minutes, code) => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  await expect(enter(learnerId, { at: iso(NINE + minutes * MINUTE) })).rejects.toMatchObject({
    code,
    field: 'at',
  });
});

test('not for who is not approved, nor in an activity that is not, nor for another one’s course', async () => {
  const waiting = await register(server, fixtures, 1);
  await expect(enter(waiting.learnerId)).rejects.toMatchObject({ code: 'LEARNER_NOT_APPROVED' });
  const { learnerId } = await approvedLearner(server, fixtures, 2);
  await expect(enter(learnerId, { courseId: fixtures.unitId })).rejects.toMatchObject({ field: 'courseId' });
  await expect(enter(fixtures.unitId)).rejects.toMatchObject({ code: 'LEARNER_UNKNOWN' });
  await activityModel(server.platform.mongo).updateMany({}, { $set: { state: 'waiting' } });
  await expect(enter(learnerId)).rejects.toMatchObject({ code: 'ACTIVITY_NOT_APPROVED' });
});

test('not by another unit', async () => {
  await expect(find(idNoOf(1), fixtures.otherUnit)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
