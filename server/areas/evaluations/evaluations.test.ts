/** 项目评价: only who attended, only in its time, once, and nobody learns who wrote what. */
import type { Client } from '@common/contract/client';
import type { FormAnswer } from '@common/contract/forms';
import type { Direction } from '@common/terms';
import { Types } from 'mongoose';
import {
  type Fixtures,
  NINE,
  type ReceivedFile,
  startTestServer,
  type TestServer,
} from '../../testing/harness';
import { approvedLearner } from '../../testing/people';
import { openXlsx } from '../../testing/sheets';
import { authorityModel } from '../regions-units/model';
import { evaluationAnswersModel, evaluationModel } from './model';

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
const DAY = 24 * HOUR;
const END = NINE + 9 * HOUR;
const ANSWERS: FormAnswer[] = [
  { question: 'content', stars: 5 },
  { question: 'teaching', stars: 4 },
  { question: 'organisation', stars: 5 },
  { question: 'hours', options: ['1'] },
  { question: 'advice', text: '希望多讲病例' },
];

async function swipe(learnerId: string, direction: Direction, at: number): Promise<void> {
  await server.services.checkIns.record({
    activityId: new Types.ObjectId(fixtures.activityId),
    courseId: new Types.ObjectId(fixtures.courseId),
    learnerId: new Types.ObjectId(learnerId),
    direction,
    at: new Date(at),
    method: 'qr',
    claim: `${learnerId} ${direction}`,
    periodMs: 60_000,
  });
}
async function attendee(n: number) {
  const learner = await approvedLearner(server, fixtures, n);
  await swipe(learner.learnerId, 'in', NINE);
  return learner;
}
const mine = async (client: Client) => client.evaluations.myEvaluation({ activityId: fixtures.activityId });
const evaluate = async (client: Client, answers = ANSWERS) =>
  client.evaluations.evaluate({ activityId: fixtures.activityId, answers });
const results = async (client = fixtures.unit) =>
  client.evaluations.evaluationResults({ activityId: fixtures.activityId });
const sheets = () => evaluationAnswersModel(server.platform.mongo).find().lean();
const markers = () => evaluationModel(server.platform.mongo).countDocuments();

test('opens when the training ends, is required where the authority demands it, and is done once', async () => {
  const { client, learnerId } = await attendee(1);
  expect(await mine(client)).toMatchObject({
    activityName: '外科护理学新进展学习班',
    unitName: '漯河市中心医院',
    state: 'ahead',
    words: '培训结束（2026-11-21 18:00）后可以评价；最后一场提前离开的，扫码撤离后即可评价',
    questions: [],
    opensAt: new Date(END).toISOString(),
  });
  await expect(evaluate(client)).rejects.toMatchObject({ code: 'EVALUATION_CLOSED' });
  await authorityModel(server.platform.mongo).updateOne(
    { code: '411100' },
    { $set: { 'settings.completion': { isEvaluationRequired: true } } },
  );
  server.clock.set(END);
  const open = await mine(client);
  expect(open).toMatchObject({
    state: 'open',
    isRequired: true,
    words: '12月21日 24:00 截止，没有评价不能获得学分',
  });
  expect(open.questions).toHaveLength(5);
  await expect(evaluate(client, ANSWERS.slice(1))).rejects.toMatchObject({
    code: 'FORM_INCOMPLETE',
    field: 'answers.content',
  });
  expect(await evaluate(client)).toEqual({ ok: true });
  // Again changes nothing, also after the end.
  server.clock.set(END + 60 * DAY);
  const later = await server.wechat(1);
  expect(await evaluate(later.client, [{ question: 'content', stars: 1 }])).toEqual({ ok: true });
  expect(await mine(later.client)).toMatchObject({ state: 'done', questions: [] });
  expect((await sheets()).map(({ answers }) => answers[0]?.stars)).toEqual([5]);
  const { evaluations } = server.services;
  expect(await evaluations.doneOf(learnerId, [fixtures.activityId, fixtures.courseId])).toEqual(
    new Set([fixtures.activityId]),
  );
  expect(await evaluations.doneBy(fixtures.activityId)).toEqual(new Set([learnerId]));
});

test('who leaves earlier evaluates earlier; after a month it is over', async () => {
  const { client, learnerId } = await attendee(1);
  await swipe(learnerId, 'out', NINE + 3 * HOUR);
  server.clock.set(NINE + 3 * HOUR);
  expect(await mine(client)).toMatchObject({ state: 'open' });
  server.clock.set(END + 31 * DAY);
  const later = await server.wechat(1);
  const over = '评价已于12月21日 24:00 截止，如有疑问请联系举办单位';
  expect(await mine(later.client)).toMatchObject({ state: 'over', words: over });
  await expect(evaluate(later.client)).rejects.toMatchObject({ code: 'EVALUATION_CLOSED', message: over });
  expect(await sheets()).toEqual([]);
});

test('who has not signed in does not evaluate', async () => {
  const { client } = await approvedLearner(server, fixtures, 1);
  server.clock.set(END);
  expect(await mine(client)).toMatchObject({ state: 'notAttended', questions: [] });
  await expect(evaluate(client)).rejects.toMatchObject({
    code: 'EVALUATION_CLOSED',
    message: '您没有参加该活动的签到，不能评价',
  });
  await expect(client.evaluations.myEvaluation({ activityId: fixtures.unitId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('five tries at once are one', async () => {
  const { client } = await attendee(1);
  server.clock.set(END);
  await Promise.all(Array.from({ length: 5 }, async () => evaluate(client)));
  expect([(await sheets()).length, await markers()]).toEqual([1, 1]);
});

test('a try that broke off behind the answers is finished by the next', async () => {
  const { client } = await attendee(1);
  server.clock.set(END);
  await evaluate(client);
  // As it stands after a crash between the two writes.
  await evaluationModel(server.platform.mongo).deleteMany({});
  expect(await mine(client)).toMatchObject({ state: 'open' });
  await evaluate(client, [{ question: 'content', stars: 1 }, ...ANSWERS.slice(1)]);
  expect((await sheets()).map(({ answers }) => answers[0]?.stars)).toEqual([5]);
  expect(await markers()).toBe(1);
});

test('the unit sees counts and texts and nobody’s name, and of a few only how many', async () => {
  const people = [await attendee(1), await attendee(2), await attendee(3), await attendee(4)];
  server.clock.set(END);
  const book = async () => {
    const file = (await fixtures.unit.evaluations.exportEvaluations({
      activityId: fixtures.activityId,
    })) as ReceivedFile;
    const opened = await openXlsx(file.bytes);
    const texts: string[] = [];
    opened.book.getWorksheet('文字意见')?.eachRow((row) => texts.push(String(row.getCell(3).value)));
    return { ...opened, name: file.name, texts };
  };
  for (const { client } of people.slice(0, 2)) {
    await evaluate(client);
  }
  expect(await results()).toEqual({ persons: 2, expected: 4, isTooFew: true, questions: [] });
  const few = await book();
  expect(few.texts).toEqual(['意见']);
  expect(few.rows).toHaveLength(3);
  await evaluate((people[2] as { client: Client }).client, [
    { question: 'content', stars: 2 },
    ...ANSWERS.slice(1, 4),
    { question: 'advice', text: '=1+1' },
  ]);
  const counted = await results();
  expect(counted).toMatchObject({ persons: 3, expected: 4, isTooFew: false });
  expect(counted.questions[0]).toMatchObject({ answered: 3, stars: [0, 1, 0, 0, 2], average: 4 });
  expect(counted.questions[3]?.options).toEqual([
    { text: '合适', count: 3 },
    { text: '偏多', count: 0 },
    { text: '偏少', count: 0 },
  ]);
  expect(counted.questions[4]?.texts.toSorted()).toEqual(['=1+1', '希望多讲病例', '希望多讲病例']);
  const { name, rows, texts } = await book();
  expect(name).toBe('项目评价结果-外科护理学新进展学习班-第1期.xlsx');
  expect(rows).toContainEqual(['', '填写人数', '应填4人', '3', '75.0%']);
  expect(rows).toContainEqual(['1', '培训内容的实用性', '5星', '2', '66.7%']);
  expect(rows).toContainEqual(['1', '培训内容的实用性', '平均4.0星', '3', '']);
  expect(rows).toContainEqual(['4', '学时安排', '合适', '3', '100.0%']);
  expect(texts.toSorted()).toEqual(['=1+1', '希望多讲病例', '希望多讲病例', '意见'].toSorted());
  // Nothing in the answers leads to a person or a moment.
  const [sheet] = await sheets();
  expect(Object.keys(sheet ?? {}).sort()).toEqual(['_id', 'activityId', 'answers']);
  for (const { learnerId } of people) {
    expect(JSON.stringify(await sheets())).not.toContain(learnerId);
  }
});

test('the authority above sees the results as well, another unit does not', async () => {
  expect(await results(fixtures.authority)).toMatchObject({ persons: 0, isTooFew: true });
  const activityId = fixtures.activityId;
  await expect(results(fixtures.otherUnit)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(fixtures.otherUnit.evaluations.exportEvaluations({ activityId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
