/** 更正: title with date and proof, and name, asked of the unit by an approved learner. */
import type { Client } from '@common/contract/client';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, colleague, register } from '../../testing/people';
import { fileOf, jpeg } from '../../testing/photos';
import { auditModel } from '../audit/model';
import { notificationModel } from '../notifications/model';
import { correctionModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
let client: Client;
let learnerId: string;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  ({ client, learnerId } = await approvedLearner(server, fixtures, 1, { titleSince: '2015-05-01' }));
});
afterAll(async () => server.stop());

const proof = async () => (await client.learners.uploadPhoto({ file: fileOf(await jpeg()) })).photoId;
const askTitle = async (since = '2026-05-01') =>
  client.learners.requestCorrection({
    kind: 'title',
    title: 'supervisorNurse',
    since,
    proofId: await proof(),
    note: '5月取得主管护师资格',
  });
const askName = async (name = '陈惠敏') =>
  client.learners.requestCorrection({ kind: 'name', name, note: '户口本更名' });
const decide = async (correctionId: string, decision: 'accept' | 'refuse', reason?: string) =>
  fixtures.unit.learners.decideCorrection({ correctionId, decision, reason });
const actions = async () =>
  (
    await auditModel(server.platform.mongo)
      .find({ action: /correction/ })
      .sort({ sequence: 1 })
      .lean()
  ).map(({ action, actor }) => `${action} ${actor.kind}`);

test('a title is changed with its date, the one before is history, and he is told', async () => {
  const asked = await askTitle();
  expect(asked).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{24}$/),
    kind: 'title',
    before: 'nurse',
    after: 'supervisorNurse',
    since: '2026-05-01',
    note: '5月取得主管护师资格',
    proofUrl: expect.stringMatching(/^\/api\/photos\//),
    state: 'waiting',
    reason: null,
    submittedAt: new Date(server.clock.now()).toISOString(),
    decidedAt: null,
  });
  expect(await client.learners.myProfile({})).toMatchObject({ title: 'nurse' });
  server.clock.pass(60_000);
  const decided = await decide(asked.id, 'accept');
  expect(decided).toMatchObject({
    state: 'accepted',
    decidedAt: new Date(server.clock.now()).toISOString(),
  });
  expect(await client.learners.myProfile({})).toMatchObject({
    title: 'supervisorNurse',
    titleSince: '2026-05-01',
    titles: [
      { title: 'supervisorNurse', since: '2026-05-01' },
      { title: 'nurse', since: '2015-05-01' },
    ],
  });
  expect((await client.learners.myCorrections({})).items).toMatchObject([
    { id: asked.id, state: 'accepted' },
  ]);
  expect(
    await notificationModel(server.platform.mongo)
      .find({ key: `correction-${asked.id}` })
      .sort({ _id: 1 })
      .lean(),
  ).toMatchObject([{ title: '更正申请已通过' }]);
  expect(await actions()).toEqual([
    'learner.correction-requested learner',
    'learner.correction-accepted unit',
  ]);
});

test('only the date of a title: corrected, without a history', async () => {
  const asked = await client.learners.requestCorrection({
    kind: 'title',
    title: 'nurse',
    since: '2016-05-01',
    proofId: await proof(),
  });
  await decide(asked.id, 'accept');
  expect((await client.learners.myProfile({})).titles).toEqual([{ title: 'nurse', since: '2016-05-01' }]);
});

test('a name is corrected in one spelling', async () => {
  const asked = await askName(' 陈 惠敏 ');
  expect(asked).toMatchObject({ before: '陈慧敏', after: '陈惠敏', proofUrl: null });
  await decide(asked.id, 'accept');
  expect((await client.accounts.me({})).learner?.name).toBe('陈惠敏');
});

test('refused with a reason: nothing changes, he is told and asks again', async () => {
  const { id } = await askTitle();
  for (const reason of [undefined, '', '  ']) {
    await expect(decide(id, 'refuse', reason)).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
      field: 'reason',
    });
  }
  expect(await decide(id, 'refuse', '证书照片不清晰')).toMatchObject({
    state: 'refused',
    reason: '证书照片不清晰',
  });
  expect(await client.learners.myProfile({})).toMatchObject({ title: 'nurse', titleSince: '2015-05-01' });
  expect(
    (
      await notificationModel(server.platform.mongo)
        .find({ key: `correction-${id}` })
        .sort({ _id: 1 })
        .lean()
    )[0]?.lines,
  ).toEqual(['原因：证书照片不清晰', '请修改后重新申请。']);
  server.clock.pass(1000);
  await askTitle();
  expect((await client.learners.myCorrections({})).items.map(({ state }) => state)).toEqual([
    'waiting',
    'refused',
  ]);
});

test('one at a time, also where five are sent at once; the proofs of the others stay to be used', async () => {
  const outcomes = await Promise.allSettled([askName('陈惠敏'), askTitle(), askName('陈会敏'), askTitle()]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))).toEqual(
    Array(3).fill('CORRECTION_OPEN'),
  );
  expect(await correctionModel(server.platform.mongo).countDocuments()).toBe(1);
});

test('decided by two at once: one decides, the other is told', async () => {
  for (const decision of ['accept', 'refuse'] as const) {
    const { id } = await askTitle(decision === 'accept' ? '2026-05-01' : '2026-06-01');
    const other = await colleague(server, fixtures.unitId, {
      phone: decision === 'accept' ? '13711112222' : '13711113333',
    });
    const outcomes = await Promise.allSettled([
      decide(id, decision, '资料不全'),
      other.client.learners.decideCorrection({ correctionId: id, decision: 'refuse', reason: '资料不全' }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'REQUEST_DECIDED', message: '该申请已处理，请刷新后查看' },
    });
    expect(await notificationModel(server.platform.mongo).countDocuments({ key: `correction-${id}` })).toBe(
      1,
    );
    const { state } = (await client.learners.myCorrections({})).items.find((each) => each.id === id) ?? {};
    const { title } = await client.learners.myProfile({});
    if (state === 'accepted') {
      expect(title).toBe('supervisorNurse');
    }
    server.clock.pass(1000);
  }
});

test.each([
  [
    'a title from tomorrow on',
    { kind: 'title', title: 'chiefNurse', since: '2026-11-22' },
    'since',
    '职称取得时间不能晚于今天',
  ],
  [
    'the same title of the same day',
    { kind: 'title', title: 'nurse', since: '2015-05-01' },
    'title',
    '与现在的职称和取得时间相同，不需要变更',
  ],
  ['the same name', { kind: 'name', name: '陈 慧敏' }, 'name', '与现在的姓名相同，不需要更正'],
  ['no name', { kind: 'name', name: '陈' }, 'name', '请填写与身份证一致的姓名'],
  ['a name without a reason', { kind: 'name', name: '陈惠敏', note: '' }, 'note', '请说明更正原因'],
] as const)('%s is named and nothing waits', async (_what, given, field, message) => {
  const proofId = await proof();
  await expect(
    client.learners.requestCorrection({ note: '更正', proofId, ...given } as Parameters<
      Client['learners']['requestCorrection']
    >[0]),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', field, message });
  expect((await client.learners.myCorrections({})).items).toEqual([]);
});

test("another's photo is no proof", async () => {
  const other = await approvedLearner(server, fixtures, 2);
  const proofId = await proof();
  await expect(
    other.client.learners.requestCorrection({
      kind: 'title',
      title: 'chiefNurse',
      since: '2026-01-01',
      proofId,
    }),
  ).rejects.toMatchObject({ code: 'PHOTO_INVALID', field: 'proofId' });
});

test('before approval there is nothing to ask for', async () => {
  const { client: pending } = await register(server, fixtures, 2);
  await expect(
    pending.learners.requestCorrection({ kind: 'name', name: '李雪梅', note: '更名' }),
  ).rejects.toMatchObject({
    code: 'LEARNER_NOT_APPROVED',
    message: '单位审核通过前可直接修改注册信息并重新提交，不需要申请更正',
  });
});

describe('the list of the unit', () => {
  test('shows what waits, the longest first, with who asks; then what was decided, the latest first', async () => {
    const first = await askName();
    server.clock.pass(1000);
    const other = await approvedLearner(server, fixtures, 2, { name: '李雪梅', department: '外科' });
    const second = await other.client.learners.requestCorrection({
      kind: 'name',
      name: '李雪',
      note: '更名',
    });
    const list = await fixtures.unit.learners.listCorrections({});
    expect(list).toMatchObject({ total: 2, page: 1 });
    expect(list.items.map(({ id, name, department }) => [id, name, department])).toEqual([
      [first.id, '陈慧敏', '护理部'],
      [second.id, '李雪梅', '外科'],
    ]);
    expect(list.items[0]?.idNoMasked).toMatch(/^4111\*{10}/);
    expect(await server.services.learners.countCorrections(fixtures.unitId)).toBe(2);
    await decide(first.id, 'accept');
    await decide(second.id, 'refuse', '资料不全');
    expect(await server.services.learners.countCorrections(fixtures.unitId)).toBe(0);
    const all = await fixtures.unit.learners.listCorrections({ state: 'all' });
    expect(all.items.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect((await fixtures.unit.learners.listCorrections({ state: 'accepted' })).total).toBe(1);
  });

  test('is in the detail of the learner too', async () => {
    const { id } = await askName();
    expect((await fixtures.unit.learners.learnerDetail({ learnerId })).corrections).toMatchObject([{ id }]);
  });
});
