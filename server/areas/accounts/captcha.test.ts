import { encode, solve, solvedCaptcha } from '../../testing/captcha';
import { PASSWORD, startTestServer, type TestServer } from '../../testing/harness';
import { createSignInGuard } from './signInGuard';

const MINUTE = 60_000;
const WRONG = 'Wrong#4831pw';
const ASKED = { code: 'CAPTCHA_REQUIRED', message: '请先完成安全验证' };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  await server.reset();
});
afterAll(async () => server.stop());

const signIn = async (name: string, password: string, captcha?: string) =>
  server.client().accounts.signInWithPassword({ name, password, captcha });
const take = async (solution?: string) => server.services.accounts.captcha.require(solution);
const fail = async (name: string) =>
  expect(signIn(name, WRONG)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });

describe('the puzzle', () => {
  test('can be solved by counting, and its solution is taken once', async () => {
    const solution = await solvedCaptcha(server);
    await expect(take(solution)).resolves.toBeUndefined();
    await expect(take(solution)).rejects.toMatchObject(ASKED);
  });

  test('is another each time', async () => {
    const { captcha } = server.client().accounts;
    const [one, two] = [await captcha({}), await captcha({})];
    expect(one).toMatchObject({ algorithm: 'SHA-256', maxNumber: 50_000 });
    expect(one.challenge).not.toBe(two.challenge);
    expect(one.salt).not.toBe(two.salt);
  });

  test('is taken once even when sent twenty times at once', async () => {
    const solution = await solvedCaptcha(server);
    const takes = await Promise.allSettled(Array.from({ length: 20 }, async () => take(solution)));
    expect(takes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('holds for five minutes', async () => {
    const [early, late] = [await solvedCaptcha(server), await solvedCaptcha(server)];
    server.clock.pass(5 * MINUTE - 1000);
    await expect(take(early)).resolves.toBeUndefined();
    server.clock.pass(1000);
    await expect(take(late)).rejects.toMatchObject(ASKED);
  });

  test('wrong, altered and made-up solutions are refused, and none of them breaks anything', async () => {
    const puzzle = await server.client().accounts.captcha({});
    const { algorithm, challenge, salt, signature } = puzzle;
    const number = solve(puzzle);
    const good = { algorithm, challenge, number, salt, signature };
    const later = salt.replace(/expires=\d+/, 'expires=9999999999');
    expect(later).not.toBe(salt);
    const bad: (string | undefined)[] = [
      undefined,
      '',
      'x',
      'null',
      '=====',
      encode([]),
      encode({}),
      encode({ ...good, number: number === 0 ? 1 : number - 1 }),
      encode({ ...good, number: String(number) }),
      encode({ ...good, number: -1 }),
      encode({ ...good, salt: later }),
      encode({ ...good, salt: salt.replace(/\?.*$/, '') }),
      encode({ ...good, signature: signature.replace(/./g, '0') }),
      encode({ ...good, algorithm: 'SHA-1' }),
      encode({ ...good, challenge: '' }),
    ];
    for (const solution of bad) {
      await expect(take(solution)).rejects.toMatchObject(ASKED);
    }
    await expect(take(encode(good))).resolves.toBeUndefined();
  });
});

describe('signing in by password', () => {
  test.each(['976811', 'nobody'])('%s: after three failures a captcha is asked for', async (name) => {
    for (let i = 0; i < 3; i += 1) {
      await fail(name);
    }
    for (const password of [WRONG, PASSWORD]) {
      await expect(signIn(name, password)).rejects.toMatchObject(ASKED);
    }
    await expect(signIn(name, WRONG, await solvedCaptcha(server))).rejects.toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
    // Other names are not concerned.
    expect((await signIn('936302', PASSWORD)).me.accountName).toBe('936302');
  });

  test('with it the right password opens, and then none is asked for', async () => {
    for (let i = 0; i < 3; i += 1) {
      await fail('976811');
    }
    const captcha = await solvedCaptcha(server);
    expect((await signIn('976811', PASSWORD, captcha)).me.roles).toEqual(['unit']);
    expect((await signIn('976811', PASSWORD)).me.roles).toEqual(['unit']);
  });

  test('one solution serves one attempt', async () => {
    for (let i = 0; i < 3; i += 1) {
      await fail('976811');
    }
    const captcha = await solvedCaptcha(server);
    await expect(signIn('976811', WRONG, captcha)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    await expect(signIn('976811', PASSWORD, captcha)).rejects.toMatchObject(ASKED);
  });

  test('a lock that has passed leaves the captcha', async () => {
    for (let i = 0; i < 5; i += 1) {
      await signIn('976811', WRONG, await solvedCaptcha(server)).catch(() => null);
    }
    server.clock.pass(15 * MINUTE);
    await expect(signIn('976811', PASSWORD)).rejects.toMatchObject(ASKED);
  });

  test('thirty failures from one address, whatever the names: everybody there proves himself, nobody is kept out', async () => {
    const guard = createSignInGuard(server.platform, server.services.accounts.captcha);
    const here = { ip: '192.0.2.7' };
    for (let i = 0; i < 30; i += 1) {
      await guard.admit(`name ${i}`, here);
      await guard.refuse(`name ${i}`, here).catch(() => null);
      server.clock.pass(1000);
    }
    await expect(guard.admit('somebody new', here)).rejects.toMatchObject(ASKED);
    await expect(guard.admit('somebody new', { ip: '192.0.2.8' })).resolves.toBeUndefined();
    const captcha = await solvedCaptcha(server);
    await expect(guard.admit('somebody new', { ...here, captcha })).resolves.toBeUndefined();
    server.clock.pass(15 * MINUTE);
    await expect(guard.admit('somebody new', here)).resolves.toBeUndefined();
  });

  test('neither names nor addresses stand in Redis', async () => {
    await fail('nobody-of-that-name');
    const { redis } = server.platform;
    const keys = [...(await redis.keys('sign-in:*')), ...(await redis.keys('window:*'))];
    expect(keys).toHaveLength(2);
    expect(keys.join()).not.toMatch(/nobody-of-that-name|127\.0\.0\.1/);
    for (const key of keys) {
      expect(await redis.pttl(key)).toBeGreaterThan(0);
    }
  });
});
