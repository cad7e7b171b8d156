import type { Client, WireAnswer } from '@common/contract/client';
import { ApiError } from '@common/contract/errors';
import { meWith, sessionOf } from '../testing/fakeServer';
import { SessionStore } from './sessionStore';

const ok = (body: unknown): WireAnswer => ({ status: 200, body });
const refused = (status: number, code: string): WireAnswer => ({
  status,
  body: { code, message: '登录已失效，请重新登录', requestId: 'r' },
});
const me = meWith(null);

function setUp(goodTokens: string[], kept?: string) {
  const memory = new Map<string, unknown>(kept ? [['token', kept]] : []);
  const good = new Set(goodTokens);
  let issued = 0;
  const send = jest.fn(async (request: { path: string }, token: string | undefined): Promise<WireAnswer> => {
    if (request.path === '/api/sessions/wechat') {
      issued += 1;
      good.add(`new${issued}`);
      return ok(sessionOf(me, `new${issued}`));
    }
    if (!token || !good.has(token)) {
      return refused(401, 'NOT_SIGNED_IN');
    }
    return ok(request.path === '/api/me' ? me : { year: 2026, items: [] });
  });
  const silentSignIn = jest.fn((accounts: Client['accounts']) =>
    accounts.signInWithWechat({ channel: 'miniprogram', code: 'c' }),
  );
  const onPasswordChangeRequired = jest.fn();
  const store = new SessionStore({
    table: __ENDPOINTS__,
    send,
    silentSignIn: silentSignIn as never,
    storage: {
      get: <T>(key: string) => memory.get(key) as T | undefined,
      set: (key, value) => void memory.set(key, value),
      remove: (key) => void memory.delete(key),
    },
    onPasswordChangeRequired,
    onAdministratorRequired: jest.fn(),
  });
  return { store, send, silentSignIn, memory, good, onPasswordChangeRequired };
}

test('a new phone is signed in silently and remembers', async () => {
  const { store, memory } = setUp([]);
  await store.start();
  expect(store.snapshot()).toEqual({ status: 'ready', me });
  expect(memory.get('token')).toBe('new1');
});

test('a kept session is taken up without signing in', async () => {
  const { store, silentSignIn } = setUp(['kept'], 'kept');
  await store.start();
  expect(store.snapshot().status).toBe('ready');
  expect(silentSignIn).not.toHaveBeenCalled();
});

test('calls that meet the expiry together renew once and are all sent again', async () => {
  const { store, silentSignIn, good } = setUp(['kept'], 'kept');
  await store.start();
  good.delete('kept');
  const answers = await Promise.all([
    store.api.credits.myCredits({}),
    store.api.credits.myCredits({}),
    store.api.accounts.me({}),
  ]);
  expect(answers).toHaveLength(3);
  expect(silentSignIn).toHaveBeenCalledTimes(1);
});

test('a call that is refused after another has renewed does not renew again', async () => {
  const { store, send, silentSignIn, good } = setUp(['kept'], 'kept');
  await store.start();
  good.delete('kept');
  // The second answer comes back when the first has long been renewed.
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const real = send.getMockImplementation();
  send.mockImplementationOnce(async (...sent) => {
    await held;
    return (await real?.(...sent)) ?? ok({});
  });
  const late = store.api.credits.myCredits({});
  await store.api.credits.myCredits({});
  release();
  await late;
  expect(silentSignIn).toHaveBeenCalledTimes(1);
});

test('a second refusal in a row is an error, not a circle', async () => {
  const { store, send, silentSignIn } = setUp(['kept'], 'kept');
  await store.start();
  send.mockImplementation(async (request) =>
    request.path === '/api/sessions/wechat' ? ok(sessionOf(me, 'useless')) : refused(401, 'NOT_SIGNED_IN'),
  );
  await expect(store.api.credits.myCredits({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  expect(silentSignIn).toHaveBeenCalledTimes(1);
});

test('without an answer at launch the session has failed, and starts again on asking', async () => {
  const { store, send } = setUp([]);
  send.mockRejectedValueOnce(new Error('request:fail'));
  await store.start();
  expect(store.snapshot()).toMatchObject({ status: 'failed', error: { code: 'NETWORK' } });
  await store.start();
  expect(store.snapshot().status).toBe('ready');
});

test('where nobody can be signed in silently the person must', async () => {
  const { store, silentSignIn } = setUp([]);
  silentSignIn.mockResolvedValueOnce(null as never);
  await store.start();
  expect(store.snapshot()).toEqual({ status: 'signedOut', me: null });
});

test('who signed out stays signed out until he asks for WeChat', async () => {
  const { store, silentSignIn } = setUp(['kept'], 'kept');
  await store.start();
  await store.signOut();
  await expect(store.api.credits.myCredits({})).rejects.toBeInstanceOf(ApiError);
  expect(silentSignIn).not.toHaveBeenCalled();
  await expect(store.signInWithWechat()).resolves.toBe(true);
  expect(store.snapshot().status).toBe('ready');
});

test('a one-time password leads to the new one', async () => {
  const { store, send, onPasswordChangeRequired } = setUp(['kept'], 'kept');
  await store.start();
  send.mockResolvedValueOnce(refused(403, 'PASSWORD_CHANGE_REQUIRED'));
  await expect(store.api.credits.myCredits({})).rejects.toMatchObject({ code: 'PASSWORD_CHANGE_REQUIRED' });
  expect(onPasswordChangeRequired).toHaveBeenCalledTimes(1);
});

test('listeners hear of every change until they leave', async () => {
  const { store } = setUp([]);
  const listener = jest.fn();
  const leave = store.subscribe(listener);
  await store.start();
  expect(listener).toHaveBeenCalledTimes(2);
  leave();
  await store.refresh();
  expect(listener).toHaveBeenCalledTimes(2);
});
