/** A learner asks for a 调动: both units see it, and either can say no. */
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, register } from '../../testing/people';
import { anotherUnit } from '../../testing/units';
import { notificationModel } from '../notifications/model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
let heardBefore: Map<string, number>;
beforeEach(async () => {
  fixtures = await server.reset();
  heardBefore = new Map(PHONES.map((phone) => [phone, server.simulator.inbox(phone).length]));
});
afterAll(async () => server.stop());

/** Of 漯河市中心医院, of 宜章县第二人民医院 and of a colleague. */
const PHONES = ['13900976811', '13900936302', '13911112222'];
/** What an administrator's phone got in this test. */
const smsTo = (phone: string) =>
  server.simulator
    .inbox(phone)
    .slice(heardBefore.get(phone))
    .map(({ text }) => text);

const told = async () =>
  (
    await notificationModel(server.platform.mongo)
      .find({ key: /^transfer-/, kind: 'approval' })
      .sort({ createdAt: 1, _id: 1 })
      .lean()
  ).map(({ title, lines }) => [title, ...lines].join('|'));
const waiting = async () =>
  Promise.all(
    [fixtures.unit, fixtures.otherUnit].map(
      async (each) => (await each.overview.unitOverview({})).waitingTransfers,
    ),
  );

test('both units see it in their lists and counts, and their administrators get one SMS', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  const asked = await client.transfers.requestTransfer({
    toUnitId: fixtures.otherUnitId,
    note: '随配偶迁居',
  });
  expect(asked).toMatchObject({
    state: 'requested',
    requestedBy: 'learner',
    fromUnitName: '漯河市中心医院',
    toUnitName: '宜章县第二人民医院',
    note: '随配偶迁居',
    releasedAt: null,
  });
  expect((await fixtures.unit.transfers.listTransfers({})).items).toMatchObject([
    { id: asked.id, learnerId, side: 'out', can: ['release', 'cancel'] },
  ]);
  expect((await fixtures.otherUnit.transfers.listTransfers({})).items).toMatchObject([
    { id: asked.id, learnerId, side: 'in', can: ['cancel'] },
  ]);
  expect(await waiting()).toEqual([1, 1]);
  for (const phone of ['13900976811', '13900936302']) {
    expect(smsTo(phone)).toEqual(['【继教通】陈慧敏提交了调动申请，请登录后在“调动管理”中办理。']);
  }
});

test('the old unit agrees by releasing, the new one admits, and he is told each step', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  await client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId, note: '随配偶迁居' });
  server.clock.pass(60_000);
  const released = await fixtures.unit.transfers.release({ learnerId, note: '同意' });
  expect(released).toMatchObject({ state: 'released', note: '随配偶迁居；同意', can: ['cancel'] });
  expect(await waiting()).toEqual([0, 1]);
  server.clock.pass(60_000);
  await fixtures.otherUnit.transfers.admit({ transferId: released.id });
  expect(await waiting()).toEqual([0, 0]);
  expect(await told()).toEqual([
    '原单位已办理调出|漯河市中心医院|等待宜章县第二人民医院调入；调入前您仍在原单位，签到和学分不受影响。',
    '调动完成，已调入现单位|宜章县第二人民医院|学分和签到记录都随您保留。',
  ]);
  // Of the request the new unit has been told: the release brings no second SMS.
  expect(smsTo('13900936302')).toHaveLength(1);
});

test('a release elsewhere than he asked for is refused', async () => {
  const third = await anotherUnit(server, {
    code: '411121',
    name: '舞阳县中医院',
    regionCode: '411121',
    phone: '13922223333',
  });
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  await client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId });
  await expect(fixtures.unit.transfers.release({ learnerId, toUnitId: third.unitId })).rejects.toMatchObject({
    code: 'TRANSFER_OPEN',
    message: '该人员已申请调往其他单位，请先处理其申请',
  });
});

test('who asks again and again is heard by SMS once a day', async () => {
  const { client } = await approvedLearner(server, fixtures, 1);
  for (let i = 0; i < 3; i += 1) {
    const { id } = await client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId });
    await client.transfers.withdrawTransfer({ transferId: id });
  }
  expect(smsTo('13900936302')).toHaveLength(1);
});

test('an administrator without approveLearners gets no SMS', async () => {
  await server.services.administrators.put({
    kind: 'unit',
    subjectId: fixtures.otherUnitId,
    name: '赵静',
    phone: '13911112222',
    permissions: ['credit', 'manageAccount'],
  });
  const { client } = await approvedLearner(server, fixtures, 1);
  await client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId });
  expect(smsTo('13911112222')).toEqual([]);
});

test.each([
  ['the old unit', 'unit', '原单位未同意调动申请|漯河市中心医院'],
  ['the new unit', 'otherUnit', '现单位未同意调入|宜章县第二人民医院'],
] as const)('%s refuses, and he is told why', async (_who, side, words) => {
  const { client } = await approvedLearner(server, fixtures, 1);
  const { id } = await client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId });
  await fixtures[side].transfers.cancelTransfer({ transferId: id, reason: '岗位已满' });
  expect((await client.transfers.myTransfers({})).items).toMatchObject([
    { id, state: 'cancelled', reason: '岗位已满' },
  ]);
  expect(await told()).toEqual([`${words}|原因：岗位已满|您仍在原单位，签到和学分不受影响。`]);
  expect(await waiting()).toEqual([0, 0]);
  // Nothing stands in the way of another.
  await client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId });
});

test('he withdraws before the release and not after', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  const first = await client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId });
  await client.transfers.withdrawTransfer({ transferId: first.id });
  await expect(client.transfers.withdrawTransfer({ transferId: first.id })).rejects.toMatchObject({
    code: 'TRANSFER_CLOSED',
  });
  const { id } = await client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId });
  await fixtures.unit.transfers.release({ learnerId });
  await expect(client.transfers.withdrawTransfer({ transferId: id })).rejects.toMatchObject({
    code: 'TRANSFER_CLOSED',
    message: '原单位已办理调出，不能自行撤回；如需取消请联系原单位管理员',
  });
});

test("another's request is not there", async () => {
  const { client } = await approvedLearner(server, fixtures, 1);
  const other = await approvedLearner(server, fixtures, 2);
  const { id } = await client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId });
  await expect(other.client.transfers.withdrawTransfer({ transferId: id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect((await other.client.transfers.myTransfers({})).items).toEqual([]);
});

test('only an approved learner asks, for another unit that there is, once at a time', async () => {
  const pending = await register(server, fixtures, 1);
  await expect(
    pending.client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId }),
  ).rejects.toMatchObject({
    code: 'LEARNER_NOT_APPROVED',
    message: '单位审核通过后才能申请调动；审核通过前可以直接修改所在单位',
  });
  const { client } = await approvedLearner(server, fixtures, 2);
  for (const [toUnitId, code] of [
    [fixtures.unitId, 'ALREADY_IN_UNIT'],
    ['0'.repeat(24), 'UNIT_UNKNOWN'],
  ] as const) {
    await expect(client.transfers.requestTransfer({ toUnitId })).rejects.toMatchObject({
      code,
      field: 'toUnitId',
    });
  }
  await expect(
    client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId, note: '长'.repeat(201) }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', message: '说明最多200字', field: 'note' });
  const outcomes = await Promise.allSettled(
    [1, 2, 3, 4].map(async () => client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId })),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId })).rejects.toMatchObject({
    code: 'TRANSFER_OPEN',
  });
});

test('a release and a withdrawal at once: one of them stands', async () => {
  for (const n of [1, 2, 3, 4]) {
    const { client, learnerId } = await approvedLearner(server, fixtures, n);
    const { id } = await client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId });
    const [released, withdrawn] = await Promise.allSettled([
      fixtures.unit.transfers.release({ learnerId, toUnitId: fixtures.otherUnitId }),
      client.transfers.withdrawTransfer({ transferId: id }),
    ]);
    const mine = (await client.transfers.myTransfers({})).items;
    const open = mine.filter(({ state }) => state === 'released' || state === 'requested');
    // Released after the withdrawal it is a 调动 of the unit's own.
    expect(open).toHaveLength(released.status === 'fulfilled' ? 1 : 0);
    expect(mine.some(({ state }) => state === 'cancelled')).toBe(withdrawn.status === 'fulfilled');
  }
});
