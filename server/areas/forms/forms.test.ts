/** 项目评价 and 调查问卷 as authorities write them: whose holds where, for how long, and of two changes at once only one. */
import type { FormQuestion } from '@common/contract/forms';
import { DEFAULT_FORMS } from '@common/rules/forms';
import { authorityClient } from '../../testing/authorities';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
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

const KIND = 'evaluation' as const;
const question = (key: string, change: Partial<FormQuestion> = {}): FormQuestion => ({
  key,
  kind: 'stars',
  text: `${key}怎么样`,
  options: [],
  choose: 1,
  isRequired: true,
  ...change,
});
const options = ['内科', '外科', '护理'].map((text, at) => ({ key: `o${at}`, text }));
const get = async (client = fixtures.authority) => client.forms.getForm({ kind: KIND });
const set = async (questions: FormQuestion[], client = fixtures.authority) =>
  client.forms.setForm({ kind: KIND, version: (await get(client)).version, questions });
const asked = async () => {
  const full = await server.services.activities.get(fixtures.activityId);
  return (await server.services.forms.questionsFor(KIND, full)).map(({ key }) => key);
};

test('where nobody has written one the usual one is asked', async () => {
  const usual = [...DEFAULT_FORMS.evaluation];
  expect(await get()).toEqual({
    ...{ kind: KIND, questions: usual, above: usual },
    ...{ isOwn: false, version: 0, publishedAt: null },
  });
});

test('the nearest one is asked, and who follows again has the one above', async () => {
  const province = await authorityClient(server, '41');
  await set([question('province')], province);
  expect(await asked()).toEqual(['province']);
  const own = [question('city'), question('most', { kind: 'choice', options, choose: 2, isRequired: false })];
  expect(await set(own)).toMatchObject({
    questions: own,
    isOwn: true,
    version: 1,
    above: [{ key: 'province' }],
    publishedAt: new Date(server.clock.now()).toISOString(),
  });
  expect(await asked()).toEqual(['city', 'most']);
  const followed = await fixtures.authority.forms.followAbove({ kind: KIND });
  expect(followed).toMatchObject({ isOwn: false, questions: [{ key: 'province' }], publishedAt: null });
  expect(await asked()).toEqual(['province']);
  // Following twice is following once; the other form was never touched.
  expect(await fixtures.authority.forms.followAbove({ kind: KIND })).toEqual(followed);
  expect(await fixtures.authority.forms.getForm({ kind: 'survey' })).toMatchObject({ version: 0 });
  const log = await auditModel(server.platform.mongo).find({ action: 'form.changed' }).lean();
  expect(log.map(({ reason }) => reason)).toEqual([
    '项目评价：1道题',
    '项目评价：2道题',
    '项目评价：使用上级的',
  ]);
});

test('an activity keeps the form of its first answer', async () => {
  await set([question('old')]);
  const full = await server.services.activities.get(fixtures.activityId);
  const answers = [{ question: 'old', stars: 5 }];
  const { forms } = server.services;
  expect(await forms.accept(KIND, full, [])).toMatchObject({ question: 'old' });
  await set([question('newer')]);
  expect(await asked()).toEqual(['newer']);
  // The sheet that was opened before the change is no longer the form.
  expect(await forms.accept(KIND, full, answers)).toMatchObject({ message: expect.any(String) });
  await set([question('old')]);
  const first = await Promise.all([forms.accept(KIND, full, answers), forms.accept(KIND, full, answers)]);
  expect(first).toEqual([null, null]);
  await set([question('newer')]);
  expect(await asked()).toEqual(['old']);
  expect((await get()).questions[0]?.key).toBe('newer');
});

test('of two changes of one version the second is refused', async () => {
  const change = async (key: string) =>
    fixtures.authority.forms.setForm({ kind: KIND, version: 0, questions: [question(key)] });
  const both = await Promise.allSettled([change('a'), change('b')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'REVIEW_MOVED' },
  });
  await expect(change('c')).rejects.toMatchObject({ code: 'REVIEW_MOVED' });
  expect((await get()).version).toBe(1);
});

test.each([
  ['questions.1.key', [question('a'), question('a')]],
  ['questions.0.options', [question('a', { kind: 'choice', options: options.slice(0, 1) })]],
  ['questions.0.choose', [question('a', { kind: 'choice', options, choose: 3 })]],
  ['questions', []],
])('a form that cannot be answered is refused at %s', async (field, questions) => {
  await expect(set(questions)).rejects.toMatchObject({ code: 'INVALID_INPUT', field });
  expect((await get()).isOwn).toBe(false);
});
