/** 我的资料: what a learner changes by himself, his phone, and what he agreed to. */
import { PRIVACY_VERSION } from '@common/privacy';
import { send } from '../../testing/calls';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, formOf, idNoOf, register } from '../../testing/people';
import { auditModel } from '../audit/model';
import { learnerModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const EDUCATION = {
  school: '郑州大学',
  level: 'bachelor' as const,
  major: '护理学',
  from: '2004-09',
  to: '2008-07',
};
const smsOf = (phone: string) =>
  server.simulator
    .inbox(phone)
    .filter(({ kind }) => kind === 'sms')
    .map(({ text }) => text);
const codeOf = (phone: string) => /(\d{6})/.exec(smsOf(phone).at(-1) ?? '')?.[1] ?? '';

test('what the five pages took is there, all of it, with what follows from the idNo', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1, {
    ethnicity: '回族',
    email: 'chen@example.com',
    address: '漯河市源汇区人民东路56号',
    position: '护士长',
    titleSince: '2020-05-01',
    workStartedOn: '2008-08-01',
    educations: [EDUCATION],
    certificateNo: '2008411102',
    expertise: '急诊护理',
    socialPositions: '漯河市护理学会委员',
    remark: '',
  });
  const now = new Date(server.clock.now()).toISOString();
  expect(await client.learners.myProfile({})).toEqual({
    id: learnerId,
    name: '陈慧敏',
    idNoMasked: `4111**********${idNoOf(1).slice(-4)}`,
    sex: 'male',
    birthDate: '1985-06-16',
    photoUrl: null,
    photoId: null,
    phoneMasked: '138****8001',
    ethnicity: '回族',
    email: 'chen@example.com',
    address: '漯河市源汇区人民东路56号',
    position: '护士长',
    titleSince: '2020-05-01',
    workStartedOn: '2008-08-01',
    educations: [EDUCATION],
    certificateNo: '2008411102',
    expertise: '急诊护理',
    socialPositions: '漯河市护理学会委员',
    remark: '',
    title: 'nurse',
    department: '护理部',
    unit: { id: fixtures.unitId, name: '漯河市中心医院', regionName: expect.stringContaining('漯河市') },
    unitRequest: null,
    personnelNo: expect.stringMatching(/^\d{10}$/),
    approval: { state: 'approved', reason: null, submittedAt: now, decidedAt: now },
    titles: [{ title: 'nurse', since: '2020-05-01' }],
    units: [{ name: '漯河市中心医院', from: now, to: null }],
    status: 'active',
    statusPeriods: [],
  });
});

test('only what is given changes; empty is a value', async () => {
  const { client } = await approvedLearner(server, fixtures, 1, {
    email: 'chen@example.com',
    educations: [EDUCATION],
  });
  const before = await client.learners.myProfile({});
  const saved = await client.learners.saveProfile({ position: ' 护士长 ' });
  expect(saved).toEqual({ ...before, position: '护士长' });
  expect(await client.learners.saveProfile({ email: '', educations: [] })).toEqual({
    ...saved,
    email: '',
    educations: [],
  });
  expect(await client.learners.saveProfile({})).toEqual({ ...saved, email: '', educations: [] });
});

test('two pages saved at once are both saved', async () => {
  const { client } = await approvedLearner(server, fixtures, 1);
  await Promise.all([
    client.learners.saveProfile({ position: '护士长' }),
    client.learners.saveProfile({ expertise: '急诊护理' }),
  ]);
  expect(await client.learners.myProfile({})).toMatchObject({ position: '护士长', expertise: '急诊护理' });
});

test('name, title, unit and approval are nothing to save', async () => {
  const { client, token } = await approvedLearner(server, fixtures, 1);
  const before = await client.learners.myProfile({});
  const body = {
    name: '别的人',
    title: 'chiefNurse',
    unitId: fixtures.otherUnitId,
    personnelNo: '1',
    approval: { state: 'pending' },
    details: { email: 'x' },
  };
  expect((await send(server, 'PUT', '/api/me/learner/details', { token, body })).body).toEqual(before);
  expect(await client.learners.myProfile({})).toEqual(before);
});

test.each([
  [{ email: 'x' }, 'email', '电子邮箱格式不正确'],
  [{ address: '长'.repeat(101) }, 'address', '通讯地址最多100字'],
  [{ titleSince: '2026-11-22' }, 'titleSince', '职称取得时间不能晚于今天'],
  [{ workStartedOn: '2026-11-22' }, 'workStartedOn', '参加工作时间不能晚于今天'],
  [{ educations: Array(11).fill(EDUCATION) }, 'educations', '教育经历最多10条'],
  [{ educations: [{ ...EDUCATION, school: ' ' }] }, 'educations.0.school', '请填写学校'],
  [{ educations: [{ ...EDUCATION, to: '2004-08' }] }, 'educations.0.to', '毕业时间不能早于入学时间'],
  [{ educations: [{ ...EDUCATION, from: '2004-13' }] }, 'educations.0.from', '月份格式不正确'],
])('%j is named at its field and changes nothing', async (given, field, message) => {
  const { client } = await approvedLearner(server, fixtures, 1);
  const before = await client.learners.myProfile({});
  await expect(client.learners.saveProfile(given)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field,
    message,
  });
  expect(await client.learners.myProfile({})).toEqual(before);
});

test('once approved, the date of a title is no longer his to change, but to fill in', async () => {
  const { client } = await approvedLearner(server, fixtures, 1);
  await client.learners.saveProfile({ titleSince: '2020-05-01' });
  await client.learners.saveProfile({ titleSince: '2020-05-01', remark: '无' });
  for (const titleSince of ['2019-05-01', null]) {
    await expect(client.learners.saveProfile({ titleSince })).rejects.toMatchObject({
      code: 'LEARNER_NOT_EDITABLE',
      field: 'titleSince',
      message: '职称取得时间已由单位审核，请通过“职称变更”申请修改',
    });
  }
});

describe('another phone', () => {
  const NEW = '13712345678';

  test('by a code sent to it: the old one is told, the log knows, the number is sealed', async () => {
    const { client, learnerId } = await approvedLearner(server, fixtures, 1);
    expect((await client.learners.sendPhoneCode({ phone: '137 1234 5678' })).retryAfter).toBeGreaterThan(0);
    const smsCode = codeOf(NEW);
    expect((await client.learners.changePhone({ phone: NEW, smsCode })).phoneMasked).toBe('137****5678');
    expect(smsOf('1').at(-1)).toBe(
      '【继教通】您登记的手机号已更换为137****5678。如非本人操作，请立即联系单位管理员。',
    );
    expect(await auditModel(server.platform.mongo).find({ action: 'learner.phone-changed' })).toMatchObject([
      { subject: `learner:${learnerId}`, actor: { kind: 'learner', id: learnerId } },
    ]);
    const stored = JSON.stringify(await server.platform.mongo.collection('learners').find().toArray());
    expect(stored).not.toContain(NEW);
    server.clock.pass(60_000);
    expect((await server.services.learners.sendCode(learnerId, 'closure')).phoneMasked).toBe('137****5678');
    await expect(client.learners.changePhone({ phone: NEW, smsCode })).rejects.toMatchObject({
      code: 'SMS_CODE_INVALID',
    });
  });

  test("by WeChat's one tap", async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    const { phoneMasked } = await client.learners.changePhone({ phoneCode: await server.phoneCode(2) });
    expect(phoneMasked).toBe('138****8002');
  });

  test('the same number again is nothing to tell', async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    const before = smsOf('1').length;
    await client.learners.changePhone({ phoneCode: await server.phoneCode(1) });
    expect(smsOf('1')).toHaveLength(before);
    expect(await auditModel(server.platform.mongo).countDocuments({ action: 'learner.phone-changed' })).toBe(
      0,
    );
  });

  test.each<[string, (client: Awaited<ReturnType<typeof register>>['client']) => Promise<string>]>([
    ['a wrong code', async () => '000000'],
    ['no code', async () => ''],
    [
      'a code for registering',
      async (client) => {
        await client.accounts.sendSmsCode({ phone: NEW });
        return codeOf(NEW);
      },
    ],
    [
      'a code for another phone',
      async (client) => {
        await client.learners.sendPhoneCode({ phone: '13712345679' });
        return codeOf('13712345679');
      },
    ],
    [
      'a code that is too old',
      async (client) => {
        await client.learners.sendPhoneCode({ phone: NEW });
        server.clock.pass(11 * 60_000);
        return codeOf(NEW);
      },
    ],
  ])('%s leaves the old one', async (_what, codeBy) => {
    const { client } = await approvedLearner(server, fixtures, 1);
    const smsCode = await codeBy(client);
    await expect(client.learners.changePhone({ phone: NEW, smsCode })).rejects.toMatchObject({
      code: 'SMS_CODE_INVALID',
      field: 'smsCode',
    });
    expect((await client.learners.myProfile({})).phoneMasked).toBe('138****8001');
  });

  test.each([{}, { phone: '12345' }, { phone: '+852 5123 4567', smsCode: '123456' }])(
    '%j: named',
    async (given) => {
      const { client } = await approvedLearner(server, fixtures, 1);
      await expect(client.learners.changePhone(given)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        field: 'phone',
        message: '手机号格式不正确，请输入11位手机号',
      });
    },
  );
});

describe('个人信息处理说明', () => {
  test.each(['', '2020-01', `${PRIVACY_VERSION} `])(
    'agreed to in version %j is to be read again, and nobody is registered',
    async (privacyVersion) => {
      const { client } = await server.wechat(1);
      const phoneCode = await server.phoneCode(1);
      await expect(
        client.learners.register({ ...formOf(fixtures, 1), privacyVersion, phoneCode }),
      ).rejects.toMatchObject({
        code: 'PRIVACY_CHANGED',
        message: '个人信息处理说明已更新，请重新阅读并同意',
      });
      expect(await learnerModel(server.platform.mongo).countDocuments()).toBe(0);
    },
  );

  test('what was agreed to is kept with its time; the version in force is agreed to once', async () => {
    const { learnerId } = await register(server, fixtures, 1);
    const { learners } = server.services;
    const at = new Date(server.clock.now());
    const first = { version: PRIVACY_VERSION, at };
    expect(await learners.consents(learnerId)).toEqual([first]);
    server.clock.pass(1000);
    await learners.agree(learnerId, PRIVACY_VERSION);
    expect(await learners.consents(learnerId)).toEqual([first]);
    await expect(learners.agree(learnerId, '2020-01')).rejects.toMatchObject({ code: 'PRIVACY_CHANGED' });

    await learnerModel(server.platform.mongo).updateOne(
      { _id: learnerId },
      { $set: { consents: [{ version: '2020-01', at }] } },
    );
    await Promise.all([1, 2, 3].map(async () => learners.agree(learnerId, PRIVACY_VERSION)));
    expect(await learners.consents(learnerId)).toEqual([
      { version: PRIVACY_VERSION, at: new Date(server.clock.now()) },
      { version: '2020-01', at },
    ]);
  });
});
