/** 题库: what a unit keeps of questions, each once, and takes into its papers. */
import { draftPaper, questionInput } from '../../testing/exams';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';

let server: TestServer;
let fixtures: Fixtures;
let activityId: string;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  ({ activityId } = fixtures);
});
afterAll(async () => server.stop());

const bank = () => fixtures.unit.questionBank;
const keep = async (n: number, discipline = '1402', more: Partial<ReturnType<typeof questionInput>> = {}) => {
  server.clock.pass(1000);
  return bank().addToBank({ discipline, ...questionInput(n), ...more });
};
const stemsIn = (rows: { stem: string }[]) => rows.map(({ stem }) => Number.parseInt(stem.slice(1), 10));
const list = async (given: Parameters<ReturnType<typeof bank>['listBank']>[0] = {}) =>
  stemsIn((await bank().listBank(given)).items);
const paper = async () => fixtures.unit.papers.getPaper({ activityId });

test('a question is kept with its discipline, and found by it, its kind and its stem, the latest first', async () => {
  const kept = await keep(1);
  expect(kept).toMatchObject({
    ...questionInput(1),
    disciplineCode: '1402',
    discipline: '护理学/外科护理学',
    revision: 0,
    pictureUrl: null,
  });
  await keep(2, '1401', { stem: '第2道：心率(次/分)' });
  await keep(3, '0301', questionInput(3, [0, 1]));
  expect(await list()).toEqual([3, 2, 1]);
  expect(await list({ discipline: '14' })).toEqual([2, 1]);
  expect(await list({ discipline: '1402' })).toEqual([1]);
  expect(await list({ kind: 'multiple' })).toEqual([3]);
  expect(await list({ q: '心率(' })).toEqual([2]);
  expect(await list({ q: '.*' })).toEqual([]);
  const second = await bank().listBank({ page: 2, pageSize: 2 });
  expect(second).toMatchObject({ total: 3, page: 2, pageSize: 2 });
  expect(stemsIn(second.items)).toEqual([1]);
});

test('the same question is kept once, also when it comes many times at once', async () => {
  const results = await Promise.allSettled(Array.from({ length: 5 }, async () => keep(1)));
  expect(results.map((one) => (one.status === 'fulfilled' ? 'kept' : one.reason.code)).toSorted()).toEqual([
    ...Array(4).fill('QUESTION_EXISTS'),
    'kept',
  ]);
  await expect(keep(1, '0301', { options: questionInput(1).options.toReversed() })).rejects.toMatchObject({
    code: 'QUESTION_EXISTS',
    field: 'stem',
  });
  const { id } = await keep(2);
  const save = { questionId: id, revision: 0, discipline: '1402' };
  await expect(bank().saveInBank({ ...save, ...questionInput(1) })).rejects.toMatchObject({
    code: 'QUESTION_EXISTS',
  });
  expect(await list()).toHaveLength(2);
});

test('a question is changed as it was seen, and what cannot be asked is refused', async () => {
  const { id: questionId } = await keep(1);
  const save = (revision: number, discipline = '1401') =>
    bank().saveInBank({ questionId, revision, discipline, ...questionInput(1), explanation: '新解析' });
  expect(await save(0)).toMatchObject({ revision: 1, explanation: '新解析', disciplineCode: '1401' });
  await expect(save(0)).rejects.toMatchObject({ code: 'REVIEW_MOVED' });
  await expect(save(1, '9999')).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'discipline' });
  await expect(keep(2, '9999')).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'discipline' });
  await expect(keep(2, '1402', { options: questionInput(2, []).options })).rejects.toMatchObject({
    code: 'QUESTION_INVALID',
    field: 'options',
  });
  expect(await bank().removeFromBank({ questionIds: [questionId] })).toEqual({ removed: 1 });
  expect(await bank().removeFromBank({ questionIds: [questionId] })).toEqual({ removed: 0 });
  await expect(save(1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test("another unit's bank is its own", async () => {
  const { id: questionId } = await keep(1);
  const { questionBank: others } = fixtures.otherUnit;
  expect((await others.listBank({})).items).toEqual([]);
  expect(await others.removeFromBank({ questionIds: [questionId] })).toEqual({ removed: 0 });
  await expect(
    others.saveInBank({ questionId, revision: 0, discipline: '1402', ...questionInput(1) }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(others.copyToBank({ activityId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  // The same question may be in both.
  await others.addToBank({ discipline: '1402', ...questionInput(1) });
  expect(await list()).toEqual([1]);
});

test("a paper's questions go into the bank under the project's discipline, those that are there are skipped", async () => {
  await keep(1, '0301');
  const { questions } = await draftPaper(fixtures, { questions: 4 });
  const [, second] = questions;
  expect(await bank().copyToBank({ activityId, questionIds: [second?.id ?? ''] })).toEqual({
    added: 1,
    repeated: 0,
  });
  expect(await bank().copyToBank({ activityId })).toEqual({ added: 2, repeated: 2 });
  expect((await list({ discipline: '1402' })).toSorted()).toEqual([2, 3, 4]);
});

describe('into a paper', () => {
  test('go copies of those chosen, in their order, without those that are in it', async () => {
    const kept = [await keep(1), await keep(2), await keep(3)];
    const [one = '', two = '', three = ''] = kept.map(({ id }) => id);
    await fixtures.unit.papers.addQuestion({ activityId, ...questionInput(2) });
    const { questions } = await fixtures.unit.papers.addFromBank({
      activityId,
      questionIds: [three, two, one, three],
    });
    expect(stemsIn(questions)).toEqual([2, 3, 1]);
    await bank().saveInBank({ questionId: one, revision: 0, discipline: '1402', ...questionInput(9) });
    await bank().removeFromBank({ questionIds: [three] });
    expect(stemsIn((await paper()).questions)).toEqual([2, 3, 1]);
    await expect(
      fixtures.unit.papers.addFromBank({ activityId, questionIds: [three] }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'questionIds' });
  });

  test('are drawn at random of a discipline, none twice, and not more than there are', async () => {
    for (let n = 1; n <= 6; n += 1) {
      await keep(n, n > 4 ? '0301' : '1402');
    }
    await fixtures.unit.papers.addQuestion({ activityId, ...questionInput(1) });
    const draw = (count: number, discipline?: string) =>
      fixtures.unit.papers.drawFromBank({ activityId, count, ...(discipline && { discipline }) });
    await expect(draw(4, '14')).rejects.toMatchObject({
      code: 'BANK_TOO_SMALL',
      field: 'count',
      message: '题库中可抽取的试题只有3道（已在试卷中的除外）',
    });
    expect(stemsIn((await draw(3, '14')).questions).toSorted()).toEqual([1, 2, 3, 4]);
    expect(stemsIn((await draw(2)).questions).toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
