import { send, setPassword } from '../../testing/calls';
import { type Fixtures, PASSWORD, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, register } from '../../testing/people';

const MINUTE = 60_000;
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.49';
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36';
const GONE = { code: 'NOT_SIGNED_IN' };

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

/** A session of 漯河市中心医院's account for an administrator of this name, made if need be. */
async function unitSession(administratorId?: string, userAgent?: string) {
  const { sessions, passwords } = server.services.accounts;
  const account = await passwords.ofSubject('unit', fixtures.unitId);
  const who = { accountId: String(account?._id), unitId: fixtures.unitId, administratorId };
  const { token } = await sessions.open(who, userAgent);
  return { token, client: server.client(token) };
}
async function colleague(name: string, phone: string): Promise<string> {
  const given = { kind: 'unit' as const, subjectId: fixtures.unitId, name, phone };
  return String((await server.services.administrators.put(given))._id);
}
const items = async (client: { accounts: { listSessions: typeof fixtures.unit.accounts.listSessions } }) =>
  (await client.accounts.listSessions({})).items;

test('a device is named, with when it signed in and was last seen; the one used last is first', async () => {
  const wangli = await colleague('王丽', '13900000001');
  const office = await unitSession(wangli, CHROME);
  server.clock.pass(10 * MINUTE);
  const phone = await unitSession(wangli, IPHONE);
  expect(await items(phone.client)).toEqual([
    {
      id: expect.stringMatching(/^[\w-]{43}$/),
      device: '微信（iPhone）',
      administratorName: '王丽',
      openedAt: '2026-11-21T01:10:00.000Z',
      lastSeenAt: '2026-11-21T01:10:00.000Z',
      isCurrent: true,
    },
    expect.objectContaining({
      device: 'Windows 电脑 · Chrome',
      openedAt: '2026-11-21T01:00:00.000Z',
      lastSeenAt: '2026-11-21T01:00:00.000Z',
      isCurrent: false,
    }),
  ]);
  server.clock.pass(MINUTE);
  const [first, second] = await items(office.client);
  expect(first).toMatchObject({ isCurrent: true, lastSeenAt: '2026-11-21T01:11:00.000Z' });
  expect(second).toMatchObject({ isCurrent: false, device: '微信（iPhone）' });
});

test('being seen is written at most every five minutes', async () => {
  const { client, token } = await unitSession(await colleague('王丽', '13900000001'));
  const lastSeen = async () => (await items(client))[0]?.lastSeenAt;
  server.clock.pass(5 * MINUTE - 1);
  expect(await lastSeen()).toBe('2026-11-21T01:00:00.000Z');
  server.clock.pass(1);
  expect(await lastSeen()).toBe('2026-11-21T01:05:00.000Z');
  await server.client(token).accounts.signOut({});
  expect(await server.platform.redis.keys('session*:seen')).toHaveLength(3);
});

test('the browser’s own description arrives through the sign-in', async () => {
  const answer = await fetch(`${server.url}/api/sessions/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': CHROME },
    body: JSON.stringify({ name: '976811', password: PASSWORD }),
  });
  const { token } = (await answer.json()) as { token: string };
  expect(await server.services.accounts.sessions.find(token)).toMatchObject({
    device: 'Windows 电脑 · Chrome',
  });
});

describe('of a unit’s account', () => {
  test('each administrator sees and ends his own only', async () => {
    const [mine, hers] = [await colleague('王丽', '13900000001'), await colleague('李雪梅', '13900000002')];
    const [one, two] = [await unitSession(mine), await unitSession(mine)];
    const other = await unitSession(hers);
    expect(await items(one.client)).toHaveLength(2);
    const [theirs] = await items(other.client);
    await expect(one.client.accounts.closeSession({ sessionId: theirs?.id ?? '' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: '该设备已退出登录',
    });
    expect(await one.client.accounts.closeOtherSessions({})).toEqual({ closed: 1 });
    await expect(two.client.accounts.me({})).rejects.toMatchObject(GONE);
    expect((await other.client.accounts.me({})).administrator?.name).toBe('李雪梅');
    expect(await items(one.client)).toHaveLength(1);
  });

  test('who has not given his name yet sees none, and ends none', async () => {
    const { client } = await unitSession();
    const refused = { code: 'ADMINISTRATOR_REQUIRED' };
    await expect(client.accounts.listSessions({})).rejects.toMatchObject(refused);
    await expect(client.accounts.closeOtherSessions({})).rejects.toMatchObject(refused);
    expect((await fixtures.unit.accounts.me({})).administrator?.name).toBe('王芳');
  });

  test('another unit’s are not there, by id neither', async () => {
    const [theirs] = await items(fixtures.otherUnit);
    await expect(fixtures.unit.accounts.closeSession({ sessionId: theirs?.id ?? '' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await fixtures.otherUnit.accounts.me({})).unit?.name).toBe('宜章县第二人民医院');
  });
});

describe('of a learner', () => {
  test('those by WeChat and those by password are one list', async () => {
    const { learnerId, client } = await approvedLearner(server, fixtures, 1);
    await server.wechat(1, 'miniprogram');
    const byPassword = await setPassword(server, learnerId);
    await register(server, fixtures, 2);
    for (const each of [client, byPassword.client]) {
      expect(await items(each)).toHaveLength(3);
    }
    expect(await byPassword.client.accounts.closeOtherSessions({})).toEqual({ closed: 2 });
    await expect(client.accounts.me({})).rejects.toMatchObject(GONE);
    expect(await items(byPassword.client)).toMatchObject([{ isCurrent: true }]);
  });

  test('a device on which an administrator signed in beside him is his too, and not the other way round', async () => {
    const { token, client } = await approvedLearner(server, fixtures, 1);
    const admin = await colleague('王丽', '13900000001');
    const { token: both } = await server.client(token).accounts.signInWithPassword({
      name: '976811',
      password: PASSWORD,
    });
    await server.services.accounts.sessions.rewrite(both, { administratorId: admin });
    const office = await unitSession(admin);
    expect(await items(client)).toHaveLength(2);
    expect(await items(office.client)).toHaveLength(2);
    await office.client.accounts.closeOtherSessions({});
    await expect(server.client(both).accounts.me({})).rejects.toMatchObject(GONE);
    expect((await client.accounts.me({})).roles).toContain('learner');
  });

  test('before registration it is those of his WeChat', async () => {
    const [one] = [await server.wechat(1), await server.wechat(1), await server.wechat(2)];
    expect(await items(one.client)).toHaveLength(2);
  });
});

test('an id of the list is no token, and nothing that was made up is found', async () => {
  const [own] = await items(fixtures.unit);
  await expect(server.client(own?.id).accounts.me({})).rejects.toMatchObject(GONE);
  for (const sessionId of ['x', 'A'.repeat(43), '*', '{}']) {
    await expect(fixtures.unit.accounts.closeSession({ sessionId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  }
  const { token } = await server.wechat(1);
  const long = await send(server, 'DELETE', `/api/me/sessions/${'a'.repeat(65)}`, { token });
  expect(long).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } });
});

test('one’s own session can be ended like any other', async () => {
  const [own] = await items(fixtures.unit);
  expect(await fixtures.unit.accounts.closeSession({ sessionId: own?.id ?? '' })).toEqual({ ok: true });
  await expect(fixtures.unit.accounts.me({})).rejects.toMatchObject(GONE);
});

test('what is over is kept in no list: signed out, or expired', async () => {
  const { redis } = server.platform;
  const listed = async () =>
    (
      await Promise.all((await redis.keys('sessions:*')).map(async (key) => redis.zrange(key, '0', '-1')))
    ).flat();
  const before = (await listed()).length;
  const { token, client } = await server.wechat(1);
  expect(await listed()).toHaveLength(before + 1);
  await client.accounts.signOut({});
  expect(await listed()).toHaveLength(before);
  expect(await server.services.accounts.sessions.rewrite(token, { learnerId: fixtures.unitId })).toBeNull();
  expect(await listed()).toHaveLength(before);
  // A day later the office sessions are over; the next one to be opened clears them away.
  const admin = await colleague('王丽', '13900000001');
  await unitSession(admin);
  server.clock.pass(24 * 60 * MINUTE);
  await unitSession(admin);
  expect(await redis.zcard(`sessions:administratorId:${admin}`)).toBe(1);
});
