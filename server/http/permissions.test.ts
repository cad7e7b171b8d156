/** Who may call what, derived from the contract: every endpoint is tried by everybody whom it does not name. */
import { contract } from '@common/contract';
import { type Area, type Caller, type Endpoint, ROLES, type Role } from '@common/contract/endpoint';
import { PASSWORD, startTestServer, type TestServer } from '../testing/harness';
import { register } from '../testing/people';

let server: TestServer;
const tokens = new Map<Role | 'nobody', string>();

const SOME_ID = '64b000000000000000000001';

beforeAll(async () => {
  server = await startTestServer();
  const fixtures = await server.reset();
  const { accounts } = server.services;
  const signIn = async (name: string) => (await accounts.signInWithPassword(name, PASSWORD, null)).token;
  const { learnerId } = await register(server, fixtures, 1);
  // Each of these sessions has exactly one role.
  tokens.set('wechat', (await server.wechat(2)).token);
  tokens.set('learner', (await accounts.sessions.open({ learnerId, accountId: SOME_ID })).token);
  tokens.set('unit', await signIn('976811'));
  tokens.set('authority', await signIn('411100'));
});
afterAll(async () => server.stop());

const endpoints = Object.entries(contract as Record<string, Area>).flatMap(([area, all]) =>
  Object.entries(all).map(([name, endpoint]): [string, Endpoint] => [`${area}.${name}`, endpoint]),
);
const admits = (endpoint: Endpoint, role: Role) =>
  (endpoint.who as readonly Caller[]).some((who) => who === 'anyone' || who === 'session' || who === role);

async function call({ method, path }: Endpoint, token?: string, headers: Record<string, string> = {}) {
  const filled = path.replace(/:\w+/g, SOME_ID);
  const answer = await fetch(server.url + filled, {
    method,
    headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
  });
  return { status: answer.status, body: (await answer.json()) as { code?: string } };
}

const closed = endpoints.filter(([, endpoint]) => !endpoint.who.includes('anyone'));

test('the contract names callers for every endpoint', () => {
  for (const [, endpoint] of endpoints) {
    expect(endpoint.who.length).toBeGreaterThan(0);
  }
  expect(closed.length).toBeGreaterThan(10);
});

test.each(closed)('%s refuses who is not signed in', async (_name, endpoint) => {
  expect(await call(endpoint)).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
  expect(await call(endpoint, 'A'.repeat(43))).toMatchObject({
    status: 401,
    body: { code: 'NOT_SIGNED_IN' },
  });
});

const refusals = closed.flatMap(([name, endpoint]) =>
  ROLES.filter((role) => !admits(endpoint, role)).map((role): [string, Role, Endpoint] => [
    name,
    role,
    endpoint,
  ]),
);
test.each(refusals)('%s refuses %s', async (_name, role, endpoint) => {
  expect(await call(endpoint, tokens.get(role))).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
});

const admissions = closed.flatMap(([name, endpoint]) =>
  ROLES.filter((role) => admits(endpoint, role)).map((role): [string, Role, Endpoint] => [
    name,
    role,
    endpoint,
  ]),
);
test.each(admissions.filter(([, , endpoint]) => endpoint.path !== '/api/sessions/current'))(
  '%s lets %s in',
  async (_name, role, endpoint) => {
    const { body } = await call(endpoint, tokens.get(role));
    expect(body.code).not.toBe('NOT_SIGNED_IN');
    expect(body.code).not.toBe('FORBIDDEN');
  },
);

test('a token is only taken from the Authorization header', async () => {
  const me = endpoints.find(([name]) => name === 'accounts.me');
  expect(me).toBeDefined();
  const answer = await fetch(`${server.url}/api/me?token=${tokens.get('unit')}`, {
    headers: { cookie: `token=${tokens.get('unit')}` },
  });
  expect(answer.status).toBe(401);
});
