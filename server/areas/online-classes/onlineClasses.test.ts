/** Online classes: who may set and follow them, and how watching becomes 签到 and 撤离. */
import type { Client } from '@common/contract/client';
import { BEAT_MS } from '@common/rules/onlineClass';
import { toldTo } from '../../testing/enrolments';
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, register } from '../../testing/people';
import { activityModel } from '../activities/model';
import { projectModel } from '../catalogue/model';

const KEY = 'phone-of-mine';
const OTHER = 'another-phone';
const HOUR = 3_600_000;
const VIDEO = 'https://video.example/nursing.mp4';
let server: TestServer;
let fixtures: Fixtures;
let study: { activityId: string; courseId: string };
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  const { activityId, courseId } = fixtures;
  study = { activityId, courseId };
  await projectModel(server.platform.mongo).updateMany({}, { $set: { form: 'mixed' } });
});
afterAll(async () => server.stop());

const set = (more: Partial<{ videoUrl: string; requiredSeconds: number; prompts: number }> = {}) =>
  fixtures.unit.onlineClasses.setOnlineClass({
    ...study,
    videoUrl: VIDEO,
    requiredSeconds: 120,
    prompts: 0,
    ...more,
  });

async function enrolled(n: number, name = '陈慧敏') {
  const learner = await approvedLearner(server, fixtures, n, { name });
  await learner.client.enrolments.enrol({ activityId: study.activityId });
  return learner;
}

/** Plays on for some beats and answers the last of them. */
async function play({ onlineClasses }: Client, beats: number, key = KEY) {
  let answer = await onlineClasses.openClass({ ...study, key });
  for (let n = 0; n < beats; n += 1) {
    server.clock.pass(BEAT_MS);
    answer = await onlineClasses.beat({ ...study, key, isPlaying: true });
  }
  return answer;
}

const swipes = async () =>
  (await fixtures.unit.checkIns.board({ activityId: study.activityId })).latest.map(
    ({ direction, method }) => `${direction} ${method}`,
  );

describe('setting a class', () => {
  test('is for remote and mixed projects, told in words', async () => {
    expect((await set()).class).toEqual({
      courseId: study.courseId,
      courseName: '围手术期护理',
      videoUrl: VIDEO,
      requiredSeconds: 120,
      prompts: 0,
    });
    await projectModel(server.platform.mongo).updateMany({}, { $set: { form: 'onSite' } });
    await expect(set()).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
      message: expect.stringContaining('“面授”'),
    });
    await projectModel(server.platform.mongo).updateMany({}, { $set: { form: 'remote' } });
    await activityModel(server.platform.mongo).updateMany({}, { $set: { state: 'waiting' } });
    await expect(set()).rejects.toMatchObject({ code: 'MOVE_REFUSED' });
  });

  test.each(['http://video.example/a.mp4', 'video.example', 'javascript:alert(1)', 'https://'])(
    'takes no address like %s',
    async (videoUrl) => {
      await expect(set({ videoUrl })).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'videoUrl' });
    },
  );

  test('is for the own unit and its own courses', async () => {
    const given = { ...study, videoUrl: VIDEO, requiredSeconds: 120, prompts: 0 };
    const { otherUnit, unit, unitId } = fixtures;
    await expect(otherUnit.onlineClasses.setOnlineClass(given)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      otherUnit.onlineClasses.listOnlineClasses({ activityId: study.activityId }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(unit.onlineClasses.setOnlineClass({ ...given, courseId: unitId })).rejects.toMatchObject({
      field: 'courseId',
    });
  });

  test('without an address takes it away, for the phones that play it as well', async () => {
    await set();
    const { client } = await enrolled(1);
    await play(client, 1);
    expect((await set({ videoUrl: '' })).class).toBeNull();
    await expect(client.onlineClasses.beat({ ...study, key: KEY, isPlaying: true })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await set();
    // What was watched is still there.
    expect((await client.onlineClasses.myOnlineClasses({})).items).toMatchObject([{ watchedSeconds: 30 }]);
  });
});

describe('a class', () => {
  beforeEach(() => set());

  test('is listed for those enrolled, with the period in which it can be watched', async () => {
    const { client } = await enrolled(1);
    const stranger = await approvedLearner(server, fixtures, 2, { name: '王志强' });
    const { items } = await client.onlineClasses.myOnlineClasses({});
    expect(items).toMatchObject([
      { ...study, watchedSeconds: 0, requiredSeconds: 120, from: new Date(NINE - HOUR).toISOString() },
    ]);
    expect((await stranger.client.onlineClasses.myOnlineClasses({})).items).toEqual([]);
    server.clock.set(NINE + 9 * HOUR + 1);
    expect((await client.onlineClasses.myOnlineClasses({})).items).toEqual([]);
  });

  test('opens for those who are enrolled and approved, within the period', async () => {
    const open = (client: Client) => client.onlineClasses.openClass({ ...study, key: KEY });
    const { client } = await enrolled(1);
    const waiting = await register(server, fixtures, 2, { name: '王志强' });
    await expect(open(waiting.client)).rejects.toMatchObject({ code: 'LEARNER_NOT_APPROVED' });
    await fixtures.unit.learners.decide({ learnerIds: [waiting.learnerId], decision: 'approve' });
    await expect(open(waiting.client)).rejects.toMatchObject({ code: 'ENROLMENT_REQUIRED' });
    server.clock.set(NINE - HOUR - 1);
    await expect(open(client)).rejects.toMatchObject({
      code: 'OUTSIDE_HOLDING_PERIOD',
      message: expect.stringContaining('08:00'),
    });
    expect(await swipes()).toEqual([]);
  });

  test('opened is a 签到, watched to its end a 撤离, each once, and the learner is told', async () => {
    const { client, learnerId } = await enrolled(1);
    await play(client, 3);
    expect(await swipes()).toEqual(['in online']);
    expect(await play(client, 1)).toMatchObject({ isDone: true, watchedSeconds: 120 });
    await play(client, 2);
    expect(await swipes()).toEqual(['out online', 'in online']);
    expect(
      (await toldTo(server, learnerId)).filter((told) => told.startsWith('线上课程已学完')),
    ).toHaveLength(1);
    const { items } = await fixtures.unit.onlineClasses.listOnlineClasses({ activityId: study.activityId });
    expect(items).toMatchObject([{ learners: 1, finished: 1 }]);
  });

  test('is signed into once for each holding period', async () => {
    const { mongo } = server.platform;
    const periods = [0, 3].map((hours) => ({
      from: new Date(NINE + hours * HOUR),
      to: new Date(NINE + (hours + 2) * HOUR),
    }));
    await activityModel(mongo).updateMany({}, { $set: { periods } });
    const { client } = await enrolled(1);
    await play(client, 1);
    server.clock.set(NINE + 3 * HOUR);
    await play(client, 1);
    expect(await swipes()).toEqual(['in online', 'in online']);
  });

  test('counts many beats at once as one', async () => {
    const { client } = await enrolled(1);
    await play(client, 0);
    server.clock.pass(BEAT_MS);
    const beat = async () => client.onlineClasses.beat({ ...study, key: KEY, isPlaying: true });
    await Promise.allSettled(Array.from({ length: 10 }, beat));
    expect(await beat()).toMatchObject({ watchedSeconds: 30 });
  });

  test('opened at once by many taps begins once', async () => {
    const { client } = await enrolled(1);
    const open = async () => client.onlineClasses.openClass({ ...study, key: KEY });
    await Promise.allSettled(Array.from({ length: 8 }, open));
    await open();
    expect(await swipes()).toEqual(['in online']);
    const { items } = await fixtures.unit.onlineClasses.listOnlineClasses({ activityId: study.activityId });
    expect(items).toMatchObject([{ learners: 1 }]);
  });

  test('plays on one phone: the second waits until the first is silent, then the first one is out', async () => {
    const { client } = await enrolled(1);
    await play(client, 1);
    const open = () => client.onlineClasses.openClass({ ...study, key: OTHER });
    await expect(open()).rejects.toMatchObject({ code: 'CLASS_ELSEWHERE' });
    server.clock.pass(2 * BEAT_MS);
    expect(await open()).toMatchObject({ watchedSeconds: 30 });
    await expect(client.onlineClasses.beat({ ...study, key: KEY, isPlaying: true })).rejects.toMatchObject({
      code: 'CLASS_ELSEWHERE',
    });
  });

  test('given up with the enrolment does not end in a 撤离', async () => {
    const { client } = await enrolled(1);
    await play(client, 3);
    await client.enrolments.leave({ activityId: study.activityId });
    server.clock.pass(BEAT_MS);
    await expect(client.onlineClasses.beat({ ...study, key: KEY, isPlaying: true })).rejects.toMatchObject({
      code: 'ENROLMENT_REQUIRED',
    });
    expect(await swipes()).toEqual(['in online']);
  });
});

test('a question comes once in its part, is answered in time, and not answered it takes its minutes back', async () => {
  await set({ prompts: 1 });
  const { client } = await enrolled(1);
  const asked = await play(client, 4);
  expect(asked).toMatchObject({ isDone: false, prompts: 1, answered: 0 });
  const key = asked.prompt?.key ?? '';
  server.clock.pass(2 * HOUR);
  await expect(client.onlineClasses.answerPrompt({ ...study, key })).rejects.toMatchObject({
    code: 'PROMPT_OVER',
  });
  const again = await play(client, 4);
  expect(again.isDone).toBe(false);
  const answered = await client.onlineClasses.answerPrompt({ ...study, key: again.prompt?.key ?? '' });
  expect(answered).toMatchObject({ answered: 1, prompt: null });
  expect(answered.isDone || (await play(client, 4)).isDone).toBe(true);
});
