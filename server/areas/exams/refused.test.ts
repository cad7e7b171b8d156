import type { PaperRules } from '@common/contract/papers';
import { examined, publishedPaper, takeExam } from '../../testing/exams';
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

const HOUR = 3_600_000;

const seated = async (rules: Partial<PaperRules> = {}, questions = 5) =>
  examined(server, fixtures, { rules, questions });
const attemptsIn = async () => attemptModel(server.platform.mongo).find().lean();

describe('is refused', () => {
  test('without a published paper, and of a closed one', async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    const { activityId, unit } = fixtures;
    const start = async () => client.exams.startExam({ activityId });
    await expect(start()).rejects.toMatchObject({ code: 'EXAM_NONE' });
    await expect(client.exams.myExam({ activityId })).rejects.toMatchObject({ code: 'EXAM_NONE' });
    await publishedPaper(fixtures);
    await expect(start()).rejects.toMatchObject({ code: 'EXAM_NOT_ATTENDED' });
    expect(await client.exams.myExam({ activityId })).toMatchObject({
      state: 'notAttended',
      best: null,
      questions: 5,
      isRequired: false,
    });
    const second = await approvedLearner(server, fixtures, 2);
    await swipe(server, fixtures, second.learnerId);
    await unit.papers.closePaper({ activityId });
    await expect(second.client.exams.startExam({ activityId })).rejects.toMatchObject({
      code: 'EXAM_NONE',
      message: '主办单位已关闭考试，如需考试请与主办单位联系',
    });
  });

  test('outside its hours, with when they are', async () => {
    const { client, start } = await seated({ opens: 'afterClass', daysAfter: 1 });
    const { activityId } = fixtures;
    await expect(start()).rejects.toMatchObject({ code: 'EXAM_HOURS', message: '2026-11-21 18:00 开始考试' });
    server.clock.pass(9 * HOUR);
    expect(await client.exams.myExam({ activityId })).toMatchObject({
      state: 'open',
      words: '可考3次，11月22日 24:00 截止',
    });
    server.clock.pass(30 * HOUR);
    await expect(start()).rejects.toMatchObject({
      code: 'EXAM_HOURS',
      message: '考试已于11月22日 24:00 截止，您没有参加',
    });
  });

  test('after the last try; the answers are shown then and not before', async () => {
    const { client, start } = await seated({ tries: 2 });
    const { activityId } = fixtures;
    const first = await takeExam(client, activityId, 1);
    expect(first).toMatchObject({ isPassed: false, triesLeft: 1, review: null });
    expect(first.reviewWords).toContain('次数用完');
    // The last try is begun, not over: what the first one asked may be asked again.
    await start();
    expect(await client.exams.myResult({ attemptId: first.id })).toMatchObject({
      review: null,
      reviewWords: '您正在考试，交卷后才能查看答案和解析',
    });
    const second = await takeExam(client, activityId, 2);
    expect(second).toMatchObject({ tryNumber: 2, triesLeft: 0, reviewWords: '' });
    expect(second.review).toHaveLength(5);
    expect((await client.exams.myResult({ attemptId: first.id })).review).toHaveLength(5);
    await expect(start()).rejects.toMatchObject({ code: 'EXAM_NO_TRIES' });
    expect(await client.exams.myExam({ activityId })).toMatchObject({
      state: 'failed',
      best: 40,
      triesLeft: 0,
    });
  });

  test('once it was passed', async () => {
    const { client, start } = await seated({ answersShown: 'never' });
    const { activityId } = fixtures;
    expect(await takeExam(client, activityId)).toMatchObject({
      isPassed: true,
      review: null,
      reviewWords: '主办单位不公布本次考试的答案',
    });
    await expect(start()).rejects.toMatchObject({ code: 'EXAM_PASSED' });
    const { state, attempts } = await client.exams.myExam({ activityId });
    expect(state).toBe('passed');
    expect(attempts).toMatchObject([{ tryNumber: 1, score: 100, isPassed: true }]);
  });

  test('with answers to what was not drawn, to options that there are not, and with two to a single choice', async () => {
    const { client, start } = await seated({ draw: 5 }, 9);
    const begun = await start();
    const attemptId = begun.id;
    const asked = new Set(begun.questions.map(({ id }) => id));
    const { questions } = await fixtures.unit.papers.getPaper({ activityId: fixtures.activityId });
    const undrawn = questions.find(({ id }) => !asked.has(id))?.id;
    const single = begun.questions.find(({ kind }) => kind === 'single')?.id;
    const wrong = [
      ['NOT_DRAWN', [{ question: undrawn, chosen: [0] }]],
      ['NOT_DRAWN', [{ question: fixtures.activityId, chosen: [] }]],
      ['NOT_DRAWN', [{ question: single, chosen: [4] }]],
      ['INVALID_INPUT', [{ question: single, chosen: [0, 1] }]],
      ['INVALID_INPUT', [{ question: single, chosen: [-1] }]],
    ] as const;
    for (const [code, answers] of wrong) {
      const given = { attemptId, revision: 1, answers: answers as never };
      await expect(client.exams.saveAnswers(given)).rejects.toMatchObject({ code });
      await expect(client.exams.submitExam(given)).rejects.toMatchObject({ code });
    }
    const [row] = await attemptsIn();
    expect(row).toMatchObject({ revision: 0, answers: [] });
    expect(row?.submittedAt).toBeUndefined();
  });

  test('to another learner', async () => {
    const { start } = await seated();
    const { id: attemptId } = await start();
    const { client } = await approvedLearner(server, fixtures, 2);
    const given = { attemptId, revision: 1, answers: [] };
    const calls = [
      () => client.exams.myAttempt(given),
      () => client.exams.myResult(given),
      () => client.exams.saveAnswers(given),
      () => client.exams.submitExam(given),
    ];
    for (const call of calls) {
      await expect(call()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
