import { contract } from '@common/contract';
import type { Area, Endpoint } from '@common/contract/endpoint';
import { send, setPassword, signInOnce } from '../../testing/calls';
import { solvedCaptcha } from '../../testing/captcha';
import { type Fixtures, PASSWORD, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner } from '../../testing/people';

const MINUTE = 60_000;
const NEXT = 'Newer#2957kt';
const WRONG = { code: 'WRONG_CREDENTIALS' };

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
const forLearners = Object.values(contract as Record<string, Area>)
  .flatMap((area): Endpoint[] => Object.values(area))
  .filter(({ who }) => who.includes('learner') || who.includes('session'));

test('until a new password is set, only what the contract marks can be called', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const { token, me } = await signInOnce(server, learnerId);
  expect(me.mustChangePassword).toBe(true);
  const allowed: string[] = [];
  for (const { method, path } of forLearners.filter(({ path }) => path !== '/api/sessions/current')) {
    const answer = await send(server, method, path.replace(/:\w+/g, '0'.repeat(24)), { token });
    if (answer.body.code !== 'PASSWORD_CHANGE_REQUIRED') {
      allowed.push(`${method} ${path}`);
    }
  }
  expect(forLearners.length).toBeGreaterThan(20);
  expect(allowed.sort()).toEqual([
    'DELETE /api/me/sessions',
    'DELETE /api/me/sessions/:sessionId',
    'GET /api/me',
    'GET /api/me/sessions',
    'POST /api/me/password',
  ]);
  const marked = forLearners.filter(({ beforePasswordChange }) => beforePasswordChange);
  expect(marked.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
    [...allowed, 'DELETE /api/sessions/current'].sort(),
  );
});

test('the new one is set without the present one, and everything is free', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const { client, personnelNo, password } = await signInOnce(server, learnerId);
  await expect(client.credits.myCredits({})).rejects.toMatchObject({
    code: 'PASSWORD_CHANGE_REQUIRED',
    message: '请先修改一次性密码',
  });
  await client.accounts.changePassword({ next: NEXT });
  expect((await client.accounts.me({})).mustChangePassword).toBe(false);
  expect((await client.credits.myCredits({})).year).toBe(2026);
  await expect(signIn(personnelNo, password)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  expect((await signIn(personnelNo, NEXT)).me.mustChangePassword).toBe(false);
});

test('the one-time password cannot be kept as the new one', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const { client, password } = await signInOnce(server, learnerId);
  await expect(client.accounts.changePassword({ next: password })).rejects.toMatchObject({
    code: 'WEAK_PASSWORD',
    message: '新密码不能与原密码相同',
  });
  expect((await client.accounts.me({})).mustChangePassword).toBe(true);
});

test('a weak new one keeps the obligation', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const { client } = await signInOnce(server, learnerId);
  await expect(client.accounts.changePassword({ next: 'short1' })).rejects.toMatchObject({
    code: 'WEAK_PASSWORD',
  });
  await expect(client.credits.myCredits({})).rejects.toMatchObject({ code: 'PASSWORD_CHANGE_REQUIRED' });
});

test('signing out is allowed before the change', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const { client } = await signInOnce(server, learnerId);
  expect(await client.accounts.signOut({})).toEqual({ ok: true });
  await expect(client.accounts.me({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
});

test('it is good for ten minutes', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const { personnelNo } = await signInOnce(server, learnerId);
  const { issueOneTime } = server.services.accounts.passwords;
  const issued = await issueOneTime('learner', learnerId);
  expect(issued.minutes).toBe(10);
  server.clock.pass(10 * MINUTE - 1);
  expect((await signIn(personnelNo, issued.password)).me.mustChangePassword).toBe(true);
  const late = await issueOneTime('learner', learnerId);
  server.clock.pass(10 * MINUTE);
  await expect(signIn(personnelNo, late.password)).rejects.toMatchObject(WRONG);
});

test('it signs in once: of two at once one, and nobody after', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const { personnelNo } = await setPassword(server, learnerId);
  const { password } = await server.services.accounts.passwords.issueOneTime('learner', learnerId);
  const tried = await Promise.allSettled([1, 2].map(async () => signIn(personnelNo, password)));
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(signIn(personnelNo, password)).rejects.toMatchObject(WRONG);
  expect((await signIn(personnelNo, PASSWORD)).me.mustChangePassword).toBe(false);
});

test('the password he has stays good beside it, without obligation; a newer one-time password ends the older', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const { personnelNo } = await setPassword(server, learnerId);
  const { passwords } = server.services.accounts;
  const older = await passwords.issueOneTime('learner', learnerId);
  const newer = await passwords.issueOneTime('learner', learnerId);
  await expect(signIn(personnelNo, older.password)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  expect((await signIn(personnelNo, newer.password)).me.mustChangePassword).toBe(true);
  expect((await signIn(personnelNo, PASSWORD)).me.mustChangePassword).toBe(false);
});

test('it lifts a lock: strangers guessing wrong keep nobody out', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const { personnelNo } = await setPassword(server, learnerId);
  for (let i = 0; i < 5; i += 1) {
    const guess = { name: personnelNo, password: 'Wrong#4831pw', captcha: await solvedCaptcha(server) };
    await expect(server.client().accounts.signInWithPassword(guess)).rejects.toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
  }
  await expect(signIn(personnelNo, PASSWORD)).rejects.toMatchObject({ code: 'ACCOUNT_LOCKED' });
  expect((await signInOnce(server, learnerId)).me.learner?.id).toBe(learnerId);
});

test('asked for ten times at once it is still one account, and the password is in no store', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const { passwords } = server.services.accounts;
  const issued = await Promise.all(
    Array.from({ length: 10 }, async () => passwords.issueOneTime('learner', learnerId)),
  );
  const accounts = await server.platform.mongo.collection('accounts').find({ kind: 'learner' }).toArray();
  expect(accounts).toHaveLength(1);
  for (const { password } of issued) {
    expect(JSON.stringify(accounts)).not.toContain(password);
    expect(server.logged()).not.toContain(password);
  }
});
