import { send, setPassword } from '../../testing/calls';
import { solvedCaptcha } from '../../testing/captcha';
import { type Fixtures, PASSWORD, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, idNoOf, register } from '../../testing/people';
import { createSignInGuard } from './signInGuard';

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

const signIn = async (name: string, password: string, captcha?: string) =>
  server.client().accounts.signInWithPassword({ name, password, captcha });
/** With a captcha each time, so that nothing but the password is at fault. */
const fail = async (name: string, times: number) => {
  for (let i = 0; i < times; i += 1) {
    const captcha = await solvedCaptcha(server);
    await expect(signIn(name, WRONG, captcha)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  }
};
const signInSolving = async (name: string, password: string) =>
  signIn(name, password, await solvedCaptcha(server));

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
      body: { code: 'WRONG_CREDENTIALS', message: '账号或密码不正确', requestId: '' },
    });
  }
});

test.each([
  ['name', { name: ' ', password: WRONG }, '请输入账号'],
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
  expect((await signInSolving('976811', PASSWORD)).me.roles).toEqual(['unit']);
});

test('a lock is of one account and leaves the sessions that are open', async () => {
  await fail('976811', 5);
  expect((await signIn('936302', PASSWORD)).me.roles).toEqual(['unit']);
  expect((await fixtures.unit.accounts.me({})).accountName).toBe('976811');
});

test('a right password starts the count again, and so does a lock that has passed', async () => {
  await fail('976811', 4);
  await signInSolving('976811', PASSWORD);
  await fail('976811', 4);
  await signInSolving('976811', PASSWORD);
  await fail('976811', 5);
  server.clock.pass(15 * MINUTE);
  await fail('976811', 4);
  await signInSolving('976811', PASSWORD);
});

test('an unknown name locks after as many, with the same words and the same time', async () => {
  const names = ['976811', 'nobody', idNoOf(2)];
  for (const name of names) {
    await fail(name, 5);
  }
  server.clock.pass(3 * MINUTE);
  const [known, ...unknown] = await Promise.all(
    names.map(async (name) => {
      const answer = await send(server, 'POST', '/api/sessions/password', {
        body: { name, password: PASSWORD },
      });
      return {
        status: answer.status,
        wait: answer.headers.get('retry-after'),
        body: { ...answer.body, requestId: '' },
      };
    }),
  );
  expect(known).toMatchObject({ status: 423, wait: '720', body: { code: 'ACCOUNT_LOCKED' } });
  expect(unknown).toEqual([known, known]);
});

test('however a number is typed, its failures are counted together, registered or not', async () => {
  const idNo = idNoOf(2);
  const spellings = [idNo, idNo.toLowerCase(), ` ${idNo.slice(0, 6)}-${idNo.slice(6)} `, idNo, idNo];
  for (const name of spellings) {
    await fail(name, 1);
  }
  await expect(signIn(idNo, WRONG)).rejects.toMatchObject({ code: 'ACCOUNT_LOCKED' });
});

describe('fifty wrong passwords at once', () => {
  test.each(['976811', 'nobody'])('lock %s after five, and tell nothing by their answers', async (name) => {
    const guesses = await Promise.allSettled(
      Array.from({ length: 50 }, async (_, i) => signIn(name, i === 49 ? PASSWORD : `${WRONG}${i}`)),
    );
    const codes = guesses.map((guess) =>
      guess.status === 'rejected' ? (guess.reason as { code: string }).code : 'opened',
    );
    // Once five have failed the lock answers (or the captcha does, who came in between), whatever the password was.
    expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(5);
    const others = codes.filter((code) => code !== 'WRONG_CREDENTIALS');
    expect(others.filter((code) => code !== 'ACCOUNT_LOCKED' && code !== 'CAPTCHA_REQUIRED')).toEqual([]);
    await expect(signIn(name, PASSWORD)).rejects.toMatchObject({ code: 'ACCOUNT_LOCKED' });
  });
});

test('a password that was being checked when the lock fell opens nothing', async () => {
  const guard = createSignInGuard(server.platform, server.services.accounts.captcha);
  const source = { ip: '192.0.2.1' };
  await guard.admit('somebody', source);
  for (let i = 0; i < 5; i += 1) {
    await expect(guard.refuse('somebody', source)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  }
  for (const outcome of [guard.pass('somebody'), guard.refuse('somebody', source)]) {
    await expect(outcome).rejects.toMatchObject({ code: 'ACCOUNT_LOCKED', details: { retryAfter: 900 } });
  }
  await expect(guard.pass('somebody else')).resolves.toBeUndefined();
});
