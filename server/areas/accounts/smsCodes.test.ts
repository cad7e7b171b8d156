import { clearFaults, orderFault, send } from '../../testing/calls';
import { startTestServer, type TestServer } from '../../testing/harness';

const PHONE = '13800138005';
const OWNER = '5';
const MINUTE = 60_000;
const INVALID = { code: 'SMS_CODE_INVALID', details: { field: 'smsCode' } };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  await server.reset();
});
afterEach(async () => clearFaults(server));
afterAll(async () => server.stop());

const texts = () => server.simulator.inbox(OWNER).filter(({ kind }) => kind === 'sms');
const codes = () => server.services.accounts.smsCodes;

/** Asks for a code as the person does and reads it from the phone. */
async function codeOnPhone(phone = PHONE): Promise<string> {
  const { client } = await server.wechat(5);
  await client.accounts.sendSmsCode({ phone });
  return /验证码是(\d{6})/.exec(texts().at(-1)?.text ?? '')?.[1] ?? '';
}
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('six digits arrive on the phone, with our name and their life', async () => {
  const { client } = await server.wechat(5);
  expect(await client.accounts.sendSmsCode({ phone: PHONE })).toEqual({ ok: true, retryAfter: 60 });
  expect(texts().at(-1)?.text).toMatch(/^【继教通】您的验证码是\d{6}，10分钟内有效。如非本人操作请忽略。$/);
});

test('the code is right for its phone, however it is typed, until it is used up', async () => {
  const code = await codeOnPhone();
  const fullWidth = code.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
  for (const [phone, typed] of [
    [PHONE, code],
    ['+86 138-0013-8005', ` ${code} `],
    [PHONE, fullWidth],
  ] as const) {
    await expect(codes().check(phone, typed)).resolves.toBeUndefined();
  }
  await codes().spend('138 0013 8005');
  await expect(codes().check(PHONE, code)).rejects.toMatchObject(INVALID);
});

test('a wrong code, and the right one for another phone, are refused', async () => {
  const code = await codeOnPhone();
  await expect(codes().check(PHONE, wrong(code))).rejects.toMatchObject(INVALID);
  await expect(codes().check('13800138006', code)).rejects.toMatchObject(INVALID);
  await expect(codes().check(PHONE, '')).rejects.toMatchObject(INVALID);
  await expect(codes().check(PHONE, code)).resolves.toBeUndefined();
});

test('after five wrong tries the right one is refused too', async () => {
  const code = await codeOnPhone();
  for (let i = 0; i < 5; i += 1) {
    await expect(codes().check(PHONE, wrong(code))).rejects.toMatchObject(INVALID);
  }
  await expect(codes().check(PHONE, code)).rejects.toMatchObject(INVALID);
  await expect(codes().check(PHONE, code)).rejects.toMatchObject(INVALID);
});

test('guessing in parallel gets five tries as well', async () => {
  const code = await codeOnPhone();
  await Promise.allSettled(Array.from({ length: 20 }, async () => codes().check(PHONE, wrong(code))));
  await expect(codes().check(PHONE, code)).rejects.toMatchObject(INVALID);
});

test('the store forgets it after ten minutes, and keeps neither code nor phone', async () => {
  const code = await codeOnPhone();
  const { redis } = server.platform;
  const [key = ''] = (await redis.keys('sms:code:*')).filter((each) => !each.endsWith(':sent'));
  const left = await redis.pttl(key);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(600_000);
  const stored = JSON.stringify([key, await redis.hgetall(key)]);
  expect(stored).not.toContain(PHONE);
  expect(stored).not.toContain(code);
  expect(server.logged()).not.toContain(PHONE);
  await redis.del(key);
  await expect(codes().check(PHONE, code)).rejects.toMatchObject(INVALID);
});

test('one a minute for each phone, even asked five times at once; the wait is told', async () => {
  const { client, token } = await server.wechat(5);
  const before = texts().length;
  const asked = await Promise.allSettled(
    Array.from({ length: 4 }, async () => client.accounts.sendSmsCode({ phone: PHONE })),
  );
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(texts()).toHaveLength(before + 1);
  const refused = await send(server, 'POST', '/api/sms-codes', { token, body: { phone: PHONE } });
  expect(refused).toMatchObject({
    status: 429,
    body: {
      code: 'TOO_MANY_REQUESTS',
      field: 'phone',
      message: expect.stringMatching(/^验证码已发送，请\d+秒后再获取$/),
      retryAfter: expect.any(Number),
    },
  });
  const { client: another } = await server.wechat(6);
  await expect(another.accounts.sendSmsCode({ phone: '+8613800138005' })).rejects.toMatchObject({
    code: 'TOO_MANY_REQUESTS',
  });
  expect((await another.accounts.sendSmsCode({ phone: '13800138006' })).ok).toBe(true);
});

test('after the minute a new code replaces the old one and its tries', async () => {
  const first = await codeOnPhone();
  for (let i = 0; i < 5; i += 1) {
    await expect(codes().check(PHONE, wrong(first))).rejects.toMatchObject(INVALID);
  }
  const { redis } = server.platform;
  await redis.del(...(await redis.keys('sms:code:*:sent')));
  const second = await codeOnPhone();
  await expect(codes().check(PHONE, second)).resolves.toBeUndefined();
  if (first !== second) {
    await expect(codes().check(PHONE, first)).rejects.toMatchObject(INVALID);
  }
});

test('when the gateway is down the person is told, and may ask again at once', async () => {
  const { client } = await server.wechat(5);
  const before = texts().length;
  await orderFault(server, { kind: 'status', path: '/sms' });
  await expect(client.accounts.sendSmsCode({ phone: PHONE })).rejects.toMatchObject({
    code: 'STORE_UNAVAILABLE',
    message: '短信发送失败，请稍后重试',
    field: 'phone',
  });
  expect(await client.accounts.sendSmsCode({ phone: PHONE })).toMatchObject({ ok: true });
  expect(texts()).toHaveLength(before + 1);
});

test.each(['', '12345', '12800138005', '1380013800a', '010-12345678'])(
  '%j is no mobile number',
  async (phone) => {
    const { client } = await server.wechat(5);
    await expect(client.accounts.sendSmsCode({ phone })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      field: 'phone',
      message: expect.stringMatching(/手机号/),
    });
  },
);

test('one WeChat asks at most five times in ten minutes, whatever the phones', async () => {
  const { client } = await server.wechat(5);
  for (let n = 1; n <= 5; n += 1) {
    await client.accounts.sendSmsCode({ phone: `1390000000${n}` });
  }
  await expect(client.accounts.sendSmsCode({ phone: '13900000006' })).rejects.toMatchObject({
    code: 'TOO_MANY_REQUESTS',
    message: expect.stringMatching(/^操作过于频繁，请\d+分钟后再试$/),
  });
});

test('ten minutes later it is over, by our clock', async () => {
  const code = await codeOnPhone();
  server.clock.pass(10 * MINUTE - 1);
  await expect(codes().check(PHONE, code)).resolves.toBeUndefined();
  server.clock.pass(1);
  await expect(codes().check(PHONE, code)).rejects.toMatchObject(INVALID);
});

test('a right code that is only checked takes no try: a form may be refused for other fields again and again', async () => {
  const code = await codeOnPhone();
  for (let i = 0; i < 8; i += 1) {
    await expect(codes().check(PHONE, code)).resolves.toBeUndefined();
  }
});

describe('a code serves what it was asked for', () => {
  const purposes = [
    'registration',
    'administrator',
    'closure',
    'phoneChange',
    'recovery:a',
    'recovery:b',
  ] as const;

  test.each(purposes)('%s', async (purpose) => {
    await codes().send(PHONE, purpose);
    const code = /(\d{6})/.exec(texts().at(-1)?.text ?? '')?.[1] ?? '';
    for (const other of purposes.filter((each) => each !== purpose)) {
      await expect(codes().check(PHONE, code, other)).rejects.toMatchObject(INVALID);
      await codes().spend(PHONE, other);
    }
    await expect(codes().check(PHONE, code, purpose)).resolves.toBeUndefined();
  });

  test('and its text says what that is', async () => {
    for (const [purpose, words] of [
      ['administrator', '您正在以管理员身份登录，验证码是'],
      ['closure', '您正在注销账号，验证码是'],
      ['phoneChange', '您正在更换手机号，验证码是'],
      ['recovery:abc', '您正在重置登录密码，验证码是'],
    ] as const) {
      await codes().send(PHONE, purpose);
      expect(texts().at(-1)?.text).toContain(words);
      server.clock.pass(MINUTE);
    }
  });
});

test('redeemed twenty times at once it opens once, and never again', async () => {
  await codes().send(PHONE, 'administrator');
  const code = /(\d{6})/.exec(texts().at(-1)?.text ?? '')?.[1] ?? '';
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, async () => codes().redeem(PHONE, code, 'administrator')),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(codes().redeem(PHONE, code, 'administrator')).rejects.toMatchObject(INVALID);
});

describe('asked a hundred times', () => {
  test('a phone gets ten a day, whatever they are for; when the next may be asked for is told', async () => {
    const before = texts().length;
    const outcomes: string[] = [];
    for (let i = 0; i < 100; i += 1) {
      const purpose = i % 2 === 0 ? 'registration' : ('closure' as const);
      outcomes.push(
        await codes()
          .send(PHONE, purpose)
          .then(() => 'sent')
          .catch((error: { message: string }) => error.message),
      );
      server.clock.pass(MINUTE);
    }
    expect(outcomes.slice(0, 10)).toEqual(Array(10).fill('sent'));
    expect(new Set(outcomes.slice(10))).toEqual(
      new Set(['该手机号今天获取验证码已达10次，请明天（11月22日 周日）再获取']),
    );
    expect(texts()).toHaveLength(before + 10);
  });

  test('the day is China’s, and other phones have their own', async () => {
    for (let i = 0; i < 10; i += 1) {
      await codes().send(PHONE);
      server.clock.pass(MINUTE);
    }
    // 09:10 in China: 14 h 50 min until midnight there.
    await expect(codes().send(PHONE)).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      details: { field: 'phone', retryAfter: (14 * 60 + 50) * 60 },
    });
    expect(await codes().send('13800138006')).toBe(60);
    server.clock.pass((14 * 60 + 50) * MINUTE);
    expect(await codes().send(PHONE)).toBe(60);
  });

  test('what the gateway did not take does not count', async () => {
    await orderFault(server, { kind: 'status', path: '/sms', times: 10 });
    for (let i = 0; i < 10; i += 1) {
      await expect(codes().send(PHONE)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    }
    await clearFaults(server);
    for (let i = 0; i < 10; i += 1) {
      expect(await codes().send(PHONE)).toBe(60);
      server.clock.pass(MINUTE);
    }
  });
});
