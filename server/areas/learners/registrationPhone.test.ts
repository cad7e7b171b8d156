/** The phone is proven by WeChat or by a text message; neither it nor the idNo lies about anywhere. */
import { clearFaults, orderFault } from '../../testing/calls';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, formOf, idNoOf, register } from '../../testing/people';

const PHONE = '13800138001';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterEach(async () => clearFaults(server));
afterAll(async () => server.stop());

const lastCode = () =>
  /验证码是(\d{6})/.exec(
    server.simulator
      .inbox('1')
      .filter(({ kind }) => kind === 'sms')
      .at(-1)?.text ?? '',
  )?.[1] ?? '';

test('the code that WeChat took stays good for the same form sent again', async () => {
  await register(server, fixtures, 2);
  const { client } = await server.wechat(1);
  const phoneCode = await server.phoneCode(1);
  await expect(client.learners.register({ ...formOf(fixtures, 2), phoneCode })).rejects.toMatchObject({
    code: 'IDNO_TAKEN',
  });
  const asked = server.simulator.calls('/wxa/business/getuserphonenumber');
  expect((await client.learners.register({ ...formOf(fixtures, 1), phoneCode })).phoneMasked).toBe(
    '138****8001',
  );
  expect(server.simulator.calls('/wxa/business/getuserphonenumber')).toBe(asked);
});

test('another WeChat cannot use that code', async () => {
  await register(server, fixtures, 2);
  const { client } = await server.wechat(1);
  const phoneCode = await server.phoneCode(1);
  await expect(client.learners.register({ ...formOf(fixtures, 2), phoneCode })).rejects.toMatchObject({
    code: 'IDNO_TAKEN',
  });
  const { client: stranger } = await server.wechat(3);
  await expect(stranger.learners.register({ ...formOf(fixtures, 3), phoneCode })).rejects.toMatchObject({
    code: 'PHONE_CODE_INVALID',
    message: '获取手机号失败，请重试或改用短信验证',
    field: 'phoneCode',
  });
});

test.each([
  ['a code that is none', undefined],
  ['WeChat down', { kind: 'status' as const, path: '/wxa', times: 9 }],
])('%s: the text message is offered instead, and works', async (_what, fault) => {
  const { client } = await server.wechat(1);
  const phoneCode = fault ? await server.phoneCode(1) : 'nonsense';
  if (fault) {
    await orderFault(server, fault);
  }
  await expect(client.learners.register({ ...formOf(fixtures, 1), phoneCode })).rejects.toMatchObject({
    code: 'PHONE_CODE_INVALID',
    message: expect.stringContaining('短信验证'),
  });
  await client.accounts.sendSmsCode({ phone: PHONE });
  const learner = await client.learners.register({
    ...formOf(fixtures, 1),
    phone: PHONE,
    smsCode: lastCode(),
  });
  expect(learner.phoneMasked).toBe('138****8001');
});

test('by text message: a wrong code is named, a taken idNo does not use the right one up, registering does', async () => {
  await register(server, fixtures, 2);
  const { client } = await server.wechat(1);
  await client.accounts.sendSmsCode({ phone: PHONE });
  const smsCode = lastCode();
  const wrong = smsCode === '000000' ? '000001' : '000000';
  for (const given of [wrong, '', undefined]) {
    await expect(
      client.learners.register({ ...formOf(fixtures, 1), phone: PHONE, smsCode: given }),
    ).rejects.toMatchObject({
      code: 'SMS_CODE_INVALID',
      message: '短信验证码不正确或已过期，请重新获取',
      field: 'smsCode',
    });
  }
  await expect(
    client.learners.register({ ...formOf(fixtures, 2), phone: PHONE, smsCode }),
  ).rejects.toMatchObject({
    code: 'IDNO_TAKEN',
  });
  await client.learners.register({ ...formOf(fixtures, 1), phone: ' 138 0013 8001 ', smsCode });
  const { client: next } = await server.wechat(3);
  await expect(
    next.learners.register({ ...formOf(fixtures, 3), phone: PHONE, smsCode }),
  ).rejects.toMatchObject({
    code: 'SMS_CODE_INVALID',
  });
});

test("the code of one's own phone does not prove another's", async () => {
  const { client } = await server.wechat(1);
  await client.accounts.sendSmsCode({ phone: PHONE });
  await expect(
    client.learners.register({ ...formOf(fixtures, 1), phone: '13800138002', smsCode: lastCode() }),
  ).rejects.toMatchObject({ code: 'SMS_CODE_INVALID' });
});

test('idNo and phone are nowhere in the clear: not in a store, not in the log', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  await fixtures.unit.learners.listLearners({ state: 'all', q: idNoOf(1) });
  await expect(register(server, fixtures, 2, { idNo: idNoOf(1) })).rejects.toMatchObject({
    code: 'IDNO_TAKEN',
  });
  await client.accounts.sendSmsCode({ phone: PHONE });

  const { mongo, redis } = server.platform;
  const collections = (await mongo.db?.collections()) ?? [];
  const documents = await Promise.all(collections.map(async (each) => each.find().toArray()));
  const keys = await redis.keys('*');
  const values = await Promise.all(
    keys.map(async (key) => ({
      key,
      string: await redis.get(key).catch(() => null),
      hash: await redis.hgetall(key).catch(() => null),
    })),
  );
  const everything = JSON.stringify([documents, values]) + server.logged();
  expect(everything).toContain(learnerId);
  for (const secret of [idNoOf(1), PHONE, '19850616']) {
    expect(everything).not.toContain(secret);
  }
});

test('a sealed number copied into another record does not open there', async () => {
  const one = await register(server, fixtures, 1);
  await register(server, fixtures, 2);
  const learners = server.platform.mongo.collection('learners');
  const [first, second] = await learners.find().sort({ _id: 1 }).toArray();
  await learners.updateOne({ _id: first?._id }, { $set: { idNo: second?.idNo } });
  await expect(one.client.accounts.me({})).rejects.toMatchObject({ code: 'INTERNAL' });
});
