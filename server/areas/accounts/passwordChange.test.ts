import { setPassword, signInOnce } from '../../testing/calls';
import { type Fixtures, PASSWORD, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, idNoOf } from '../../testing/people';
import { auditModel } from '../audit/model';

const NEXT = 'Newer#2957kt';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const signIn = async (name: string, password: string) =>
  server.client().accounts.signInWithPassword({ name, password });

test('the new password opens, the old one no more; this session goes on', async () => {
  expect(await fixtures.unit.accounts.changePassword({ current: PASSWORD, next: NEXT })).toEqual({
    ok: true,
  });
  await expect(signIn('976811', PASSWORD)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  expect((await signIn('976811', NEXT)).me.accountName).toBe('976811');
  expect((await fixtures.unit.accounts.me({})).roles).toEqual(['unit']);
});

test('every other session of the account is over at once, other accounts go on', async () => {
  const { token } = await signIn('976811', PASSWORD);
  await fixtures.unit.accounts.changePassword({ current: PASSWORD, next: NEXT });
  await expect(server.client(token).accounts.me({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  expect((await fixtures.otherUnit.accounts.me({})).accountName).toBe('936302');
});

test('the present password is needed, and a wrong or missing one is named', async () => {
  for (const current of ['Wrong#4831pw', '', undefined]) {
    await expect(fixtures.unit.accounts.changePassword({ current, next: NEXT })).rejects.toMatchObject({
      code: 'WRONG_PASSWORD',
      message: '原密码不正确',
      field: 'current',
    });
  }
  expect((await signIn('976811', PASSWORD)).me.roles).toEqual(['unit']);
});

test.each([
  ['Sh#4831pw', '10至64个字符'],
  [`Long#4831${'xY7'.repeat(20)}`, '10至64个字符'],
  ['OnlyLetters#', '同时包含字母和数字'],
  ['4831#29571', '同时包含字母和数字'],
  ['Right 4831pw', '不能有空格和中文'],
  ['密码Right#4831', '不能有空格和中文'],
  ['Xk#976811qw', '不能包含账号'],
  ['aaaaaaaaa1', '重复或连续'],
  ['abcdef123456', '重复或连续'],
  ['Hospital2026', '太常见'],
  ['P@ssw0rd2026', '太常见'],
  [PASSWORD, '不能与原密码相同'],
])('%s is refused and the rule is told', async (next, rule) => {
  await expect(fixtures.unit.accounts.changePassword({ current: PASSWORD, next })).rejects.toMatchObject({
    code: 'WEAK_PASSWORD',
    field: 'next',
    message: expect.stringContaining(rule),
  });
});

test('a learner may not choose his card, his idNo, his birthday or his phone', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const { client, personnelNo } = await setPassword(server, learnerId);
  const idNo = idNoOf(1);
  for (const part of [personnelNo, idNo, idNo.slice(6, 14), '13800138001']) {
    await expect(
      client.accounts.changePassword({ current: PASSWORD, next: `kt#${part}W` }),
    ).rejects.toMatchObject({ code: 'WEAK_PASSWORD', message: expect.stringContaining('编号或手机号') });
  }
});

test('a session by WeChat alone has no password to change', async () => {
  const { client } = await approvedLearner(server, fixtures, 1);
  await expect(client.accounts.changePassword({ current: PASSWORD, next: NEXT })).rejects.toMatchObject({
    code: 'FORBIDDEN',
    message: '当前以微信身份登录，没有需要修改的密码',
  });
});

test("a learner's password change ends his other password sessions and not his WeChat's", async () => {
  const { learnerId, client: wechat } = await approvedLearner(server, fixtures, 1);
  const { client } = await setPassword(server, learnerId);
  const other = await signInOnce(server, learnerId);
  await client.accounts.changePassword({ current: PASSWORD, next: NEXT });
  await expect(other.client.accounts.me({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  expect((await wechat.accounts.me({})).learner?.id).toBe(learnerId);
});

test('the change is audited without the password', async () => {
  await fixtures.unit.accounts.changePassword({ current: PASSWORD, next: NEXT });
  const entries = await auditModel(server.platform.mongo).find().sort({ _id: 1 }).lean();
  const changed = entries.filter(({ action }) => action === 'password.changed');
  expect(changed).toHaveLength(1);
  expect(changed[0]).toMatchObject({ actor: { kind: 'unit' } });
  expect(JSON.stringify(entries)).not.toContain(NEXT);
  expect(server.logged()).not.toContain(NEXT);
});
