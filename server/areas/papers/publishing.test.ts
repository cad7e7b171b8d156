/** 启用 and 关闭: what is published stays as it was, whatever becomes of the draft. */
import { readyActivity } from '../../testing/activities';
import { draftPaper, publishedPaper, questionInput } from '../../testing/exams';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { paperModel, paperVersionModel } from './model';

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
const area = () => server.services.papers;
const publish = (revision: number) => papers().publishPaper({ activityId, revision });
const versions = async () => paperVersionModel(server.platform.mongo).countDocuments();
const lastOf = async () => (await area().lastOf([activityId])).get(activityId);

test('four questions are not enough, and the answer says how many are lacking', async () => {
  const { revision } = await draftPaper(fixtures, { questions: 4 });
  await expect(publish(revision)).rejects.toMatchObject({
    code: 'PAPER_INCOMPLETE',
    message: '试卷还不能启用：至少要有5道试题，还差1道',
  });
  await expect(papers().publishPaper({ activityId, revision: 0 })).rejects.toMatchObject({
    code: 'REVIEW_MOVED',
  });
  expect(await lastOf()).toBeUndefined();
});

test('a draft is written before the activity is approved, published after, and goes with an activity that is removed', async () => {
  const { id } = await readyActivity(server, fixtures);
  const { revision, faults } = await draftPaper(fixtures, { activityId: id });
  expect(faults).toEqual([]);
  await expect(papers().publishPaper({ activityId: id, revision })).rejects.toMatchObject({
    code: 'ACTIVITY_NOT_APPROVED',
  });
  await fixtures.unit.activities.removeActivity({ activityId: id });
  expect(await paperModel(server.platform.mongo).countDocuments()).toBe(0);
});

test('published is what was seen; changed and published again it is the next version, and the first is as it was', async () => {
  const first = await publishedPaper(fixtures, { rules: { passScore: 80 } });
  expect(first).toMatchObject({ state: 'published', version: 1, isChanged: false, faults: [] });
  expect(first.publishedAt).toBe(new Date(server.clock.now()).toISOString());
  const changed = await papers().addQuestion({ activityId, ...questionInput(6) });
  expect(changed).toMatchObject({ state: 'published', version: 1, isChanged: true });
  expect((await lastOf())?.paper).toMatchObject({ version: 1, rules: { passScore: 80 } });
  expect((await lastOf())?.paper.questions).toHaveLength(5);
  expect(await publish(changed.revision)).toMatchObject({ version: 2, isChanged: false });
  expect((await lastOf())?.paper.questions).toHaveLength(6);
  expect((await area().version(activityId, 1)).questions).toHaveLength(5);
  await expect(area().version(activityId, 3)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('what was removed from the draft is still in the version, with its picture and its answers', async () => {
  const { questions } = await publishedPaper(fixtures, { questions: 6 });
  await papers().removeQuestions({ activityId, questionIds: questions.map(({ id }) => id) });
  const { questions: kept } = await area().version(activityId, 1);
  expect(kept.map(({ stem, options }) => [stem, options])).toEqual(
    questions.map(({ stem, options }) => [stem, options]),
  );
});

test('two who publish at once make one version, and one is told to look again', async () => {
  const { revision } = await draftPaper(fixtures);
  const both = await Promise.allSettled(Array.from({ length: 4 }, async () => publish(revision)));
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const one of both) {
    if (one.status === 'rejected') {
      expect(one.reason).toMatchObject({ code: 'REVIEW_MOVED' });
    }
  }
  expect(await versions()).toBe(1);
});

test('published again without a change it is the same version', async () => {
  const { revision } = await publishedPaper(fixtures);
  expect(await publish(revision)).toMatchObject({ version: 1, revision });
  expect(await versions()).toBe(1);
});

test('closed it is not in force but remembered; opened again it is the same version', async () => {
  await expect(papers().closePaper({ activityId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' });
  await publishedPaper(fixtures);
  const { state, revision } = await papers().closePaper({ activityId });
  expect(state).toBe('closed');
  await expect(papers().closePaper({ activityId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' });
  expect(await lastOf()).toMatchObject({ isClosed: true, paper: { version: 1 } });
  server.clock.pass(3_600_000);
  const again = await publish(revision);
  expect(again).toMatchObject({ state: 'published', version: 1 });
  expect(again.publishedAt).not.toBe(new Date(server.clock.now()).toISOString());
  expect(await lastOf()).toMatchObject({ isClosed: false, paper: { version: 1 } });
  expect(await versions()).toBe(1);
});

test('closed, changed and published it is a new version', async () => {
  await publishedPaper(fixtures);
  await papers().closePaper({ activityId });
  const changed = await papers().setPaperRules({ activityId, tries: 1 });
  expect(changed).toMatchObject({ state: 'closed', isChanged: true });
  expect(await publish(changed.revision)).toMatchObject({ state: 'published', version: 2 });
});
