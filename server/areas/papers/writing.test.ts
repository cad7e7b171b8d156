/** A paper as it is written: what a question must be, and two people who write at once. */
import type { PaperView } from '@common/contract/papers';
import { draftPaper, questionInput } from '../../testing/exams';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { paperModel } from './model';

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

const papers = () => fixtures.unit.papers;
const add = async (n: number, more: Partial<ReturnType<typeof questionInput>> = {}) =>
  papers().addQuestion({ activityId, ...questionInput(n), ...more });
const stems = ({ questions }: PaperView) => questions.map(({ stem }) => Number.parseInt(stem.slice(1), 10));
const ids = ({ questions }: PaperView) => questions.map(({ id }) => id);
const options = (...right: number[]) => questionInput(1, right).options;

test('an activity without one has an empty draft that says what is lacking', async () => {
  expect(await papers().getPaper({ activityId })).toMatchObject({
    state: 'draft',
    version: 0,
    revision: 0,
    isChanged: false,
    isRequired: false,
    questions: [],
    rules: { passScore: 60, tries: 3, opens: 'onSite', daysAfter: 7, answersShown: 'whenOver' },
    faults: [{ questionId: null, message: '至少要有5道试题，还差5道' }],
    opensAt: '2026-11-21T00:00:00.000Z',
    closesAt: '2026-11-28T15:59:59.999Z',
    publishedAt: null,
    attempts: 0,
  });
  expect(await paperModel(server.platform.mongo).countDocuments()).toBe(0);
});

describe('a question', () => {
  test('is added at the end with what was given, and the change is written down', async () => {
    await add(1);
    const paper = await add(2, { kind: 'multiple', options: options(0, 2) });
    expect(paper).toMatchObject({ revision: 2, isChanged: true, state: 'draft' });
    const { questions } = paper;
    expect(questions[1]).toEqual({
      ...questionInput(2),
      kind: 'multiple',
      options: options(0, 2),
      id: questions[1]?.id,
      pictureId: null,
      pictureUrl: null,
      revision: 0,
    });
    const audit = await server.platform.mongo
      .collection('auditEntries')
      .findOne({ action: 'paper.question-added', reason: questionInput(2).stem });
    expect(audit).toMatchObject({ subject: `activity:${activityId}` });
  });

  test.each([
    ['no right answer', { options: options() }, 'QUESTION_INVALID', 'options'],
    ['a single choice with two right ones', { options: options(0, 1) }, 'QUESTION_INVALID', 'options'],
    ['a multiple choice with one', { kind: 'multiple' as const }, 'QUESTION_INVALID', 'options'],
    [
      'the same option twice',
      { options: [...options(0).slice(0, 2), { text: '对1甲', isRight: false }] },
      'QUESTION_INVALID',
      'options.2.text',
    ],
    ['one option', { options: options(0).slice(0, 1) }, 'INVALID_INPUT', 'options'],
    ['eleven options', { options: Array(11).fill(options(0)[0]) }, 'INVALID_INPUT', 'options'],
    ['no stem', { stem: '  ' }, 'INVALID_INPUT', 'stem'],
  ])('with %s is not stored', async (_name, more, code, field) => {
    await expect(add(1, more)).rejects.toMatchObject({ code, field });
    expect(stems(await papers().getPaper({ activityId }))).toEqual([]);
  });

  test('is in a paper once, also when another becomes like it', async () => {
    const { questions } = await draftPaper(fixtures, { questions: 2 });
    const again = { code: 'QUESTION_INVALID', field: 'stem', message: '试卷中已有相同的试题' };
    await expect(add(1, { options: questionInput(1).options.toReversed() })).rejects.toMatchObject(again);
    const second = { activityId, questionId: questions[1]?.id ?? '', revision: 0 };
    await expect(papers().saveQuestion({ ...second, ...questionInput(1) })).rejects.toMatchObject(again);
    const saved = await papers().saveQuestion({ ...second, ...questionInput(2), explanation: '另一种解析' });
    expect(saved.questions[1]).toMatchObject({ explanation: '另一种解析', revision: 1 });
  });

  test('that somebody else changed or removed meanwhile is not written over', async () => {
    const [questionId = ''] = ids(await add(1));
    const save = (n: number) =>
      papers().saveQuestion({ activityId, questionId, revision: 0, ...questionInput(n) });
    const both = await Promise.allSettled([save(2), save(3)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(save(4)).rejects.toMatchObject({ code: 'REVIEW_MOVED' });
    await papers().removeQuestions({ activityId, questionIds: [questionId] });
    await expect(save(5)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is refused as the 501st', async () => {
    await add(1);
    const full = await server.services.activities.get(activityId);
    const many = Array.from({ length: 499 }, (_, n) => ({ ...questionInput(n + 2), pictureId: null }));
    expect(await server.services.papers.addQuestions(full, many)).toEqual({ added: 499, repeated: 0 });
    await expect(add(501)).rejects.toMatchObject({
      code: 'PAPER_FULL',
      message: '一份试卷最多500道试题，超出1道',
    });
    expect(await server.services.papers.addQuestions(full, many)).toEqual({ added: 0, repeated: 499 });
  });
});

test('questions are put in order, all of them or none, and removed, as often as asked', async () => {
  const paper = await draftPaper(fixtures, { questions: 3 });
  const [one = '', two = '', three = ''] = ids(paper);
  const order = (questionIds: string[]) => papers().orderQuestions({ activityId, questionIds });
  expect(stems(await order([three, one, two]))).toEqual([3, 1, 2]);
  for (const wrong of [
    [one, two],
    [one, two, two],
    [one, two, three, one],
    [one, two, activityId],
  ]) {
    await expect(order(wrong)).rejects.toMatchObject({ code: 'REVIEW_MOVED' });
  }
  const remove = () => papers().removeQuestions({ activityId, questionIds: [one, three] });
  const { revision } = await remove();
  const again = await remove();
  expect(stems(again)).toEqual([2]);
  expect(again.revision).toBe(revision);
});

test('the rules say what of them cannot be published, and shift the hours', async () => {
  await draftPaper(fixtures);
  const paper = await papers().setPaperRules({ activityId, draw: 9, opens: 'afterClass', daysAfter: 0 });
  expect(paper).toMatchObject({
    faults: [{ questionId: null, message: '每次抽取9道，试卷只有5道试题' }],
    opensAt: '2026-11-21T10:00:00.000Z',
    closesAt: '2026-11-21T15:59:59.999Z',
  });
  await expect(papers().setPaperRules({ activityId, passScore: 101 })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'passScore',
  });
});

test('an activity has one paper, and no change is lost when many people begin it at once', async () => {
  await Promise.all(Array.from({ length: 8 }, (_, n) => add(n + 1)));
  const paper = await papers().getPaper({ activityId });
  expect(stems(paper).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(paper.revision).toBe(8);
  expect(await paperModel(server.platform.mongo).countDocuments()).toBe(1);
});

test('another unit does not get to know of it', async () => {
  const [questionId = ''] = ids(await add(1));
  const { papers: others } = fixtures.otherUnit;
  const mine = { activityId };
  const asked: (() => Promise<unknown>)[] = [
    () => others.getPaper(mine),
    () => others.setPaperRules(mine),
    () => others.addQuestion({ ...mine, ...questionInput(2) }),
    () => others.saveQuestion({ ...mine, questionId, revision: 0, ...questionInput(2) }),
    () => others.removeQuestions({ ...mine, questionIds: [questionId] }),
    () => others.orderQuestions({ ...mine, questionIds: [questionId] }),
    () => others.addFromBank({ ...mine, questionIds: [questionId] }),
    () => others.drawFromBank({ ...mine, count: 1 }),
    () => others.publishPaper({ ...mine, revision: 1 }),
    () => others.closePaper(mine),
    () => others.exportPaper(mine),
  ];
  for (const ask of asked) {
    await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});
