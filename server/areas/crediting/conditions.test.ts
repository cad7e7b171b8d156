/** 有考勤记录，考试通过并进行了项目评价，三项有一项未完成不授分 (manual 000 §四.3), where the authority demands it. */

import { evaluate } from '../../testing/evaluations';
import { publishedPaper, takeExam } from '../../testing/exams';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner } from '../../testing/people';
import { swipe } from '../../testing/swipes';
import { setCheckInRules } from '../../testing/walkIns';

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
const rows = async () => {
  const { items, effectivePersons } = await fixtures.unit.crediting.attendance({
    activityId: fixtures.activityId,
  });
  const told = items.map(({ exam, isEvaluated, effective, reason }) => [
    exam,
    isEvaluated,
    effective,
    reason,
  ]);
  return { told, effectivePersons };
};
const grant = (learnerIds?: string[]) =>
  fixtures.unit.crediting.grant({ activityId: fixtures.activityId, learnerIds, activityDate: '2026-11-21' });

test('the three together, each told; nobody is credited before, and afterwards he is', async () => {
  const { activityId } = fixtures;
  await publishedPaper(fixtures, { rules: { tries: 1 } });
  const passed = await approvedLearner(server, fixtures, 1);
  await swipe(server, fixtures, passed.learnerId);
  await takeExam(passed.client, activityId);
  expect(await rows()).toEqual({ told: [['passed', false, true, null]], effectivePersons: 1 });

  await fixtures.authority.completionRules.setCompletionRules({
    isExamRequired: true,
    isEvaluationRequired: true,
  });
  const failed = await approvedLearner(server, fixtures, 2);
  await swipe(server, fixtures, failed.learnerId);
  await takeExam(failed.client, activityId, 0);
  const idle = await approvedLearner(server, fixtures, 3);
  await swipe(server, fixtures, idle.learnerId);
  expect(await rows()).toEqual({
    told: [
      ['passed', false, false, '未做项目评价'],
      ['failed', false, false, '考试未合格；未做项目评价'],
      ['none', false, false, '考试未合格；未做项目评价'],
    ],
    effectivePersons: 0,
  });
  await expect(grant([passed.learnerId])).rejects.toMatchObject({ code: 'NOT_PRESENT', field: 'learnerIds' });
  await expect(grant()).rejects.toMatchObject({ code: 'NOTHING_TO_CREDIT' });

  server.clock.pass(10 * HOUR);
  await evaluate(passed.client, activityId);
  expect((await rows()).told[0]).toEqual(['passed', true, true, null]);
  expect(await grant()).toMatchObject({ granted: 1 });
});

test('an exam that is demanded and was never published keeps everybody from it, in words', async () => {
  await fixtures.authority.completionRules.setCompletionRules({
    isExamRequired: true,
    isEvaluationRequired: false,
  });
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  await swipe(server, fixtures, learnerId);
  expect((await rows()).told).toEqual([[null, false, false, '没有启用考试']]);
  const { completion } = await fixtures.unit.crediting.attendance({ activityId: fixtures.activityId });
  expect(completion).toEqual({
    isDepartureRequired: false,
    isExamRequired: true,
    isEvaluationRequired: false,
  });
});

test('where 撤离 is demanded as well, who has only signed in is not effective', async () => {
  await setCheckInRules(server, { isDepartureRequired: true });
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  await swipe(server, fixtures, learnerId);
  expect((await rows()).told).toEqual([[null, false, false, '没有撤离']]);
  await expect(grant([learnerId])).rejects.toMatchObject({ code: 'NOT_PRESENT' });
  await swipe(server, fixtures, learnerId, 'out');
  expect((await rows()).told).toEqual([[null, false, true, null]]);
});

test('who was credited before more was demanded does not hide who can be credited now', async () => {
  const { activityId } = fixtures;
  const early = await approvedLearner(server, fixtures, 1);
  await swipe(server, fixtures, early.learnerId);
  await grant();
  await setCheckInRules(server, { isDepartureRequired: true });
  const late = await approvedLearner(server, fixtures, 2);
  await swipe(server, fixtures, late.learnerId);
  await swipe(server, fixtures, late.learnerId, 'out');
  expect(await fixtures.unit.crediting.attendance({ activityId })).toMatchObject({
    effectivePersons: 1,
    creditedPersons: 1,
    grantablePersons: 1,
  });
});
