/** 认领: who registers with the name and phone that his unit imported is that record, and nobody else is. */
import { normalisePhone } from '@common/rules/phone';
import { Types } from 'mongoose';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { formOf, idNoOf, register } from '../../testing/people';
import { auditModel } from '../audit/model';
import { type LearnerDoc, learnerModel } from './model';
import { sealedTo } from './presenter';

const OTHERWISE = {
  code: 'IDNO_TAKEN',
  field: 'idNo',
  message: '该证件号码已由单位登记，请核对姓名并使用单位登记的手机号；如有变化请联系单位管理员',
};
const TAKEN = { code: 'IDNO_TAKEN', field: 'idNo', message: '此证件号码已被使用，请重新输入' };
/** The simulated person n's phone. */
const phoneOf = (n: number) => `1380013800${n}`;

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

/** The person n as 人员导入 writes him. */
async function imported(n: number, changes: Partial<LearnerDoc> = {}): Promise<string> {
  const { cipher, mongo } = server.platform;
  const _id = new Types.ObjectId();
  const now = new Date(server.clock.now());
  const phone = normalisePhone(phoneOf(n));
  await learnerModel(mongo).create({
    _id,
    name: '王志强',
    idNo: cipher.seal(sealedTo('idNo', _id), idNoOf(n)),
    idNoHash: cipher.hash('idNo', idNoOf(n)),
    phone: cipher.seal(sealedTo('phone', _id), phone),
    phoneHash: cipher.hash('phone', phone),
    sex: 'male',
    title: 'physician',
    unitId: new Types.ObjectId(fixtures.unitId),
    department: '外科',
    source: 'import',
    personnelNo: `100000000${n}`,
    approval: { state: 'approved', submittedAt: now, decidedAt: now },
    createdAt: now,
    ...changes,
  });
  return String(_id);
}

test('with his name and phone he is approved at once, as the unit wrote him, with his own details', async () => {
  const learnerId = await imported(1);
  const { client, learnerId: claimed } = await register(server, fixtures, 1, {
    name: '王志强',
    title: 'nurse',
    unitId: fixtures.otherUnitId,
    email: 'wang@example.com',
  });
  expect(claimed).toBe(learnerId);
  expect(await client.learners.myProfile({})).toMatchObject({
    name: '王志强',
    title: 'physician',
    department: '外科',
    email: 'wang@example.com',
    personnelNo: '1000000001',
    unit: { id: fixtures.unitId },
    approval: { state: 'approved' },
  });
  expect((await client.accounts.me({})).roles).toEqual(['wechat', 'learner']);
  expect((await server.services.learners.consents(learnerId)).map(({ at }) => at.getTime())).toEqual([
    server.clock.now(),
  ]);
  const entries = await auditModel(server.platform.mongo).find().sort({ _id: 1 }).lean();
  expect(entries).toMatchObject([
    { action: 'learner.claimed', subject: `learner:${learnerId}`, actor: { kind: 'learner', id: learnerId } },
  ]);
  expect(await learnerModel(server.platform.mongo).countDocuments()).toBe(1);
});

test('the department is his to fill in where the unit left it out', async () => {
  await imported(1, { department: '' });
  const { client } = await register(server, fixtures, 1, { name: '王志强', department: '急诊科' });
  expect((await client.accounts.me({})).learner?.department).toBe('急诊科');
});

test('another name and another phone get the same words, and nothing of the record', async () => {
  await imported(1);
  await expect(register(server, fixtures, 1, { name: '王自强' })).rejects.toMatchObject(OTHERWISE);
  await expect(register(server, fixtures, 2, { idNo: idNoOf(1), name: '王志强' })).rejects.toMatchObject(
    OTHERWISE,
  );
  const { client } = await server.wechat(2);
  expect((await client.accounts.me({})).learner).toBeNull();
});

test('who was refused can still claim with what the unit wrote', async () => {
  await imported(1);
  await expect(register(server, fixtures, 1, { name: '王自强' })).rejects.toMatchObject(OTHERWISE);
  expect((await register(server, fixtures, 1, { name: '王志强' })).learnerId).toBeTruthy();
});

test('claimed once, it is taken for every other WeChat, whatever is entered', async () => {
  await imported(1);
  await register(server, fixtures, 1, { name: '王志强' });
  const { client } = await server.wechat(2);
  const form = { ...formOf(fixtures, 1), name: '王志强' };
  const proof = async () => ({ phoneCode: await server.phoneCode(1) });
  await expect(client.learners.register({ ...form, ...(await proof()) })).rejects.toMatchObject(TAKEN);
  await expect(
    client.learners.register({ ...form, name: '王自强', ...(await proof()) }),
  ).rejects.toMatchObject(TAKEN);
});

test('two WeChats that prove the same phone at once: one has the record, the other is told that it is taken', async () => {
  for (const [n, apps] of [
    [1, ['officialAccount', 'officialAccount']],
    [2, ['officialAccount', 'miniprogram']],
  ] as const) {
    const learnerId = await imported(n);
    const form = { ...formOf(fixtures, n), name: '王志强' };
    // Two people whose WeChats have nothing to do with each other.
    const both = await Promise.all(
      apps.map(async (app, i) => ({
        client: (await server.wechat(10 * n + i, app)).client,
        phoneCode: await server.phoneCode(n),
      })),
    );
    const outcomes = await Promise.allSettled(
      both.map(async ({ client, phoneCode }) => client.learners.register({ ...form, phoneCode })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'IDNO_TAKEN' },
    });
    const holders = await Promise.all(both.map(async ({ client }) => client.accounts.me({})));
    expect(holders.filter(({ learner }) => learner?.id === learnerId)).toHaveLength(1);
  }
});

test('a record that was registered by its bearer is no import to be claimed', async () => {
  await register(server, fixtures, 1, { name: '王志强' });
  const { client } = await server.wechat(2);
  await expect(
    client.learners.register({
      ...formOf(fixtures, 1),
      name: '王志强',
      phoneCode: await server.phoneCode(1),
    }),
  ).rejects.toMatchObject(TAKEN);
});
