import { Types } from 'mongoose';
import { solvedCaptcha } from '../../testing/captcha';
import { type Fixtures, PASSWORD, startTestServer, type TestServer } from '../../testing/harness';
import { codeFor } from '../../testing/smsCode';

const DAY = 24 * 3_600_000;
const NEXT = 'Newer#2957kt';
const WRONG = { code: 'WRONG_CREDENTIALS', message: '账号或密码不正确' };

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const passwords = () => server.services.accounts.passwords;
const reset = async () => passwords().reset({ kind: 'unit', subjectId: fixtures.unitId, name: '976811' });
const signIn = async (name: string, password: string) =>
  server.client().accounts.signInWithPassword({ name, password });

test('the new one has letters, digits and special characters, and is told with the account’s name', async () => {
  const { accountName, password, days } = await reset();
  expect({ accountName, days }).toEqual({ accountName: '976811', days: 7 });
  expect(password).toMatch(/^(?=.*[A-Za-z])(?=.*\d)(?=.*[@#%+=?]).{12}$/);
  expect((await reset()).password).not.toBe(password);
});

test('the old password and all sessions are over at once; other units go on', async () => {
  await reset();
  await expect(signIn('976811', PASSWORD)).rejects.toMatchObject(WRONG);
  await expect(fixtures.unit.accounts.me({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  expect((await fixtures.otherUnit.accounts.me({})).accountName).toBe('936302');
});

test('it opens: first the name, then a new password, then everything', async () => {
  const { password } = await reset();
  const { token, me } = await signIn('976811', password);
  expect(me).toMatchObject({ mustChangePassword: true, needsAdministrator: true });
  const client = server.client(token);
  await expect(client.accounts.changePassword({ next: NEXT })).rejects.toMatchObject({
    code: 'ADMINISTRATOR_REQUIRED',
  });
  const [choice] = (await client.administrators.administratorChoices({})).items;
  const administratorId = choice?.id ?? '';
  await client.administrators.sendAdministratorCode({ administratorId });
  const named = await client.administrators.chooseAdministrator({
    administratorId,
    smsCode: codeFor(server, '13900976811'),
  });
  expect(named).toMatchObject({ mustChangePassword: true, needsAdministrator: false });
  await expect(client.learners.listLearners({})).rejects.toMatchObject({ code: 'PASSWORD_CHANGE_REQUIRED' });
  await expect(client.accounts.changePassword({ next: password })).rejects.toMatchObject({
    code: 'WEAK_PASSWORD',
    message: '新密码不能与原密码相同',
  });
  await client.accounts.changePassword({ next: NEXT });
  expect((await client.learners.listLearners({})).total).toBe(0);
  await expect(signIn('976811', password)).rejects.toMatchObject(WRONG);
  expect((await signIn('976811', NEXT)).me.mustChangePassword).toBe(false);
});

test('it is good for seven days, and then nothing opens until it is reset again', async () => {
  const { password } = await reset();
  server.clock.pass(7 * DAY - 1);
  expect((await signIn('976811', password)).me.mustChangePassword).toBe(true);
  server.clock.pass(1);
  await expect(signIn('976811', password)).rejects.toMatchObject(WRONG);
  expect((await signIn('976811', (await reset()).password)).me.roles).toEqual(['unit']);
});

test('it lifts a lock', async () => {
  for (let i = 0; i < 5; i += 1) {
    const captcha = await solvedCaptcha(server);
    await server
      .client()
      .accounts.signInWithPassword({ name: '976811', password: 'Wrong#4831pw', captcha })
      .catch(() => null);
  }
  await expect(signIn('976811', PASSWORD)).rejects.toMatchObject({ code: 'ACCOUNT_LOCKED' });
  expect((await signIn('976811', (await reset()).password)).me.roles).toEqual(['unit']);
});

test('a unit without an account gets one by the name that is given; ten resets at once make one', async () => {
  const subjectId = String(new Types.ObjectId());
  expect([...(await passwords().withAccount('unit', [subjectId, fixtures.unitId]))]).toEqual([
    fixtures.unitId,
  ]);
  const made = await Promise.all(
    Array.from({ length: 10 }, async () => passwords().reset({ kind: 'unit', subjectId, name: '555001' })),
  );
  expect(new Set(made.map(({ accountName }) => accountName))).toEqual(new Set(['555001']));
  const accounts = await server.platform.mongo.collection('accounts').find({ name: '555001' }).toArray();
  expect(accounts).toHaveLength(1);
  expect(await passwords().withAccount('unit', [subjectId])).toEqual(new Set([subjectId]));
  const everything = JSON.stringify(accounts) + server.logged();
  for (const { password } of made) {
    expect(everything).not.toContain(password);
  }
});
