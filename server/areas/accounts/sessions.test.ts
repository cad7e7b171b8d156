import { setPassword, signInOnce } from '../../testing/calls';
import { type Fixtures, PASSWORD, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, register } from '../../testing/people';

const HOUR = 3_600_000;

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

/** Signs in by password while the token's session is open. */
async function signIn(name: string, from?: string) {
  const { token, me } = await server.client(from).accounts.signInWithPassword({ name, password: PASSWORD });
  return { token, me, client: server.client(token) };
}
const gone = { code: 'NOT_SIGNED_IN', message: '登录已失效，请重新登录' };

describe('password sign-in from a WeChat session', () => {
  test('keeps the WeChat identity beside the unit', async () => {
    const { token } = await server.wechat(1);
    expect((await signIn('976811', token)).me.roles).toEqual(['wechat', 'unit']);
  });

  test('keeps the learner whom this WeChat is', async () => {
    const { token, learnerId } = await approvedLearner(server, fixtures, 1);
    const { me, client } = await signIn('976811', token);
    expect(me.roles).toEqual(['wechat', 'learner', 'unit']);
    expect(me.learner?.id).toBe(learnerId);
    await expect(client.learners.listLearners({ state: 'all' })).rejects.toMatchObject({
      code: 'ADMINISTRATOR_REQUIRED',
    });
    // What is his as a learner stays open meanwhile.
    expect((await client.credits.myCredits({})).year).toBe(2026);
  });

  test("with another learner's password leaves this phone's identity out", async () => {
    const mine = await approvedLearner(server, fixtures, 1, { name: '王志强' });
    const other = await approvedLearner(server, fixtures, 2, { name: '李雪梅' });
    const { personnelNo } = await setPassword(server, other.learnerId);
    const { me, token } = await signIn(personnelNo, mine.token);
    expect(me.roles).toEqual(['learner']);
    expect(me.learner?.name).toBe('李雪梅');
    // Nor does it come back on a further sign-in from there.
    expect((await signIn('976811', token)).me.roles).toEqual(['unit']);
    for (const client of [mine.client, (await server.wechat(1)).client]) {
      expect((await client.accounts.me({})).learner?.name).toBe('王志强');
    }
  });

  test('on an unregistered phone lends the session a learner, and the identity none', async () => {
    const other = await approvedLearner(server, fixtures, 2, { name: '李雪梅' });
    const { personnelNo } = await setPassword(server, other.learnerId);
    const phone = await server.wechat(3);
    const lent = await signIn(personnelNo, phone.token);
    expect(lent.me.learner?.name).toBe('李雪梅');
    expect((await phone.client.accounts.me({})).learner).toBeNull();
    expect((await server.wechat(3)).token).not.toBe(lent.token);
    expect((await (await server.wechat(3)).client.accounts.me({})).learner).toBeNull();

    // Its owner registers: the session under the other's password does not become the owner's.
    await register(server, fixtures, 3, { name: '张建国' });
    expect((await lent.client.accounts.me({})).learner?.name).toBe('李雪梅');
    expect((await phone.client.accounts.me({})).learner?.name).toBe('张建国');
  });

  test('with a one-time password cannot shake the obligation off by signing in further', async () => {
    const { learnerId } = await approvedLearner(server, fixtures, 1);
    const { token } = await signInOnce(server, learnerId);
    expect((await signIn('976811', token)).me).toMatchObject({ roles: ['unit'], learner: null });
  });

  test('a session without WeChat brings nothing along', async () => {
    const { learnerId } = await approvedLearner(server, fixtures, 1);
    const { token } = await setPassword(server, learnerId);
    expect((await signIn('976811', token)).me.roles).toEqual(['unit']);
  });
});

test('signing out ends this session at once and no other', async () => {
  const [one, two] = [await server.wechat(1), await server.wechat(1)];
  expect(await one.client.accounts.signOut({})).toEqual({ ok: true });
  await expect(one.client.accounts.me({})).rejects.toMatchObject(gone);
  expect((await two.client.accounts.me({})).roles).toEqual(['wechat']);
});

test('a session on a phone ends after thirty days, one of an office after twelve hours, by our clock', async () => {
  const phone = await server.wechat(1);
  const office = await signIn('976811');

  server.clock.pass(12 * HOUR - 1);
  expect((await office.client.accounts.me({})).roles).toEqual(['unit']);
  server.clock.pass(1);
  await expect(office.client.accounts.me({})).rejects.toMatchObject(gone);
  server.clock.pass(30 * 24 * HOUR - 12 * HOUR - 1);
  expect((await phone.client.accounts.me({})).roles).toEqual(['wechat']);
  server.clock.pass(1);
  await expect(phone.client.accounts.me({})).rejects.toMatchObject(gone);
});

test('a unit signed in on a phone is out after twelve hours too', async () => {
  const { token } = await server.wechat(1);
  const { client } = await signIn('976811', token);
  server.clock.pass(12 * HOUR);
  await expect(client.accounts.me({})).rejects.toMatchObject(gone);
});

test('a session says when it ends, and Redis forgets it by itself', async () => {
  const { expiresAt } = await server
    .client()
    .accounts.signInWithPassword({ name: '976811', password: PASSWORD });
  expect(Date.parse(expiresAt)).toBe(server.clock.now() + 12 * HOUR);
  const { redis } = server.platform;
  for (const key of await redis.keys('session*')) {
    expect(await redis.pttl(key)).toBeGreaterThan(0);
  }
});

test('no token stands in Redis', async () => {
  const tokens = [(await server.wechat(1)).token, (await signIn('976811')).token];
  const { redis } = server.platform;
  const keys = await redis.keys('*');
  const values = await Promise.all(
    keys.map(async (key) =>
      (await redis.type(key)) === 'zset' ? redis.zrange(key, '0', '-1') : redis.get(key),
    ),
  );
  const everything = JSON.stringify([keys, values]);
  expect(everything).toContain('identityId');
  for (const token of tokens) {
    expect(everything).not.toContain(token);
    expect(server.logged()).not.toContain(token);
  }
});

test.each(['', 'x', 'A'.repeat(43), `${'A'.repeat(43)} `, '../../x'])('%j opens nothing', async (token) => {
  await expect(server.client(token).accounts.me({})).rejects.toMatchObject(gone);
});
