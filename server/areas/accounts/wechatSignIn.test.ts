import { PRIVACY_VERSION } from '@common/privacy';
import { clearFaults, loginCode, orderFault } from '../../testing/calls';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { idNoOf, register } from '../../testing/people';
import { identityModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterEach(async () => clearFaults(server));
afterAll(async () => server.stop());

const identities = () => identityModel(server.platform.mongo).find().sort({ _id: 1 }).lean();
const signIn = async (persona: number, channel: 'miniprogram' | 'officialAccount' = 'miniprogram') =>
  server.client().accounts.signInWithWechat({ channel, code: await loginCode(server, persona, channel) });

test('a first sign-in makes a session of somebody not yet registered', async () => {
  const { token, me } = await signIn(1);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(me).toEqual({
    roles: ['wechat'],
    mustChangePassword: false,
    accountName: null,
    learner: null,
    unit: null,
    authority: null,
    administrator: null,
    needsAdministrator: false,
  });
  expect(await server.client(token).accounts.me({})).toEqual(me);
});

test.each(['miniprogram', 'officialAccount'] as const)('%s: a code that is none', async (channel) => {
  const signingIn = server.client().accounts.signInWithWechat({ channel, code: '0notACode' });
  await expect(signingIn).rejects.toMatchObject({
    code: 'WECHAT_CODE_INVALID',
    message: '微信登录凭证已失效，请重试',
  });
  expect(await identities()).toEqual([]);
});

test.each(['miniprogram', 'officialAccount'] as const)(
  '%s: a code opens one session only',
  async (channel) => {
    const code = await loginCode(server, 1, channel);
    await server.client().accounts.signInWithWechat({ channel, code });
    await expect(server.client().accounts.signInWithWechat({ channel, code })).rejects.toMatchObject({
      code: 'WECHAT_CODE_INVALID',
    });
  },
);

test('a code of one app is none of the other', async () => {
  const code = await loginCode(server, 1, 'officialAccount');
  await expect(
    server.client().accounts.signInWithWechat({ channel: 'miniprogram', code }),
  ).rejects.toMatchObject({ code: 'WECHAT_CODE_INVALID' });
});

test.each([
  { kind: 'status', path: '/sns', times: 9 },
  { kind: 'html', path: '/sns', times: 9 },
  { kind: 'errcode', path: '/sns', errcode: -1, times: 9 },
  { kind: 'errcode', path: '/sns', errcode: 40125, times: 9 },
] as const)('WeChat in trouble (%j) is told as such, and works again after', async (fault) => {
  await orderFault(server, fault);
  for (const channel of ['miniprogram', 'officialAccount'] as const) {
    await expect(signIn(1, channel)).rejects.toMatchObject({
      code: 'WECHAT_UNAVAILABLE',
      message: '微信服务暂时不可用，请稍后再试',
    });
  }
  expect(await identities()).toEqual([]);
  await clearFaults(server);
  expect((await signIn(1)).me.roles).toEqual(['wechat']);
});

test('the secret does not get into the log when WeChat fails', async () => {
  await orderFault(server, { kind: 'status', path: '/sns', times: 9 });
  await expect(signIn(1)).rejects.toMatchObject({ code: 'WECHAT_UNAVAILABLE' });
  expect(server.logged()).toContain('/sns/jscode2session');
  expect(server.logged()).not.toContain('mini-secret');
});

test('the same person is the same identity, in one after the other and in twenty at once', async () => {
  await signIn(1);
  await signIn(1);
  await Promise.all(Array.from({ length: 20 }, async () => signIn(1)));
  await Promise.all(Array.from({ length: 20 }, async () => signIn(2)));
  const openids = (await identities()).map(({ openid }) => openid);
  expect(openids).toHaveLength(2);
  expect(new Set(openids).size).toBe(2);
});

test.each([
  ['officialAccount', 'miniprogram'],
  ['miniprogram', 'officialAccount'],
] as const)('registered in the %s, known in the %s', async (first, second) => {
  const { token } = await signIn(1, first);
  await server.client(token).learners.register({
    name: '陈慧敏',
    idNo: idNoOf(1),
    title: 'nurse',
    unitId: fixtures.unitId,
    phoneCode: await server.phoneCode(1),
    consent: true,
    privacyVersion: PRIVACY_VERSION,
  });
  const { me } = await signIn(1, second);
  expect(me).toMatchObject({ roles: ['wechat', 'learner'], learner: { name: '陈慧敏' } });
  expect((await signIn(2, second)).me.learner).toBeNull();
});

test('a session of the other app that was open before the registration knows of it as well', async () => {
  const { token } = await signIn(1, 'miniprogram');
  await register(server, fixtures, 1, { name: '陈慧敏' });
  expect(await server.client(token).accounts.me({})).toMatchObject({
    roles: ['wechat', 'learner'],
    learner: { name: '陈慧敏' },
  });
});
