import { fakeServer, refusal, type Sent } from '../../testing/fakeServer';
import { authorityMe, unitMe } from '../../testing/rows';

const KEY = 'jijiaotong.console.token';
const EXPIRED = refusal(401, 'NOT_SIGNED_IN', '登录已失效，请重新登录');

/** The module as a browser's tab that opens with this token in its store has it. */
async function open(token?: string) {
  localStorage.clear();
  if (token) {
    localStorage.setItem(KEY, token);
  }
  jest.resetModules();
  return import('./session');
}
const isMe = ({ path }: Sent) => path === '/api/me';

test('nobody is signed in at first, and nothing is asked', async () => {
  const sent = fakeServer(() => ({ body: unitMe }));
  const { session } = await open();
  await session.refresh();
  expect(session.read()).toEqual({ status: 'out', because: 'new' });
  expect(sent).toEqual([]);
});

test('a kept token is tried at the start', async () => {
  const sent = fakeServer(() => ({ body: unitMe }));
  const { session } = await open('kept');
  expect(session.read()).toEqual({ status: 'loading' });
  await session.refresh();
  expect(session.read()).toEqual({ status: 'in', me: unitMe });
  expect(sent[0]?.authorization).toBe('Bearer kept');
});

test('a token that has expired is forgotten', async () => {
  fakeServer(() => EXPIRED);
  const { session } = await open('old');
  await session.refresh();
  expect(session.read()).toEqual({ status: 'out', because: 'expired' });
  expect(localStorage.getItem(KEY)).toBeNull();
});

test('a server that is away costs nobody the session', async () => {
  fakeServer(() => ({ status: 502, text: 'Bad Gateway' }));
  const { session } = await open('kept');
  await session.refresh();
  expect(session.read()).toMatchObject({ status: 'failed', error: { code: 'NETWORK' } });
  expect(localStorage.getItem(KEY)).toBe('kept');
});

test('any call ends a session that the server has ended', async () => {
  fakeServer((sent) => (isMe(sent) ? { body: unitMe } : EXPIRED));
  const { session, client } = await open('kept');
  await session.refresh();
  await expect(client.overview.unitOverview({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  expect(session.read()).toEqual({ status: 'out', because: 'expired' });
});

test('a late 401 of an earlier session leaves the present one alone', async () => {
  let answerLate: () => void = () => undefined;
  fakeServer((sent) => {
    if (sent.path === '/api/unit/overview') {
      return new Promise((resolve) => {
        answerLate = () => resolve(EXPIRED);
      });
    }
    return { body: isMe(sent) ? unitMe : { token: 'new', expiresAt: '', me: authorityMe } };
  });
  const { session, client } = await open('old');
  await session.refresh();
  const late = client.overview.unitOverview({}).catch(() => undefined);
  await session.signIn('411100', 'secret');
  answerLate();
  await late;
  expect(session.read()).toEqual({ status: 'in', me: authorityMe });
  expect(localStorage.getItem(KEY)).toBe('new');
});

test('a wrong password is no expired session', async () => {
  fakeServer(() => refusal(401, 'WRONG_CREDENTIALS', '账号或密码不正确'));
  const { session } = await open();
  await expect(session.signIn('976811', 'nope')).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  expect(session.read()).toEqual({ status: 'out', because: 'new' });
});

test('signing in keeps the token and tells who listens', async () => {
  fakeServer(() => ({ body: { token: 'new', expiresAt: '', me: unitMe } }));
  const { session } = await open();
  const listener = jest.fn();
  session.subscribe(listener);
  await session.signIn('976811', 'secret');
  expect(session.read()).toEqual({ status: 'in', me: unitMe });
  expect(localStorage.getItem(KEY)).toBe('new');
  expect(listener).toHaveBeenCalled();
});

test('a learner is sent to the mini-program, and his session is closed again', async () => {
  const sent = fakeServer(({ method }) =>
    method === 'DELETE'
      ? { body: { ok: true } }
      : { body: { token: 'his', expiresAt: '', me: { ...unitMe, roles: ['learner'] } } },
  );
  const { session } = await open();
  await expect(session.signIn('1000000013', 'secret')).rejects.toMatchObject({
    code: 'FORBIDDEN',
    message: expect.stringContaining('小程序'),
  });
  expect(session.read().status).toBe('out');
  expect(localStorage.getItem(KEY)).toBeNull();
  expect(sent[sent.length - 1]).toMatchObject({ method: 'DELETE', authorization: 'Bearer his' });
});

test('signing out takes effect at once, whether the server answers or not', async () => {
  fakeServer((sent) => {
    if (isMe(sent)) {
      return { body: unitMe };
    }
    throw new TypeError('Failed to fetch');
  });
  const { session } = await open('kept');
  await session.refresh();
  const left = session.signOut();
  expect(session.read()).toEqual({ status: 'out', because: 'left' });
  expect(localStorage.getItem(KEY)).toBeNull();
  await left;
});

test('a password that must be changed is noticed by any call', async () => {
  fakeServer((sent) =>
    isMe(sent) ? { body: unitMe } : refusal(403, 'PASSWORD_CHANGE_REQUIRED', '请先修改一次性密码'),
  );
  const { session, client } = await open('kept');
  await session.refresh();
  await client.overview.unitOverview({}).catch(() => undefined);
  expect(session.read()).toEqual({ status: 'in', me: { ...unitMe, mustChangePassword: true } });
});

test('signing out in another tab signs out here', async () => {
  fakeServer(() => ({ body: unitMe }));
  const { session } = await open('kept');
  await session.refresh();
  localStorage.removeItem(KEY);
  window.dispatchEvent(new StorageEvent('storage', { key: KEY, newValue: null }));
  expect(session.read()).toEqual({ status: 'out', because: 'left' });
});

test('an administrator who must say who he is is noticed by any call', async () => {
  fakeServer((sent) =>
    isMe(sent)
      ? { body: unitMe }
      : refusal(403, 'ADMINISTRATOR_REQUIRED', '请先选择姓名并用短信验证码确认身份'),
  );
  const { session, client } = await open('kept');
  await session.refresh();
  await client.overview.unitOverview({}).catch(() => undefined);
  expect(session.read()).toEqual({
    status: 'in',
    me: { ...unitMe, administrator: null, needsAdministrator: true },
  });
});

test('a 权限 that was taken away meanwhile is noticed by any call', async () => {
  const fewer = { ...unitMe, administrator: { id: 'c'.repeat(24), name: '王芳', permissions: [] } };
  let me: object = unitMe;
  fakeServer((sent) => (isMe(sent) ? { body: me } : refusal(403, 'PERMISSION_REQUIRED', '您没有此项权限')));
  const { session, client } = await open('kept');
  await session.refresh();
  me = fewer;
  const known = new Promise<void>((resolve) => session.subscribe(resolve));
  await client.overview.unitOverview({}).catch(() => undefined);
  await known;
  expect(session.read()).toEqual({ status: 'in', me: fewer });
});

test('who it is now is taken over, but never without a session', async () => {
  fakeServer(() => ({ body: { ...unitMe, needsAdministrator: true } }));
  const { session } = await open('kept');
  await session.refresh();
  session.update(unitMe);
  expect(session.read()).toEqual({ status: 'in', me: unitMe });
  await session.signOut();
  session.update(unitMe);
  expect(session.read()).toEqual({ status: 'out', because: 'left' });
});
