import { makePersonnelNo } from '@common/rules/personnelNo';
import { send, setPassword } from '../../testing/calls';
import { solvedCaptcha } from '../../testing/captcha';
import { type Fixtures, PASSWORD, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, idNoOf, register } from '../../testing/people';
import { codeFor } from '../../testing/smsCode';
import { auditModel } from '../audit/model';

const MINUTE = 60_000;
const NEXT = 'Newer#2957kt';
const INVALID = { code: 'RECOVERY_INVALID', message: '填写的信息或验证码不正确，请核对后重试' };
const MINE = { by: 'idNo', name: '陈慧敏', idNo: idNoOf(1), phone: '13800138001' } as const;

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  seen = newest();
});
afterAll(async () => server.stop());

type Claim =
  | { by: 'idNo'; name: string; idNo: string; phone: string }
  | { by: 'personnelNo'; personnelNo: string; last4: string };

/** Asks for a code as the page does, and waits for what goes on after the answer. */
async function ask(claim: Claim) {
  const captcha = await solvedCaptcha(server);
  const answer = await server.client().accounts.sendRecoveryCode({ ...claim, captcha });
  await server.services.accounts.recovery.settled();
  return answer;
}
// The simulated phones keep what earlier tests sent.
let seen = 0;
const newest = () =>
  Math.max(0, ...['1', '2'].flatMap((id) => server.simulator.inbox(id)).map(({ number }) => number));
const sentTo = (persona: string) =>
  server.simulator
    .inbox(persona)
    .filter(({ number, text }) => number > seen && text.includes('重置登录密码'));
const recover = async (recoveryId: string, smsCode: string, next = NEXT) =>
  server.client().accounts.recoverPassword({ recoveryId, smsCode, next });
const signIn = async (name: string, password: string) =>
  server.client().accounts.signInWithPassword({ name, password });
const actions = async () =>
  (await auditModel(server.platform.mongo).find().sort({ sequence: 1 }).lean()).map(({ action }) => action);

describe('who fits gets a code and sets a new password', () => {
  test('by 姓名, 身份证号 and 手机号, however they are typed, without ever having had one', async () => {
    await register(server, fixtures, 1);
    const typed = {
      ...MINE,
      name: ' 陈 慧敏',
      idNo: ` ${MINE.idNo.toLowerCase()} `,
      phone: '+86 138-0013-8001',
    };
    const { recoveryId, retryAfter } = await ask(typed);
    expect(retryAfter).toBe(60);
    expect(await recover(recoveryId, codeFor(server, '1'))).toEqual({ ok: true });
    expect((await signIn(MINE.idNo, NEXT)).me).toMatchObject({
      mustChangePassword: false,
      learner: { name: '陈慧敏' },
    });
  });

  test('by 医通卡号 and the last four of the idNo', async () => {
    const { learnerId } = await approvedLearner(server, fixtures, 1);
    const { personnelNo } = await setPassword(server, learnerId);
    const { recoveryId } = await ask({ by: 'personnelNo', personnelNo, last4: MINE.idNo.slice(-4) });
    await recover(recoveryId, codeFor(server, '1'));
    await expect(signIn(personnelNo, PASSWORD)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect((await signIn(personnelNo, NEXT)).me.accountName).toBe(personnelNo);
  });

  test('sessions by the old password are over, those by WeChat go on; it is audited and told', async () => {
    const { learnerId, client } = await approvedLearner(server, fixtures, 1);
    const old = await setPassword(server, learnerId);
    const { recoveryId } = await ask(MINE);
    await recover(recoveryId, codeFor(server, '1'));
    await expect(old.client.accounts.me({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect((await client.accounts.me({})).learner?.id).toBe(learnerId);
    expect((await actions()).slice(-2)).toEqual(['recovery.codeSent', 'password.recovered']);
    const told = await server.platform.mongo
      .collection('notifications')
      .find({ title: '登录密码已重置' })
      .sort({ _id: 1 })
      .toArray();
    expect(told).toHaveLength(1);
    expect(String(told[0]?.learnerId)).toBe(learnerId);
  });

  test('a lock is lifted: wrong guesses of others keep nobody out', async () => {
    const { learnerId } = await approvedLearner(server, fixtures, 1);
    const { personnelNo } = await setPassword(server, learnerId);
    for (let i = 0; i < 5; i += 1) {
      const captcha = await solvedCaptcha(server);
      await server
        .client()
        .accounts.signInWithPassword({ name: personnelNo, password: 'Wrong#4831pw', captcha })
        .catch(() => null);
    }
    await expect(signIn(personnelNo, PASSWORD)).rejects.toMatchObject({ code: 'ACCOUNT_LOCKED' });
    const { recoveryId } = await ask(MINE);
    await recover(recoveryId, codeFor(server, '1'));
    expect((await signIn(personnelNo, NEXT)).me.learner?.id).toBe(learnerId);
  });
});

test('an address gets sixty an hour, whatever the numbers: a hospital is one', async () => {
  const { platform, clock } = server;
  await ask(MINE);
  // The address that these tests come from has used one.
  const [used] = await platform.redis.keys('window:recovery.address:*');
  expect(used).toBeDefined();
  for (let n = 1; n < 60; n += 1) {
    await platform.redis.zadd(used ?? '', clock.now(), `other ${n}`);
  }
  await expect(ask({ ...MINE, idNo: idNoOf(3) })).rejects.toMatchObject({
    code: 'TOO_MANY_REQUESTS',
    retryAfter: 3600,
  });
  clock.pass(3_600_000);
  expect(await ask({ ...MINE, idNo: idNoOf(3) })).toMatchObject({ retryAfter: 60 });
});

test('a wrong code is audited where it was somebody’s', async () => {
  await register(server, fixtures, 1);
  const { recoveryId } = await ask(MINE);
  const wrong = codeFor(server, '1') === '000000' ? '000001' : '000000';
  await expect(recover(recoveryId, wrong)).rejects.toMatchObject(INVALID);
  await server.services.accounts.recovery.settled();
  expect((await actions()).slice(-1)).toEqual(['recovery.codeWrong']);
});

describe('who does not fit learns nothing', () => {
  const strangers: [string, Claim][] = [
    ['another name', { ...MINE, name: '陈慧' }],
    ['another idNo', { ...MINE, idNo: idNoOf(2) }],
    ['another phone', { ...MINE, phone: '13800138002' }],
    ['a 医通卡号 that nobody has', { by: 'personnelNo', personnelNo: makePersonnelNo(97), last4: '1234' }],
  ];

  test.each(strangers)('%s: the same answer, no SMS, no audit entry', async (_what, claim) => {
    await register(server, fixtures, 1);
    const body = { ...claim, captcha: await solvedCaptcha(server) };
    const stranger = await send(server, 'POST', '/api/password-recovery/codes', { body });
    await server.services.accounts.recovery.settled();
    expect(stranger).toMatchObject({
      status: 200,
      body: { recoveryId: expect.stringMatching(/^[\w-]{22}$/), retryAfter: 60 },
    });
    expect(Object.keys(stranger.body).sort()).toEqual(['recoveryId', 'retryAfter']);
    expect([...sentTo('1'), ...sentTo('2')]).toEqual([]);
    expect(await actions()).not.toContain('recovery.codeSent');
    await expect(recover(String(stranger.body.recoveryId), '123456')).rejects.toMatchObject(INVALID);
  });

  test('the last four of another', async () => {
    const { learnerId } = await approvedLearner(server, fixtures, 1);
    const { personnelNo } = (await server.services.learners.get(learnerId)) ?? {};
    await ask({ by: 'personnelNo', personnelNo: personnelNo ?? '', last4: '0000' });
    expect(sentTo('1')).toEqual([]);
  });

  test('wrong code and wrong person read the same', async () => {
    await register(server, fixtures, 1);
    const ids = [
      (await ask(MINE)).recoveryId,
      (await ask({ ...MINE, idNo: idNoOf(2) })).recoveryId,
      'made-up',
    ];
    const wrong = codeFor(server, '1') === '000000' ? '111111' : '000000';
    const answers = await Promise.all(
      ids.map(async (recoveryId) => {
        const body = { recoveryId, smsCode: wrong, next: NEXT };
        const { status, body: answer } = await send(server, 'POST', '/api/password-recovery', { body });
        return { status, answer: { ...answer, requestId: '' } };
      }),
    );
    expect(answers[0]).toMatchObject({ status: 400, answer: INVALID });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test('units and authorities are not served here', async () => {
    const body = { by: 'personnelNo', personnelNo: '976811', last4: '6811' };
    expect(await send(server, 'POST', '/api/password-recovery/codes', { body })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT', field: 'personnelNo' },
    });
  });
});

describe('the code', () => {
  test('serves its own recovery only, and once', async () => {
    await register(server, fixtures, 1);
    const first = await ask(MINE);
    const code = codeFor(server, '1');
    server.clock.pass(MINUTE);
    const second = await ask(MINE);
    await expect(recover(second.recoveryId, code)).rejects.toMatchObject(INVALID);
    await recover(first.recoveryId, code);
    await expect(recover(first.recoveryId, code, 'Other#2957kt')).rejects.toMatchObject(INVALID);
    expect((await signIn(MINE.idNo, NEXT)).me.roles).toEqual(['learner']);
  });

  test('used ten times at once sets one password', async () => {
    await register(server, fixtures, 1);
    const { recoveryId } = await ask(MINE);
    const code = codeFor(server, '1');
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, async (_, i) => recover(recoveryId, code, `Newer#2957k${i}`)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('late, or after five wrong ones, it is refused', async () => {
    await register(server, fixtures, 1);
    const { recoveryId } = await ask(MINE);
    const code = codeFor(server, '1');
    for (let i = 1; i <= 5; i += 1) {
      const wrong = String((Number(code) + i) % 1_000_000).padStart(6, '0');
      await expect(recover(recoveryId, wrong)).rejects.toMatchObject(INVALID);
    }
    await expect(recover(recoveryId, code)).rejects.toMatchObject(INVALID);
    server.clock.pass(MINUTE);
    const again = await ask(MINE);
    const late = codeFor(server, '1');
    server.clock.pass(10 * MINUTE);
    await expect(recover(again.recoveryId, late)).rejects.toMatchObject(INVALID);
  });

  test('for registering or closing the account it does not serve here', async () => {
    const { client } = await register(server, fixtures, 1);
    const { recoveryId } = await ask({ ...MINE, name: '陈慧' });
    await client.accounts.sendSmsCode({ phone: MINE.phone });
    await expect(recover(recoveryId, codeFor(server, '1'))).rejects.toMatchObject(INVALID);
  });
});

describe('a weak new password', () => {
  test('is named and costs nothing: the code stays good', async () => {
    await register(server, fixtures, 1);
    const { recoveryId } = await ask(MINE);
    const code = codeFor(server, '1');
    for (const [next, rule] of [
      ['short1', '10至64个字符'],
      ['Hospital2026', '太常见'],
      [`kt#${MINE.idNo}`, '编号或手机号'],
      ['kt#13800138001', '编号或手机号'],
    ] as const) {
      await expect(recover(recoveryId, code, next)).rejects.toMatchObject({
        code: 'WEAK_PASSWORD',
        field: 'next',
        message: expect.stringContaining(rule),
      });
    }
    expect(await recover(recoveryId, code)).toEqual({ ok: true });
  });

  test('says nothing of whose it would be before the code is right', async () => {
    await register(server, fixtures, 1);
    const { recoveryId } = await ask(MINE);
    const wrong = codeFor(server, '1') === '000000' ? '111111' : '000000';
    await expect(recover(recoveryId, wrong, 'kt#13800138001')).rejects.toMatchObject(INVALID);
  });
});

describe('limits', () => {
  test('a captcha is asked for every time', async () => {
    const { client } = await register(server, fixtures, 1);
    for (const captcha of [undefined, 'x']) {
      await expect(client.accounts.sendRecoveryCode({ ...MINE, captcha })).rejects.toMatchObject({
        code: 'CAPTCHA_REQUIRED',
      });
    }
    const captcha = await solvedCaptcha(server);
    await client.accounts.sendRecoveryCode({ ...MINE, captcha });
    await expect(client.accounts.sendRecoveryCode({ ...MINE, captcha })).rejects.toMatchObject({
      code: 'CAPTCHA_REQUIRED',
    });
    await server.services.accounts.recovery.settled();
  });

  test.each([
    ['registered', 1],
    ['not registered', 3],
  ])('five an hour for each number, %s', async (_what, n) => {
    await register(server, fixtures, 1);
    const claim = { ...MINE, idNo: idNoOf(n) };
    for (let i = 0; i < 5; i += 1) {
      await ask(claim);
      server.clock.pass(2 * MINUTE);
    }
    const body = { ...claim, captcha: await solvedCaptcha(server) };
    expect(await send(server, 'POST', '/api/password-recovery/codes', { body })).toMatchObject({
      status: 429,
      body: { code: 'TOO_MANY_REQUESTS', message: '找回密码过于频繁，请50分钟后再试', retryAfter: 3000 },
    });
    server.clock.pass(50 * MINUTE);
    expect((await ask(claim)).retryAfter).toBe(60);
  });

  test('five an hour for each learner, by whichever of his numbers', async () => {
    const { learnerId } = await approvedLearner(server, fixtures, 1);
    const { personnelNo = '' } = (await server.services.learners.get(learnerId)) ?? {};
    for (let i = 0; i < 4; i += 1) {
      await ask(MINE);
      server.clock.pass(2 * MINUTE);
      await ask({ by: 'personnelNo', personnelNo, last4: MINE.idNo.slice(-4) });
      server.clock.pass(2 * MINUTE);
    }
    expect(sentTo('1')).toHaveLength(5);
  });
});

test.each([
  [{ ...MINE, idNo: '123' }, 'idNo', '请输入18位身份证号码，最后一位可以是X'],
  [{ ...MINE, phone: '123' }, 'phone', '手机号格式不正确，请输入11位手机号'],
  [{ ...MINE, name: '' }, 'name', '请输入姓名'],
  [
    { by: 'personnelNo', personnelNo: '1000000017', last4: '1234' },
    'personnelNo',
    '医通卡号不正确，请逐位核对10位数字',
  ],
  [{ by: 'personnelNo', personnelNo: '1000000016', last4: '12' }, 'last4', '请输入证件号码后4位'],
])('what can be nobody’s is named: %j', async (body, field, message) => {
  expect(await send(server, 'POST', '/api/password-recovery/codes', { body })).toMatchObject({
    status: 400,
    body: { code: 'INVALID_INPUT', field, message },
  });
});

test('neither store nor log keeps a number, a code or a password', async () => {
  await register(server, fixtures, 1);
  const { recoveryId } = await ask(MINE);
  const { redis } = server.platform;
  const stored = await Promise.all(
    (await redis.keys('recovery:*')).map(async (key) => `${key} ${await redis.get(key)}`),
  );
  expect(stored).toHaveLength(1);
  const code = codeFor(server, '1');
  await recover(recoveryId, code);
  expect(await redis.keys('recovery:*')).toEqual([]);
  const everything = stored.join() + server.logged() + JSON.stringify(await actions());
  for (const secret of [MINE.idNo, MINE.phone, '陈慧敏', NEXT]) {
    expect(everything).not.toContain(secret);
  }
});
