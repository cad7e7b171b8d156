import type { Client } from '@common/contract/client';
import type { GivenAnswer } from '@common/contract/exams';
import type { PaperRules } from '@common/contract/papers';
import { answersTo, examined } from '../../testing/exams';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
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
const MINUTE = 60_000;

const seated = async (rules: Partial<PaperRules> = {}, questions = 5) =>
  examined(server, fixtures, { rules, questions });
const attemptsIn = async () => attemptModel(server.platform.mongo).find().lean();

const submit = async (client: Client, attemptId: string, revision: number, answers: GivenAnswer[] = []) =>
  client.exams.submitExam({ attemptId, revision, answers });

describe('when the time is over', () => {
  test('what was saved counts; what comes later does not', async () => {
    const { client, start } = await seated({ minutes: 20, tries: 1 });
    const begun = await start();
    const attemptId = begun.id;
    expect(begun.deadline).toBe(new Date(server.clock.now() + 20 * MINUTE).toISOString());
    await client.exams.saveAnswers({ attemptId, revision: 1, answers: answersTo(begun, 2) });
    server.clock.pass(20 * MINUTE + 31_000);
    await expect(
      client.exams.saveAnswers({ attemptId, revision: 2, answers: answersTo(begun, 5) }),
    ).rejects.toMatchObject({ code: 'EXAM_TIME_OVER' });
    expect(await submit(client, attemptId, 3, answersTo(begun, 5))).toMatchObject({
      score: 40,
      isTimedOut: true,
      submittedAt: begun.deadline,
      triesLeft: 0,
    });
  });

  test('what was on its way still counts', async () => {
    const { client, start } = await seated({ minutes: 20 });
    const begun = await start();
    server.clock.pass(20 * MINUTE + 20_000);
    expect(await submit(client, begun.id, 1, answersTo(begun, 5))).toMatchObject({
      score: 100,
      isTimedOut: false,
    });
  });

  test('ends with the exam at the latest', async () => {
    const { start } = await seated({ minutes: 60, daysAfter: 0 });
    server.clock.pass(8.5 * HOUR);
    expect((await start()).deadline).toBe(new Date(server.clock.now() + HOUR / 2).toISOString());
  });

  test('the next start submits it and begins another', async () => {
    const { client, start } = await seated({ minutes: 20 });
    const { activityId } = fixtures;
    const begun = await start();
    server.clock.pass(HOUR);
    expect(await start()).toMatchObject({ tryNumber: 2 });
    expect(await client.exams.myResult({ attemptId: begun.id })).toMatchObject({
      score: 0,
      isTimedOut: true,
    });
    expect(await client.exams.myExam({ activityId })).toMatchObject({
      state: 'started',
      triesLeft: 1,
      best: 0,
    });
  });

  test('a sweep submits what nobody looks at, once, also after one that it cannot', async () => {
    const { client, start } = await seated({ minutes: 20 });
    const begun = await start();
    await client.exams.saveAnswers({ attemptId: begun.id, revision: 1, answers: answersTo(begun, 5) });
    const Attempt = attemptModel(server.platform.mongo);
    const [row] = await attemptsIn();
    const { _id, ...broken } = row as NonNullable<typeof row>;
    await Attempt.create({
      ...broken,
      tryNumber: 2,
      version: 99,
      deadline: new Date(server.clock.now()),
    });
    await server.services.exams.sweep();
    expect(await Attempt.countDocuments({ submittedAt: { $exists: true } })).toBe(0);
    server.clock.pass(21 * MINUTE);
    // Two processes sweep at the same time.
    await Promise.all([server.services.exams.sweep(), server.services.exams.sweep()]);
    expect(await Attempt.findById(begun.id).lean()).toMatchObject({
      score: 100,
      isPassed: true,
      isTimedOut: true,
    });
    expect(server.logged()).toContain('attempt not submitted');
  });
});
