/** One person is registered once, one WeChat has one learner, and nothing is left half-written. */
import { normaliseIdNo } from '@common/rules/idNo';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { formOf, idNoOf, register } from '../../testing/people';
import { identityModel } from '../accounts/model';
import { auditModel } from '../audit/model';
import { learnerModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const TAKEN = { code: 'IDNO_TAKEN', message: '此证件号码已被使用，请重新输入', field: 'idNo' };
const HAS_LEARNER = {
  code: 'IDENTITY_HAS_LEARNER',
  message: '当前微信已绑定其他人员，一个微信只能绑定一名学员',
};

/** Each learner has an identity and each identity's learner is there. */
async function expectWhole(learners: number): Promise<void> {
  const { mongo } = server.platform;
  const stored = (await learnerModel(mongo).find({}, { _id: 1 }).sort({ _id: 1 }).lean()).map(({ _id }) =>
    String(_id),
  );
  const bound = await identityModel(mongo).distinct('learnerId');
  expect(stored).toHaveLength(learners);
  expect(bound.filter(Boolean).map(String).sort()).toEqual(stored.sort());
}
const reasons = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));

const idNo = idNoOf(1);
test.each([
  ['as it was', idNo],
  ['with spaces', `${idNo.slice(0, 6)} ${idNo.slice(6, 14)} ${idNo.slice(14)}`],
  ['in full width', idNo.replace(/./g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
  ['pasted with marks', `\u202d${idNo}\u202c`],
])('the idNo of another, typed %s', async (_how, typed) => {
  await register(server, fixtures, 1);
  await expect(register(server, fixtures, 2, { idNo: typed })).rejects.toMatchObject(TAKEN);
  await expectWhole(1);
});

test('the last X in lower case is the same number', async () => {
  const withX = Array.from({ length: 30 }, (_, n) => idNoOf(n)).find((each) => each.endsWith('X')) ?? '';
  expect(withX).toMatch(/X$/);
  await register(server, fixtures, 1, { idNo: withX.toLowerCase() });
  await expect(register(server, fixtures, 2, { idNo: withX })).rejects.toMatchObject(TAKEN);
});

test('fifteen digits are the same person as his eighteen', async () => {
  const old = '411102850615123';
  const { client } = await register(server, fixtures, 1, { idNo: old });
  expect((await client.accounts.me({})).learner?.idNoMasked).toBe(
    `4111**********${normaliseIdNo(old).slice(-4)}`,
  );
  await expect(register(server, fixtures, 2, { idNo: normaliseIdNo(old) })).rejects.toMatchObject(TAKEN);
});

test('a second WeChat cannot register the same person, in the same unit or another', async () => {
  const { client } = await register(server, fixtures, 1, { name: '陈慧敏' });
  for (const unitId of [fixtures.unitId, fixtures.otherUnitId]) {
    await expect(
      register(server, fixtures, 2, { name: '别的人', idNo: idNoOf(1), unitId }),
    ).rejects.toMatchObject(TAKEN);
  }
  expect((await client.accounts.me({})).learner?.name).toBe('陈慧敏');
  expect((await (await server.wechat(2)).client.accounts.me({})).learner).toBeNull();
  await expectWhole(1);
});

test('a second learner from the same WeChat is refused, from the other app too', async () => {
  await register(server, fixtures, 1);
  await expect(register(server, fixtures, 1, { idNo: idNoOf(2) })).rejects.toMatchObject(HAS_LEARNER);
  const { client } = await server.wechat(1, 'miniprogram');
  await expect(
    client.learners.register({ ...formOf(fixtures, 2), phoneCode: await server.phoneCode(1) }),
  ).rejects.toMatchObject(HAS_LEARNER);
  await expectWhole(1);
});

test('twenty WeChats with one idNo at once: one is registered, nineteen are told', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, async (_, i) => register(server, fixtures, i + 1, { idNo: idNoOf(50) })),
  );
  expect(reasons(outcomes)).toEqual(Array(19).fill('IDNO_TAKEN'));
  await expectWhole(1);
});

test('one WeChat with ten idNos at once: one is registered', async () => {
  const { client } = await server.wechat(1);
  const codes = await Promise.all(Array.from({ length: 10 }, async () => server.phoneCode(1)));
  const outcomes = await Promise.allSettled(
    codes.map(async (phoneCode, i) => client.learners.register({ ...formOf(fixtures, i), phoneCode })),
  );
  expect(reasons(outcomes)).toEqual(Array(9).fill('IDENTITY_HAS_LEARNER'));
  await expectWhole(1);
});

test('thirty different people at once are all registered', async () => {
  await Promise.all(Array.from({ length: 30 }, async (_, i) => register(server, fixtures, i + 1)));
  await expectWhole(30);
  expect((await fixtures.unit.learners.listLearners({})).total).toBe(30);
});

test('who is refused for the number can correct it and is registered', async () => {
  await register(server, fixtures, 1);
  await expect(register(server, fixtures, 2, { idNo: idNoOf(1) })).rejects.toMatchObject(TAKEN);
  const { client } = await register(server, fixtures, 2);
  expect((await client.accounts.me({})).roles).toEqual(['wechat', 'learner']);
  await expectWhole(2);
});

test('registering and submitting again are written down, being refused is not', async () => {
  const { client, learnerId } = await register(server, fixtures, 1);
  await expect(register(server, fixtures, 2, { idNo: idNoOf(1) })).rejects.toMatchObject(TAKEN);
  await client.learners.resubmit({ name: '陈慧敏', title: 'nurse', unitId: fixtures.otherUnitId });
  const entries = await auditModel(server.platform.mongo).find().sort({ sequence: 1 }).lean();
  const actor = { kind: 'learner', id: learnerId };
  expect(entries).toMatchObject([
    { action: 'learner.registered', actor, subject: `learner:${learnerId}` },
    { action: 'learner.resubmitted', actor, subject: `learner:${learnerId}` },
  ]);
});
