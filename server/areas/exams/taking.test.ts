import type { Client } from '@common/contract/client';
import type { GivenAnswer } from '@common/contract/exams';
import type { PaperRules } from '@common/contract/papers';
import { answersTo, examined, publishedPaper, takeExam } from '../../testing/exams';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner } from '../../testing/people';
import { swipe } from '../../testing/swipes';
import { attemptModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const seated = async (rules: Partial<PaperRules> = {}, questions = 5) =>
  examined(server, fixtures, { rules, questions });
const attemptsIn = async () => attemptModel(server.platform.mongo).find().lean();

const submit = async (client: Client, attemptId: string, revision: number, answers: GivenAnswer[] = []) =>
  client.exams.submitExam({ attemptId, revision, answers });

describe('an attempt', () => {
  test('asks as many as are drawn, keeps what is given, and is scored at once', async () => {
    const { client, start } = await seated({ draw: 5, passScore: 60 }, 8);
    const begun = await start();
    expect(begun.questions).toHaveLength(5);
    expect(new Set(begun.questions.map(({ id }) => id)).size).toBe(5);
    const answers = answersTo(begun, 3);
    const { revision } = await client.exams.saveAnswers({ attemptId: begun.id, revision: 4, answers });
    expect(revision).toBe(4);
    // The app was closed: everything is as it was, in the same order.
    const again = await start();
    expect(again).toMatchObject({ id: begun.id, revision: 4, questions: begun.questions });
    expect(again.answers).toHaveLength(answers.length);
    const result = await submit(client, begun.id, 5, answers);
    expect(result).toMatchObject({ score: 60, isPassed: true, right: 3, total: 5, isTimedOut: false });
    expect(await client.exams.myResult({ attemptId: begun.id })).toEqual(result);
    const shown = result.review?.map(({ chosen, right, isRight }) => ({ chosen, right, isRight }));
    expect(shown?.map(({ isRight }) => isRight)).toEqual([true, true, true, false, false]);
    expect(shown?.slice(0, 3).every(({ chosen, right }) => `${chosen}` === `${right}`)).toBe(true);
    expect(result.review?.[0]?.explanation).toMatch(/^解析\d$/);
  });

  test('tells nothing of the right answers before it is submitted', async () => {
    const { client, start } = await seated();
    const { activityId } = fixtures;
    const begun = await start();
    const answers = answersTo(begun);
    const said = [
      begun,
      await client.exams.saveAnswers({ attemptId: begun.id, revision: 1, answers }),
      await client.exams.myAttempt({ attemptId: begun.id }),
      await client.exams.myExam({ activityId }),
      await client.exams.myResult({ attemptId: begun.id }).catch((error) => error),
    ];
    expect(JSON.stringify(said)).not.toMatch(/isRight|"right"|解析|explanation|seed|order/);
    const result = await submit(client, begun.id, 2, answers);
    // The same search finds it once it may be told.
    expect(JSON.stringify(result)).toMatch(/isRight.*解析/);
  });

  test('begun twice at once is one', async () => {
    const { start } = await seated();
    const both = await Promise.all([start(), start(), start()]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect(await attemptsIn()).toHaveLength(1);
  });

  test('submitted twice at once counts once, and both get the one result', async () => {
    const { client, start } = await seated({ answersShown: 'always' });
    const begun = await start();
    const [first, second] = await Promise.all([
      submit(client, begun.id, 1, answersTo(begun, 5)),
      submit(client, begun.id, 2, answersTo(begun, 0)),
    ]);
    expect(second).toEqual(first);
    // A third one that comes with better answers afterwards changes nothing.
    expect(await submit(client, begun.id, 9, answersTo(begun, 4))).toEqual(first);
    const [row] = await attemptsIn();
    expect(row).toMatchObject({ score: first.score });
    await expect(
      client.exams.saveAnswers({ attemptId: begun.id, revision: 10, answers: [] }),
    ).rejects.toMatchObject({
      code: 'EXAM_SUBMITTED',
    });
    await expect(client.exams.myAttempt({ attemptId: begun.id })).rejects.toMatchObject({
      code: 'EXAM_SUBMITTED',
    });
  });

  test('counts what was saved last, in whatever order it comes', async () => {
    const { client, start } = await seated();
    const begun = await start();
    const attemptId = begun.id;
    await client.exams.saveAnswers({ attemptId, revision: 7, answers: answersTo(begun, 5) });
    // A request that was on its way for long.
    const late = await client.exams.saveAnswers({ attemptId, revision: 3, answers: answersTo(begun, 1) });
    expect(late.revision).toBe(7);
    expect(await submit(client, attemptId, 6, answersTo(begun, 0))).toMatchObject({ score: 100 });
  });

  test('is of the version that it began with, though the paper was changed and closed since', async () => {
    const { client, start } = await seated({ passScore: 60 });
    const { activityId, unit } = fixtures;
    const begun = await start();
    const { questions } = await unit.papers.getPaper({ activityId });
    await unit.papers.removeQuestions({ activityId, questionIds: questions.slice(0, 2).map(({ id }) => id) });
    await publishedPaper(fixtures, { questions: 9, rules: { passScore: 100 } });
    await unit.papers.closePaper({ activityId });
    expect((await start()).questions).toEqual(begun.questions);
    expect(await submit(client, begun.id, 1, answersTo(begun, 4))).toMatchObject({
      score: 80,
      passScore: 60,
      isPassed: true,
      total: 5,
    });
  });
});

describe('of a submission', () => {
  test('that the store did not take, nothing is told, and sent again it counts', async () => {
    const { client, start } = await seated();
    const begun = await start();
    const attemptId = begun.id;
    await client.exams.saveAnswers({ attemptId, revision: 1, answers: answersTo(begun, 2) });
    const update = jest
      .spyOn(attemptModel(server.platform.mongo).collection, 'updateOne')
      .mockImplementationOnce(() => {
        throw new Error('away');
      });
    await expect(submit(client, attemptId, 2, answersTo(begun, 5))).rejects.toMatchObject({
      code: 'INTERNAL',
    });
    update.mockRestore();
    expect(await client.exams.myAttempt({ attemptId })).toMatchObject({ revision: 1 });
    await expect(client.exams.myResult({ attemptId })).rejects.toMatchObject({ code: 'EXAM_NOT_SUBMITTED' });
    expect(await submit(client, attemptId, 2, answersTo(begun, 5))).toMatchObject({ score: 100 });
  });

  test('that met newer answers on its way, those count', async () => {
    const { client, start } = await seated();
    const begun = await start();
    const attemptId = begun.id;
    const { collection: Attempt } = attemptModel(server.platform.mongo);
    const write = Attempt.updateOne.bind(Attempt);
    const update = jest
      .spyOn(Attempt, 'updateOne')
      .mockImplementationOnce(((...given: Parameters<typeof write>) =>
        client.exams
          .saveAnswers({ attemptId, revision: 5, answers: answersTo(begun, 5) })
          .then(() => write(...given))) as never);
    expect(await submit(client, attemptId, 2, answersTo(begun, 1))).toMatchObject({ score: 100 });
    update.mockRestore();
    expect(await attemptsIn()).toMatchObject([{ revision: 5, score: 100 }]);
  });
});

test('what is asked by other areas', async () => {
  const { client, learnerId } = await seated({ tries: 1 });
  const other = await approvedLearner(server, fixtures, 2);
  await swipe(server, fixtures, other.learnerId);
  const { activityId } = fixtures;
  await takeExam(client, activityId);
  await takeExam(other.client, activityId, 0);
  const { exams, activities } = server.services;
  expect(await exams.passedOf(activityId)).toEqual(new Set([learnerId]));
  expect(await exams.failedOf(activityId)).toEqual(new Set([other.learnerId]));
  expect(await exams.countOf(activityId)).toBe(2);
  expect(await exams.submittedOf(activityId)).toHaveLength(2);
  expect(await exams.ofLearner(learnerId)).toMatchObject([{ tryNumber: 1 }]);
  const full = await activities.get(activityId);
  const standings = await exams.standings(other.learnerId, [full], new Set([activityId]));
  expect(standings.get(activityId)).toMatchObject({
    state: 'failed',
    best: 0,
    triesLeft: 0,
    openAttemptId: null,
  });
});
