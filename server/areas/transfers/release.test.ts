/** 调出: the old unit lets go of one of its own people. */
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, colleague, idNoOf, register } from '../../testing/people';
import { auditModel } from '../audit/model';
import { transferModel } from './model';

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

const audited = async () =>
  (
    await auditModel(server.platform.mongo)
      .find({ action: /^transfer/ })
      .sort({ sequence: 1 })
      .lean()
  ).map(({ action, actor, subject, reason }) => ({ action, kind: actor.kind, subject, reason }));

test('a unit finds its own approved person by idNo and releases him', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  const found = await fixtures.unit.transfers.findToRelease({ idNo: idNoOf(1) });
  expect(found).toEqual({
    learnerId,
    name: '陈慧敏',
    idNoMasked: expect.stringMatching(/^4111\*{10}\d{3}[\dX]$/),
    title: 'nurse',
    department: '护理部',
    personnelNo: expect.stringMatching(/^\d{10}$/),
    transfer: null,
  });
  const row = await fixtures.unit.transfers.release({ learnerId, note: '工作调动' });
  expect(row).toMatchObject({
    learnerId,
    state: 'released',
    requestedBy: 'unit',
    fromUnitName: '漯河市中心医院',
    toUnitName: null,
    note: '工作调动',
    side: 'out',
    can: ['cancel'],
    releasedAt: new Date(server.clock.now()).toISOString(),
    admittedAt: null,
  });
  expect((await fixtures.unit.transfers.findToRelease({ idNo: idNoOf(1) })).transfer).toEqual(row);
  expect((await client.transfers.myTransfers({})).items).toMatchObject([{ id: row.id, state: 'released' }]);
  expect(server.simulator.inbox('1').at(-1)?.text ?? '').not.toContain(idNoOf(1));
  expect(await audited()).toEqual([
    { action: 'transfer.released', kind: 'unit', subject: `learner:${learnerId}`, reason: undefined },
  ]);
});

test('a released learner stays in the list of the old unit, approved', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  await fixtures.unit.transfers.release({ learnerId });
  expect((await fixtures.unit.learners.listLearners({ state: 'approved' })).total).toBe(1);
  expect((await client.accounts.me({})).learner).toMatchObject({
    unit: { id: fixtures.unitId },
    approval: { state: 'approved' },
  });
});

test('he is told who released him', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  await fixtures.unit.transfers.release({ learnerId, toUnitId: fixtures.otherUnitId });
  const told = await server.platform.mongo
    .collection('notifications')
    .findOne({ key: /^transfer-/, kind: 'approval' });
  expect(told).toMatchObject({
    title: '原单位已办理调出',
    lines: ['漯河市中心医院', '等待宜章县第二人民医院调入；调入前您仍在原单位，签到和学分不受影响。'],
  });
});

test('the unit that the release names is told by SMS, with nothing but the name', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  await fixtures.unit.transfers.release({ learnerId, toUnitId: fixtures.otherUnitId });
  expect(smsTo('13900936302')).toEqual([
    '【继教通】陈慧敏已由原单位调出至贵单位，请登录后在“调动管理”中办理调入。',
  ]);
  expect(smsTo('13900976811')).toEqual([]);
});

test.each(['unknown', "another unit's", 'not approved'])('%s people are not found', async (who) => {
  if (who === "another unit's") {
    const { learnerId } = await register(server, fixtures, 1, { unitId: fixtures.otherUnitId });
    await fixtures.otherUnit.learners.decide({ learnerIds: [learnerId], decision: 'approve' });
  }
  if (who === 'not approved') {
    await register(server, fixtures, 1);
  }
  await expect(fixtures.unit.transfers.findToRelease({ idNo: idNoOf(1) })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    field: 'idNo',
    message: '本单位审核通过的人员中没有此证件号码，请核对后重新输入',
  });
});

test("another unit's learner, one who is not approved and one who is not there cannot be released", async () => {
  const mine = await register(server, fixtures, 1);
  const theirs = await register(server, fixtures, 2, { unitId: fixtures.otherUnitId });
  await fixtures.otherUnit.learners.decide({ learnerIds: [theirs.learnerId], decision: 'approve' });
  for (const learnerId of [mine.learnerId, theirs.learnerId, '0'.repeat(24)]) {
    await expect(fixtures.unit.transfers.release({ learnerId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  expect(await transferModel(server.platform.mongo).countDocuments()).toBe(0);
});

test.each([
  ['a wrong check digit', '411102198506151230', '身份证号码的校验位不对，请逐位核对'],
  ['half a number', '4111021985', '请输入18位身份证号码，最后一位可以是X'],
  ['nothing', '', '请输入身份证号码'],
])('%s is named', async (_what, idNo, message) => {
  for (const ask of [fixtures.unit.transfers.findToRelease, fixtures.unit.transfers.findToAdmit]) {
    await expect(ask({ idNo })).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'idNo', message });
  }
});

test('a number typed with spaces and a small x is found', async () => {
  const n = Array.from({ length: 40 }, (_, i) => i).find((i) => idNoOf(i).endsWith('X')) ?? 0;
  await approvedLearner(server, fixtures, n);
  const typed = `${idNoOf(n).slice(0, 6)} ${idNoOf(n).slice(6).toLowerCase()}`;
  expect((await fixtures.unit.transfers.findToRelease({ idNo: typed })).name).toBe('陈慧敏');
});

test.each([
  ['itself', () => fixtures.unitId, 'ALREADY_IN_UNIT'],
  ['none that there is', () => '0'.repeat(24), 'UNIT_UNKNOWN'],
])('a release to %s is refused', async (_what, toUnitId, code) => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  await expect(fixtures.unit.transfers.release({ learnerId, toUnitId: toUnitId() })).rejects.toMatchObject({
    code,
    field: 'toUnitId',
  });
});

test('a release that comes after the admission elsewhere leaves nothing behind', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  await fixtures.unit.transfers.release({ learnerId });
  const { learners } = server.services;
  const look = learners.get.bind(learners);
  // Between this release's look and its write the other unit admits him.
  jest.spyOn(learners, 'get').mockImplementationOnce(async (id) => {
    const seen = await look(id);
    await fixtures.otherUnit.transfers.admit({ idNo: idNoOf(1) });
    return seen;
  });
  await expect(fixtures.unit.transfers.release({ learnerId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  jest.restoreAllMocks();
  expect(await transferModel(server.platform.mongo).countDocuments({ open: true })).toBe(0);
  expect((await fixtures.otherUnit.transfers.release({ learnerId })).state).toBe('released');
});

test('ten releases at once: one stands, nine are told that there is one', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, async () => fixtures.unit.transfers.release({ learnerId })),
  );
  const codes = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
  expect(codes).toEqual(Array(9).fill('TRANSFER_OPEN'));
  expect(await audited()).toHaveLength(1);
  expect(await transferModel(server.platform.mongo).countDocuments()).toBe(1);
});

test('an administrator without the 权限 reads the list and moves nobody', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const { client } = await colleague(server, fixtures.unitId, { permissions: ['credit'] });
  await expect(client.transfers.release({ learnerId })).rejects.toMatchObject({
    code: 'PERMISSION_REQUIRED',
  });
  expect((await client.transfers.listTransfers({})).total).toBe(0);
});
