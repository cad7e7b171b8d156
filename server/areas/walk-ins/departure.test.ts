/** 撤离 (manual 002 §2.1): phone, confirm the person, survey, confirm; written once, the answers unlinked to the name. */
import { type Fixtures, type ReceivedFile, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner } from '../../testing/people';
import { openXlsx } from '../../testing/sheets';
import { SURVEY_ANSWERS, scanOf, setCheckInRules, walkInFormOf } from '../../testing/walkIns';
import { checkInModel } from '../check-ins/model';
import { surveyAnswersModel, walkInModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  await setCheckInRules(server, { hasWalkInForm: true, isDepartureRequired: true });
});
afterAll(async () => server.stop());

const checkIns = () => checkInModel(server.platform.mongo).find().sort({ at: 1 }).lean();
const forms = () => walkInModel(server.platform.mongo).find().sort({ _id: 1 }).lean();
const HOUR = 3_600_000;
const answers = SURVEY_ANSWERS;

/** The person `n` has signed in by the form; answers his WeChat and a scan of the departure code hours later. */
async function leaving(n: number) {
  const { client } = await server.wechat(n);
  const form = walkInFormOf(n, await scanOf(server, fixtures, client));
  await client.walkIns.submitWalkIn(form);
  server.clock.pass(3 * HOUR);
  return { client, phone: form.phone, claimId: await scanOf(server, fixtures, client, 'out') };
}

test('a person of the form leaves: confirmed masked, asked, written once', async () => {
  const { client, phone, claimId } = await leaving(1);
  const person = await client.walkIns.departing({ claimId, phone });
  expect(person).toMatchObject({
    name: '陈*敏',
    sex: 'male',
    phoneMasked: '139****8001',
    unitName: '临颍县王孟镇卫生院',
    department: '内科',
    title: '医师',
    signedInAt: new Date(server.clock.now() - 3 * HOUR).toISOString(),
  });
  expect(person.survey).toHaveLength(5);
  // Whoever reads the questions for long has scanned all the same.
  server.clock.pass(10 * 60_000);
  const first = await client.walkIns.depart({ claimId, phone, answers });
  expect(first).toMatchObject({
    direction: 'out',
    repeated: false,
    at: new Date(server.clock.now() - 10 * 60_000).toISOString(),
    due: [
      { label: '签到', done: 1 },
      { label: '撤离', done: 1 },
    ],
  });
  expect(await client.walkIns.depart({ claimId, phone, answers })).toMatchObject({ repeated: true });
  expect((await forms()).map(({ swipes }) => swipes.map(({ direction }) => direction))).toEqual([
    ['in', 'out'],
  ]);
  expect(await surveyAnswersModel(server.platform.mongo).countDocuments()).toBe(1);
  expect((await client.walkIns.departing({ claimId, phone })).survey).toEqual([]);
});

test('the results count everybody once, name nobody, and of a few tell only how many', async () => {
  const results = async (client = fixtures.unit) =>
    client.walkIns.surveyResults({ activityId: fixtures.activityId });
  for (const n of [1, 2, 3]) {
    expect(await results()).toMatchObject({ persons: n - 1, isTooFew: true, questions: [] });
    const { client, phone, claimId } = await leaving(n);
    await client.walkIns.depart({ claimId, phone, answers });
  }
  const counted = await results();
  expect(counted).toMatchObject({ persons: 3, expected: 3, isTooFew: false });
  expect(counted.questions.at(-1)).toMatchObject({
    text: '通过本项目学习，感到收获最大的是（选两项）',
    answered: 3,
    options: [
      { text: '开阔思路', count: 3 },
      { text: '提高临床诊治能力', count: 3 },
      { text: '提高理论水平', count: 0 },
      { text: '提高科研工作能力', count: 0 },
      { text: '提高操作能力', count: 0 },
    ],
  });
  const kept = JSON.stringify(
    await server.platform.mongo.collection('surveyAnswers').find().sort({ _id: 1 }).toArray(),
  );
  const [form] = await forms();
  expect(kept).not.toContain(form?.idNoHash);
  expect(kept).not.toContain(form?.phoneHash);
  const file = (await fixtures.unit.walkIns.exportSurvey({
    activityId: fixtures.activityId,
  })) as ReceivedFile;
  expect((await openXlsx(file.bytes)).rows).toContainEqual([
    ...['5', '通过本项目学习，感到收获最大的是（选两项）', '开阔思路', '3', '100.0%'],
  ]);
  await expect(results(fixtures.otherUnit)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(
    fixtures.otherUnit.walkIns.exportSurvey({ activityId: fixtures.activityId }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the authority’s own survey is asked, with stars and words, some of them as one likes', async () => {
  const plain = { options: [], choose: 1 };
  await fixtures.authority.forms.setForm({
    kind: 'survey',
    version: 0,
    questions: [
      { ...plain, key: 'venue', kind: 'stars', text: '会场条件', isRequired: true },
      { ...plain, key: 'words', kind: 'text', text: '还想学什么', isRequired: true },
      { ...plain, key: 'food', kind: 'stars', text: '会务餐', isRequired: false },
    ],
  });
  const { client, phone, claimId } = await leaving(1);
  const { survey } = await client.walkIns.departing({ claimId, phone });
  expect(survey.map(({ key }) => key)).toEqual(['venue', 'words', 'food']);
  const depart = async (given: typeof answers | object[]) =>
    client.walkIns.depart({ claimId, phone, answers: given as typeof answers });
  await expect(depart([{ question: 'words', text: '超声' }])).rejects.toMatchObject({
    code: 'SURVEY_INCOMPLETE',
    field: 'answers.venue',
  });
  // A phone that still shows the survey from before the change.
  await expect(depart(answers)).rejects.toMatchObject({ code: 'SURVEY_INCOMPLETE' });
  await depart([
    { question: 'venue', stars: 4 },
    { question: 'words', text: '超声' },
  ]);
  const [sheet] = await surveyAnswersModel(server.platform.mongo).find().lean();
  expect(sheet?.answers).toMatchObject([
    { question: 'venue', stars: 4 },
    { question: 'words', text: '超声' },
  ]);
});

test('without the whole survey nobody leaves', async () => {
  const { client, phone, claimId } = await leaving(1);
  await expect(client.walkIns.depart({ claimId, phone, answers: answers.slice(0, 4) })).rejects.toMatchObject(
    { code: 'SURVEY_INCOMPLETE', field: 'answers.mostGained' },
  );
  expect((await forms())[0]?.swipes).toHaveLength(1);
});

test('a learner who signed in by his own WeChat leaves by phone on another; his departure is his check-in', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  await client.checkIns.checkIn({ claimId: await scanOf(server, fixtures, client) });
  server.clock.pass(3 * HOUR);
  const other = await server.wechat(7);
  const claimId = await scanOf(server, fixtures, other.client, 'out');
  const phone = '13800138001';
  expect(await other.client.walkIns.departing({ claimId, phone })).toMatchObject({
    name: '陈*敏',
    unitName: '漯河市中心医院',
  });
  await other.client.walkIns.depart({ claimId, phone, answers });
  const rows = await checkIns();
  expect(rows.map(({ direction, method }) => [direction, method])).toEqual([
    ['in', 'qr'],
    ['out', 'form'],
  ]);
  expect(rows.map((row) => String(row.learnerId))).toEqual([learnerId, learnerId]);
});

test('behind the tick of his own departure a learner fills in the survey, long after the scan', async () => {
  const { client } = await approvedLearner(server, fixtures, 1);
  await client.checkIns.checkIn({ claimId: await scanOf(server, fixtures, client) });
  const claimId = await scanOf(server, fixtures, client, 'out');
  await client.checkIns.checkIn({ claimId });
  server.clock.pass(5 * 60_000);
  expect((await client.walkIns.departing({ claimId })).survey).toHaveLength(5);
  expect(await client.walkIns.depart({ claimId, answers })).toMatchObject({
    direction: 'out',
    repeated: true,
  });
  expect(await checkIns()).toHaveLength(2);
  expect(await surveyAnswersModel(server.platform.mongo).countDocuments()).toBe(1);
});

test('matched after the arrival, the departure becomes a check-in as well', async () => {
  const { client, phone, claimId } = await leaving(1);
  await approvedLearner(server, fixtures, 1);
  expect(await checkIns()).toHaveLength(1);
  await client.walkIns.depart({ claimId, phone, answers });
  expect((await checkIns()).map(({ direction }) => direction)).toEqual(['in', 'out']);
});

test('who has not signed in today is not found, whoever he is, and a room is not tried out', async () => {
  const { phone } = await leaving(1);
  await approvedLearner(server, fixtures, 2, { name: '刘建国' });
  const { client } = await server.wechat(9);
  const claimId = await scanOf(server, fixtures, client, 'out');
  for (const typed of ['13800138002', '13700000000', '13700000001', '13700000002', '13700000003']) {
    await expect(client.walkIns.departing({ claimId, phone: typed })).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN_HERE',
      field: 'phone',
    });
  }
  await expect(client.walkIns.departing({ claimId, phone })).rejects.toMatchObject({
    code: 'TOO_MANY_REQUESTS',
  });
  await expect(client.walkIns.depart({ claimId, phone, answers })).rejects.toMatchObject({
    code: 'TOO_MANY_REQUESTS',
  });
  // The same number again is no further try.
  await expect(client.walkIns.departing({ claimId, phone: '13700000003' })).rejects.toMatchObject({
    code: 'NOT_SIGNED_IN_HERE',
  });
  await expect(client.walkIns.departing({ claimId })).rejects.toMatchObject({ code: 'NOT_SIGNED_IN_HERE' });
});

test('not by the sign-in code, not by the scan of another, and one scan for one person', async () => {
  const { client, phone, claimId } = await leaving(1);
  const inClaim = await scanOf(server, fixtures, client);
  await expect(client.walkIns.departing({ claimId: inClaim, phone })).rejects.toMatchObject({
    code: 'CLAIM_EXPIRED',
    message: '这是签到二维码，离场请扫描撤离二维码',
  });
  const stranger = await server.wechat(9);
  await expect(stranger.client.walkIns.departing({ claimId, phone })).rejects.toMatchObject({
    code: 'CLAIM_NOT_YOURS',
  });
  const second = await server.wechat(2);
  const form = walkInFormOf(2, await scanOf(server, fixtures, second.client));
  await second.client.walkIns.submitWalkIn(form);
  await client.walkIns.depart({ claimId, phone, answers });
  await expect(client.walkIns.depart({ claimId, phone: form.phone, answers })).rejects.toMatchObject({
    code: 'CLAIM_EXPIRED',
  });
});
