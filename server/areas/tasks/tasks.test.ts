/** What an attended activity still wants of its learner, and how many have not done it. */

import { analyseAndGrant } from '../../testing/crediting';
import { evaluate } from '../../testing/evaluations';
import { publishedPaper, takeExam } from '../../testing/exams';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, colleague } from '../../testing/people';
import { swipe } from '../../testing/swipes';
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

const HOUR = 3_600_000;
const REQUIRED = { isExamRequired: true, isEvaluationRequired: true };

async function attendee(n: number) {
  const learner = await approvedLearner(server, fixtures, n);
  await swipe(server, fixtures, learner.learnerId);
  const stages = async () => {
    const { items } = await learner.client.activities.myActivities({});
    return items[0]?.stages.map(({ name, state, waitingFor }) => [name, state, waitingFor].join(' ').trim());
  };
  return { ...learner, stages };
}
const counts = async () => {
  const { attended, items } = await fixtures.unit.tasks.taskCounts({ activityId: fixtures.activityId });
  return { attended, items: items.map(({ kind, missing, until }) => [kind, missing, until !== null]) };
};

test('the stages, and whom each waits for: his own turn first, then the unit, then the authority', async () => {
  const { activityId } = fixtures;
  await fixtures.authority.completionRules.setCompletionRules(REQUIRED);
  const { client, stages } = await attendee(1);
  expect(await stages()).toEqual(['签到 done', '考试 ahead', '评价 ahead', '授分 ahead', '审核 ahead']);
  await publishedPaper(fixtures, {});
  expect((await stages())?.[1]).toBe('考试 waiting 本人');
  expect((await client.activities.myActivities({})).items[0]?.tasks).toMatchObject([
    { kind: 'exam', state: 'open', isRequired: true, words: '可考3次，11月28日 24:00 截止' },
    { kind: 'evaluation', state: 'ahead', isRequired: true, words: '2026-11-21 18:00 起可以评价' },
  ]);
  await takeExam(client, activityId);
  server.clock.pass(10 * HOUR);
  expect((await stages())?.slice(1, 4)).toEqual(['考试 done', '评价 waiting 本人', '授分 ahead']);
  await evaluate(client, activityId);
  expect((await stages())?.slice(2, 4)).toEqual(['评价 done', '授分 waiting 漯河市中心医院']);
  await analyseAndGrant(fixtures.unit, activityId);
  expect((await stages())?.slice(3)).toEqual(['授分 done', '审核 waiting 漯河市卫生健康委员会']);
});

test('what is not demanded keeps nobody waiting; without a 签到 there is nothing to do', async () => {
  await publishedPaper(fixtures, {});
  const { stages } = await attendee(1);
  expect(await stages()).toEqual([
    '签到 done',
    '考试 ahead',
    '评价 ahead',
    '授分 waiting 漯河市中心医院',
    '审核 ahead',
  ]);
  const other = await approvedLearner(server, fixtures, 2);
  const [activity] = (await other.client.activities.myActivities({})).items;
  expect(activity?.tasks).toEqual([]);
  expect(activity?.stages.map(({ name }) => name)).toEqual(['签到', '授分', '审核']);
});

test('counts those who have not done it, and whether they still can', async () => {
  await publishedPaper(fixtures, {});
  const one = await attendee(1);
  await attendee(2);
  await takeExam(one.client, fixtures.activityId);
  expect(await counts()).toEqual({
    attended: 2,
    items: [
      ['exam', 1, true],
      ['evaluation', 2, false],
    ],
  });
  const { checkInRules } = fixtures.authority;
  const { rules } = await checkInRules.checkInRules({});
  await checkInRules.setCheckInRules({ ...rules, isDepartureRequired: true });
  await swipe(server, fixtures, one.learnerId, 'out');
  server.clock.pass(10 * HOUR);
  await evaluate(one.client, fixtures.activityId);
  expect((await counts()).items).toEqual([
    ['departure', 1, false],
    ['exam', 1, true],
    ['evaluation', 1, true],
  ]);
});

test('who has closed his account is neither counted nor told', async () => {
  await publishedPaper(fixtures, {});
  const { learnerId } = await attendee(1);
  const other = await attendee(2);
  await server.platform.mongo.transaction((session) => server.services.learners.close(learnerId, session));
  expect(await counts()).toEqual({
    attended: 1,
    items: [
      ['exam', 1, true],
      ['evaluation', 1, false],
    ],
  });
  const { activityId } = fixtures;
  expect(await fixtures.unit.tasks.remindTask({ activityId, kind: 'exam' })).toEqual({ reminded: 1 });
  const told = await notificationModel(server.platform.mongo).find({ kind: 'task' }).lean();
  expect(told.map((row) => String(row.learnerId))).toEqual([other.learnerId]);
});

test('reminds those who have not, once a day each; nobody where it cannot be done', async () => {
  const { activityId } = fixtures;
  const remind = () => fixtures.unit.tasks.remindTask({ activityId, kind: 'exam' });
  await expect(remind()).rejects.toMatchObject({ code: 'MOVE_REFUSED' });
  await publishedPaper(fixtures, {});
  const one = await attendee(1);
  const two = await attendee(2);
  await takeExam(one.client, activityId);
  expect(
    await Promise.all([remind(), remind()]).then((all) => all.map(({ reminded }) => reminded).sort()),
  ).toEqual([0, 1]);
  const told = await notificationModel(server.platform.mongo).find({ kind: 'task' }).lean();
  expect(told.map(({ learnerId, title, lines, page }) => [String(learnerId), title, lines, page])).toEqual([
    [
      two.learnerId,
      '请参加在线考试',
      ['外科护理学新进展学习班', '11月28日 24:00 截止'],
      `study/exam/index?activityId=${activityId}`,
    ],
  ]);
  const { items } = await fixtures.unit.tasks.taskCounts({ activityId });
  expect(items[0]?.remindedAt).toBe(new Date(server.clock.now()).toISOString());
  const reader = await colleague(server, fixtures.unitId, { permissions: [] });
  await expect(reader.client.tasks.remindTask({ activityId, kind: 'exam' })).rejects.toMatchObject({
    code: 'PERMISSION_REQUIRED',
  });
  await expect(fixtures.otherUnit.tasks.taskCounts({ activityId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  // Past midnight it is another day; the session of the morning is over.
  server.clock.pass(16 * HOUR);
  const { client } = await colleague(server, fixtures.unitId, { name: '赵敏', phone: '13711113333' });
  expect(await client.tasks.remindTask({ activityId, kind: 'exam' })).toEqual({ reminded: 1 });
});
