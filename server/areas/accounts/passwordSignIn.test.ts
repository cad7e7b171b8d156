import { send, setPassword } from '../../testing/calls';
import { type Fixtures, PASSWORD, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, idNoOf, register } from '../../testing/people';
import { accountModel } from './model';

const MINUTE = 60_000;
const WRONG = 'Wrong#4831pw';

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
const fail = async (name: string, times: number) => {
  for (let i = 0; i < times; i += 1) {
    await expect(signIn(name, WRONG)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  }
};

test('a unit and an authority sign in by their code', async () => {
  expect((await signIn('976811', PASSWORD)).me).toMatchObject({
    roles: ['unit'],
    accountName: '976811',
    unit: { id: fixtures.unitId, name: '漯河市中心医院', regionName: '河南省 漯河市 源汇区' },
    learner: null,
    authority: null,
  });
  expect((await signIn(' 411100 ', PASSWORD)).me).toMatchObject({
    roles: ['authority'],
    authority: { id: fixtures.authorityId, name: '漯河市卫生健康委员会' },
    unit: null,
  });
});

test('a wrong password, an unknown name and a learner without password get the same words', async () => {
  await register(server, fixtures, 1);
  const answers = await Promise.all(
    ['976811', 'nobody', '1000000016', idNoOf(1), idNoOf(2), '{"$ne":null}'].map(async (name) => {
      const { status, body } = await send(server, 'POST', '/api/sessions/password', {
        body: { name, password: WRONG },
      });
      return { status, body: { ...body, requestId: '' } };
    }),
  );
  for (const answer of answers) {
    expect(answer).toEqual({
      status: 401,
      body: { code: 'WRONG_CREDENTIALS', message: '用户名或密码不正确', requestId: '' },
    });
  }
});

test.each([
  ['name', { name: ' ', password: WRONG }, '请输入用户名'],
  ['password', { name: '976811', password: '' }, '请输入密码'],
])('an empty %s is named', async (field, body, message) => {
  const answer = await send(server, 'POST', '/api/sessions/password', { body });
  expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT', field, message } });
});

test('a query in place of a text is refused', async () => {
  const body = { name: { $gt: '' }, password: { $gt: '' } };
  expect(await send(server, 'POST', '/api/sessions/password', { body })).toMatchObject({
    status: 400,
    body: { code: 'INVALID_INPUT', field: 'name' },
  });
});

test('a learner signs in by 医通卡号 and by 身份证号, however it is typed', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1, { name: '王志强' });
  const { personnelNo } = await setPassword(server, learnerId);
  const idNo = idNoOf(1);
  for (const name of [
    personnelNo,
    idNo,
    idNo.toLowerCase(),
    ` ${idNo.slice(0, 6)} ${idNo.slice(6)}`,
    personnelNo.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  ]) {
    const { me } = await signIn(name, PASSWORD);
    expect(me).toMatchObject({ roles: ['learner'], accountName: personnelNo, learner: { id: learnerId } });
  }
});

test('five failures lock the account for fifteen minutes, for the right password too, and say how long', async () => {
  await fail('976811', 5);
  for (const password of [PASSWORD, WRONG]) {
    const answer = await send(server, 'POST', '/api/sessions/password', {
      body: { name: '976811', password },
    });
    expect(answer).toMatchObject({
      status: 423,
      body: {
        code: 'ACCOUNT_LOCKED',
        message: '密码错误次数过多，账号已锁定，请15分钟后再试',
        retryAfter: 900,
      },
    });
    expect(answer.headers.get('retry-after')).toBe('900');
  }
  server.clock.pass(15 * MINUTE - 1);
  await expect(signIn('976811', PASSWORD)).rejects.toMatchObject({
    code: 'ACCOUNT_LOCKED',
    message: '密码错误次数过多，账号已锁定，请1分钟后再试',
  });
  server.clock.pass(1);
  expect((await signIn('976811', PASSWORD)).me.roles).toEqual(['unit']);
});

test('a lock is of one account and leaves the sessions that are open', async () => {
  await fail('976811', 5);
  expect((await signIn('936302', PASSWORD)).me.roles).toEqual(['unit']);
  expect((await fixtures.unit.accounts.me({})).accountName).toBe('976811');
});

test('a right password starts the count again, and so does a lock that has passed', async () => {
  await fail('976811', 4);
  await signIn('976811', PASSWORD);
  await fail('976811', 4);
  await signIn('976811', PASSWORD);
  await fail('976811', 5);
  server.clock.pass(15 * MINUTE);
  await fail('976811', 4);
  await signIn('976811', PASSWORD);
});

test('guessing in parallel locks as well', async () => {
  const guesses = await Promise.allSettled(Array.from({ length: 12 }, async () => signIn('976811', WRONG)));
  expect(guesses.every(({ status }) => status === 'rejected')).toBe(true);
  await expect(signIn('976811', PASSWORD)).rejects.toMatchObject({ code: 'ACCOUNT_LOCKED' });
});

test('a password that was being checked when the lock fell opens nothing', async () => {
  const right = Array.from({ length: 8 }, async () => signIn('976811', PASSWORD));
  await fixtures.unit.accounts.me({});

  const lockedUntil = new Date(server.clock.now() + MINUTE);
  await accountModel(server.platform.mongo).updateOne({ name: '976811' }, { $set: { lockedUntil } });
  const outcomes = await Promise.allSettled(right);
  expect(outcomes.map(({ status }) => status)).toContain('rejected');
});
