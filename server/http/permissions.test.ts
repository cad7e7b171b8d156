/** Who may call what, derived from the contract: every endpoint is tried by everybody whom it does not name. */
import { contract } from '@common/contract';
import { type Area, type Caller, type Endpoint, ROLES, type Role } from '@common/contract/endpoint';
import { codesOf, PERMISSIONS, type Permission } from '@common/terms';
import { type Fixtures, startTestServer, type TestServer } from '../testing/harness';
import { register } from '../testing/people';

type Office = 'unit' | 'authority';
const OFFICES: readonly Office[] = ['unit', 'authority'];
const ALL = codesOf(PERMISSIONS);
/** What a door answers; whoever is let in gets something else. */
const SHUT: readonly unknown[] = [
  'NOT_SIGNED_IN',
  'FORBIDDEN',
  'ADMINISTRATOR_REQUIRED',
  'PASSWORD_CHANGE_REQUIRED',
  'PERMISSION_REQUIRED',
];
const SOME_ID = '64b000000000000000000001';

let server: TestServer;
/** Sessions with exactly one role; those of offices by an administrator with every 权限. */
const tokens = new Map<Role, string>();
/** Sessions of offices after the password alone. */
const nameless = new Map<Office, string>();
/** Sessions of offices by administrators who hold one 权限 only, or all but one. */
const holding = new Map<string, string>();

beforeAll(async () => {
  server = await startTestServer();
  const fixtures = await server.reset();
  const { sessions } = server.services.accounts;
  const { learnerId } = await register(server, fixtures, 1);
  tokens.set('wechat', (await server.wechat(2)).token);
  tokens.set('learner', (await sessions.open({ learnerId, accountId: SOME_ID })).token);
  for (const office of OFFICES) {
    tokens.set(office, await openOffice(fixtures, office, ALL));
    nameless.set(office, (await sessions.open(speakingFor(fixtures, office))).token);
    for (const permission of ALL) {
      const others = ALL.filter((each) => each !== permission);
      holding.set(`${office} only ${permission}`, await openOffice(fixtures, office, [permission]));
      holding.set(`${office} without ${permission}`, await openOffice(fixtures, office, others));
    }
  }
});
afterAll(async () => server.stop());

const speakingFor = ({ unitId, authorityId }: Fixtures, office: Office) =>
  office === 'unit' ? { unitId } : { authorityId };

let phones = 0;
async function openOffice(fixtures: Fixtures, office: Office, permissions: Permission[]): Promise<string> {
  phones += 1;
  const { _id } = await server.services.administrators.put({
    kind: office,
    subjectId: office === 'unit' ? fixtures.unitId : fixtures.authorityId,
    name: '赵敏',
    phone: `137${String(phones).padStart(8, '0')}`,
    permissions,
  });
  // Without the account's id, so that limits count each of them by itself.
  const who = { ...speakingFor(fixtures, office), administratorId: String(_id) };
  return (await server.services.accounts.sessions.open(who)).token;
}

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
  const isJson = answer.headers.get('content-type')?.includes('json');
  // A download that was let in answers a file.
  const body = isJson ? ((await answer.json()) as { code?: string; message?: string }) : {};
  await answer.body?.cancel().catch(() => undefined);
  return { status: answer.status, body };
}

const closed = endpoints.filter(([, endpoint]) => !endpoint.who.includes('anyone'));
/** Those that an office's session may call, one row an office. */
const ofOffices = closed.flatMap(([name, endpoint]) =>
  OFFICES.filter((office) => admits(endpoint, office)).map((office): [string, Office, Endpoint] => [
    name,
    office,
    endpoint,
  ]),
);

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

describe('before an administrator has given his name', () => {
  const early = ofOffices.filter(([, , { beforeAdministrator }]) => beforeAdministrator);
  const later = ofOffices.filter(([, , { beforeAdministrator }]) => !beforeAdministrator);

  test.each(later)('%s refuses the session of a %s', async (_name, office, endpoint) => {
    expect(await call(endpoint, nameless.get(office))).toMatchObject({
      status: 403,
      body: { code: 'ADMINISTRATOR_REQUIRED' },
    });
  });

  test('only who he is can be said, asked and left', () => {
    expect([...new Set(early.map(([name]) => name))].sort()).toEqual([
      'accounts.me',
      'accounts.signOut',
      'administrators.administratorChoices',
      'administrators.chooseAdministrator',
      'administrators.sendAdministratorCode',
    ]);
  });

  test.each(early.filter(([, , { method }]) => method !== 'DELETE'))(
    '%s lets the session of a %s in',
    async (_name, office, endpoint) => {
      const { body } = await call(endpoint, nameless.get(office));
      expect(SHUT).not.toContain(body.code);
    },
  );
});

describe('权限', () => {
  const guarded = ofOffices.flatMap(([name, office, endpoint]) =>
    endpoint.permission
      ? [[name, office, endpoint.permission, endpoint] as [string, Office, Permission, Endpoint]]
      : [],
  );

  test('of each kind guards something', () => {
    expect(new Set(guarded.map(([, , permission]) => permission))).toEqual(new Set(ALL));
  });

  test.each(guarded)(
    '%s refuses an administrator of a %s without %s',
    async (_name, office, permission, endpoint) => {
      expect(await call(endpoint, holding.get(`${office} without ${permission}`))).toMatchObject({
        status: 403,
        body: {
          code: 'PERMISSION_REQUIRED',
          message: expect.stringContaining(`“${PERMISSIONS[permission]}”`),
        },
      });
    },
  );

  test.each(guarded)(
    '%s lets an administrator of a %s in who holds %s only',
    async (_name, office, permission, endpoint) => {
      const { body } = await call(endpoint, holding.get(`${office} only ${permission}`));
      expect(SHUT).not.toContain(body.code);
    },
  );
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
    expect(SHUT).not.toContain(body.code);
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
