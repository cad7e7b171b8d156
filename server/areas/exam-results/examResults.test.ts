/** 成绩与统计: who took the exam, who passed, how the scores lie, what each question is worth, and the Excel of it. */

import { answersTo, draftPaper, publishedPaper, takeExam } from '../../testing/exams';
import { type Fixtures, type ReceivedFile, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, openScreen } from '../../testing/people';
import { openXlsx } from '../../testing/sheets';
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

const must = <T>(value: T | undefined): T => {
  if (value === undefined) {
    throw new Error('missing');
  }
  return value;
};

/** So many who have signed in. */
async function present(count: number) {
  const { show } = await openScreen(server, fixtures);
  const people = [];
  for (let n = 1; n <= count; n += 1) {
    const person = await approvedLearner(server, fixtures, n);
    const { claimId } = await person.client.checkIns.scan({ text: (await show()).text });
    await person.client.checkIns.checkIn({ claimId });
    people.push(person);
  }
  return people;
}

test('everybody who signed in is there once, by his best score; who has not taken it is found', async () => {
  const { activityId, unit } = fixtures;
  const [first, second] = (await present(3)).map(({ client }) => client);
  await publishedPaper(fixtures, { rules: { tries: 3 } });
  await takeExam(must(first), activityId, 2);
  await takeExam(must(first), activityId, 5);
  await takeExam(must(second), activityId, 1);
  const all = await unit.examResults.listExamResults({ activityId });
  expect(all).toMatchObject({ total: 3, attended: 3, taken: 2, passed: 1 });
  expect(all.items.map(({ best, tries, isPassed }) => [best, tries, isPassed])).toEqual([
    [100, 2, true],
    [20, 1, false],
    [null, 0, false],
  ]);
  const only = async (kind: 'passed' | 'failed' | 'notTaken') =>
    (await unit.examResults.listExamResults({ activityId, only: kind })).items.map(({ best }) => best);
  expect(await Promise.all([only('passed'), only('failed'), only('notTaken')])).toEqual([
    [100],
    [20],
    [null],
  ]);
  const paged = await unit.examResults.listExamResults({ activityId, page: 2, pageSize: 2 });
  expect(paged.items.map(({ best }) => best)).toEqual([null]);
  const statistics = await unit.examResults.examStatistics({ activityId });
  expect(statistics).toMatchObject({
    attended: 3,
    taken: 2,
    passed: 1,
    average: 60,
    highest: 100,
    lowest: 20,
  });
  expect(statistics.distribution).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 1]);
});

test('a question is judged by first tries, its options as the paper has them, a changed one by itself', async () => {
  const { activityId, unit } = fixtures;
  const people = await present(3);
  const paper = await publishedPaper(fixtures, { rules: { passScore: 100, tries: 0 } });
  for (const { client } of people) {
    await takeExam(client, activityId, 5);
  }
  const question = must(paper.questions[0]);
  await unit.papers.saveQuestion({
    ...question,
    activityId,
    questionId: question.id,
    revision: question.revision,
    stem: '改过的题干',
  });
  const late = await draftPaper(fixtures);
  await unit.papers.publishPaper({ activityId, revision: late.revision });
  const newcomer = await approvedLearner(server, fixtures, 9);
  const { show } = await openScreen(server, fixtures);
  const { claimId } = await newcomer.client.checkIns.scan({ text: (await show()).text });
  await newcomer.client.checkIns.checkIn({ claimId });
  await takeExam(newcomer.client, activityId, 0);
  const { items } = await unit.examResults.examStatistics({ activityId });
  expect(items).toHaveLength(6);
  expect(items.map(({ asked }) => asked).toSorted()).toEqual([1, 3, 4, 4, 4, 4]);
  const changed = items.find(({ stem }) => stem === '改过的题干');
  const before = items.find(({ stem }) => stem === question.stem);
  expect([changed?.difficulty, before?.difficulty]).toEqual([0, 1]);
  expect(before?.options.map(({ chosen, isRight }) => [chosen, isRight])).toEqual(
    question.options.map(({ isRight }) => [isRight ? 3 : 0, isRight]),
  );
});

test('an attempt that is open does not count', async () => {
  const { activityId, unit } = fixtures;
  const { client } = must((await present(1))[0]);
  await publishedPaper(fixtures);
  const attempt = await client.exams.startExam({ activityId });
  await client.exams.saveAnswers({ attemptId: attempt.id, revision: 1, answers: answersTo(attempt) });
  expect(await unit.examResults.examStatistics({ activityId })).toMatchObject({
    attended: 1,
    taken: 0,
    items: [],
  });
});

test('Excel: three sheets, numbers masked, and who took them away is kept', async () => {
  const { activityId, unit } = fixtures;
  const { client } = must((await present(2))[0]);
  await publishedPaper(fixtures);
  await takeExam(client, activityId);
  const file = (await unit.examResults.exportExamResults({ activityId })) as ReceivedFile;
  const { book, rows } = await openXlsx(file.bytes);
  expect(book.worksheets.map(({ name }) => name)).toEqual(['成绩', '成绩分布', '试题分析']);
  expect(rows[1]?.slice(5, 8)).toEqual(['1', '100', '合格']);
  expect(rows[2]?.slice(5, 8)).toEqual(['0', '', '未参加']);
  expect(rows[1]?.[2]).toMatch(/^\d{4}\*+\d{3}[\dX]$/);
  const entry = await auditModel(server.platform.mongo).findOne({ action: 'exam.results-exported' }).lean();
  expect(entry?.subject).toBe(`activity:${activityId}`);
});

test('another unit sees nothing', async () => {
  const { activityId, otherUnit } = fixtures;
  for (const ask of [otherUnit.examResults.listExamResults, otherUnit.examResults.examStatistics]) {
    await expect(ask({ activityId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});
