/** 审核: each learner is decided once, by his own unit. */
import { isPersonnelNo } from '@common/rules/personnelNo';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, colleague, register } from '../../testing/people';
import { auditModel } from '../audit/model';
import { notificationModel } from '../notifications/model';
import { counterModel, learnerModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const stateOf = async (learnerId: string) =>
  (await learnerModel(server.platform.mongo).findById(learnerId).lean())?.approval;
const audited = async () =>
  (
    await auditModel(server.platform.mongo)
      .find({ action: { $in: ['learner.approved', 'learner.rejected'] } })
      .sort({ _id: 1 })
      .lean()
  ).map(({ action, subject }) => `${action} ${subject}`);
async function registerMany(count: number, unitId = fixtures.unitId, from = 1): Promise<string[]> {
  const learnerIds: string[] = [];
  for (let n = 0; n < count; n += 1) {
    learnerIds.push((await register(server, fixtures, from + n, { unitId })).learnerId);
  }
  return learnerIds;
}

test('approving one gives the card and says when', async () => {
  const { client, learnerId } = await register(server, fixtures, 1);
  server.clock.pass(60_000);
  expect(await fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'approve' })).toEqual({
    changed: 1,
    results: [{ learnerId, state: 'approved', changed: true, isNewer: false }],
  });
  const { learner } = await client.accounts.me({});
  expect(isPersonnelNo(learner?.personnelNo ?? '')).toBe(true);
  expect(learner?.approval).toEqual({
    state: 'approved',
    reason: null,
    submittedAt: new Date(server.clock.now() - 60_000).toISOString(),
    decidedAt: new Date(server.clock.now()).toISOString(),
  });
  expect(await audited()).toEqual([`learner.approved learner:${learnerId}`]);
});

test('rejecting tells the reason and gives no card', async () => {
  const { client, learnerId } = await register(server, fixtures, 1);
  await fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'reject', reason: ' 姓名有误 ' });
  expect((await client.accounts.me({})).learner).toMatchObject({
    personnelNo: null,
    approval: { state: 'rejected', reason: '姓名有误' },
  });
});

test.each([undefined, '', '   '])(
  'rejecting with reason %j is refused and changes nothing',
  async (reason) => {
    const { learnerId } = await register(server, fixtures, 1);
    await expect(
      fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'reject', reason }),
    ).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
      message: '请填写审核不通过的原因',
      field: 'reason',
    });
    expect((await stateOf(learnerId))?.state).toBe('pending');
  },
);

test.each([
  ['nobody', { learnerIds: [] }, 'learnerIds', '请选择人员'],
  ['too many', { learnerIds: Array(201).fill('0'.repeat(24)) }, 'learnerIds', '一次最多审核200人'],
  ['no id', { learnerIds: ['x'] }, 'learnerIds.0', '编号格式不正确'],
  ['a long reason', { learnerIds: ['0'.repeat(24)], reason: '长'.repeat(201) }, 'reason', '原因最多200字'],
])('%s is named', async (_what, given, field, message) => {
  await expect(fixtures.unit.learners.decide({ decision: 'approve', ...given })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field,
    message,
  });
});

test.each(['approve', 'reject'] as const)('sixty at once: %s', async (decision) => {
  const learnerIds = await registerMany(60);
  const { changed, results } = await fixtures.unit.learners.decide({
    learnerIds,
    decision,
    reason: '资料不全',
  });
  expect(changed).toBe(60);
  expect(results.map(({ learnerId }) => learnerId).sort()).toEqual([...learnerIds].sort());
  expect((await fixtures.unit.learners.listLearners({})).total).toBe(0);
  const state = decision === 'approve' ? 'approved' : 'rejected';
  expect((await fixtures.unit.learners.listLearners({ state })).total).toBe(60);
  expect(await server.services.audit.firstBroken()).toBeNull();
  expect(await audited()).toHaveLength(60);
});

test('a second decision changes nothing and reports what stands', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const before = await stateOf(learnerId);
  server.clock.pass(1000);
  for (const decision of ['reject', 'approve'] as const) {
    expect(
      await fixtures.unit.learners.decide({ learnerIds: [learnerId], decision, reason: '误操作' }),
    ).toEqual({ changed: 0, results: [{ learnerId, state: 'approved', changed: false, isNewer: false }] });
  }
  expect(await stateOf(learnerId)).toEqual(before);
  expect(await audited()).toHaveLength(1);
});

test('one learner named twice is decided once', async () => {
  const { learnerId } = await register(server, fixtures, 1);
  const answer = await fixtures.unit.learners.decide({
    learnerIds: [learnerId, learnerId],
    decision: 'approve',
  });
  expect(answer.results).toHaveLength(1);
});

test('two administrators at once, for and against: each learner is decided once', async () => {
  const learnerIds = await registerMany(20);
  const { client } = await colleague(server, fixtures.unitId);
  const answers = await Promise.all([
    fixtures.unit.learners.decide({ learnerIds, decision: 'approve' }),
    client.learners.decide({
      learnerIds: [...learnerIds].reverse(),
      decision: 'reject',
      reason: '不是本单位',
    }),
    fixtures.unit.learners.decide({ learnerIds, decision: 'approve' }),
  ]);
  expect(answers.reduce((sum, { changed }) => sum + changed, 0)).toBe(20);
  for (const learnerId of learnerIds) {
    const deciders = answers.flatMap(({ results }) => results.filter((r) => r.learnerId === learnerId));
    expect(deciders.filter(({ changed }) => changed)).toHaveLength(1);
    const state = (await stateOf(learnerId))?.state;
    expect(deciders.every((result) => result.state === state)).toBe(true);
  }
  expect(await audited()).toHaveLength(20);
  expect(await notificationModel(server.platform.mongo).countDocuments()).toBe(20);
});

test("another unit's learners are left out and untouched", async () => {
  const [mine = ''] = await registerMany(1);
  const [theirs = ''] = await registerMany(1, fixtures.otherUnitId, 10);
  const learnerIds = [theirs, mine, '0'.repeat(24)];
  expect(await fixtures.unit.learners.decide({ learnerIds, decision: 'approve' })).toEqual({
    changed: 1,
    results: [{ learnerId: mine, state: 'approved', changed: true, isNewer: false }],
  });
  expect(await stateOf(theirs)).toMatchObject({ state: 'pending' });
  await expect(
    fixtures.authority.learners.decide({ learnerIds: [theirs], decision: 'approve' }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('cards are all different and valid across approvals in parallel', async () => {
  const mine = await registerMany(15);
  const theirs = await registerMany(15, fixtures.otherUnitId, 16);
  await Promise.all([
    ...mine.map(async (id) => fixtures.unit.learners.decide({ learnerIds: [id], decision: 'approve' })),
    ...theirs.map(async (id) =>
      fixtures.otherUnit.learners.decide({ learnerIds: [id], decision: 'approve' }),
    ),
  ]);
  const cards = (await learnerModel(server.platform.mongo).find().sort({ _id: 1 }).lean()).map(
    ({ personnelNo }) => personnelNo,
  );
  expect(new Set(cards).size).toBe(30);
  expect(cards.every((card) => isPersonnelNo(card ?? ''))).toBe(true);
  expect(await server.services.audit.firstBroken()).toBeNull();
});

test('a counter that fell behind gives nobody the card of another', async () => {
  const [first = '', second = '', third = ''] = await registerMany(3);
  await fixtures.unit.learners.decide({ learnerIds: [first, second], decision: 'approve' });
  await counterModel(server.platform.mongo).updateOne({ _id: 'personnelNo' }, { $set: { value: 0 } });
  expect((await fixtures.unit.learners.decide({ learnerIds: [third], decision: 'approve' })).changed).toBe(1);
  const cards = await learnerModel(server.platform.mongo).distinct('personnelNo');
  expect(cards).toHaveLength(3);
});

describe('the list was read before', () => {
  const asOf = async () => (await fixtures.unit.learners.listLearners({})).asOf;

  test('who changed his data since waits for a second look', async () => {
    const { client, learnerId } = await register(server, fixtures, 1);
    const { learnerId: other } = await register(server, fixtures, 2);
    const read = await asOf();
    server.clock.pass(1000);
    await client.learners.resubmit({ name: '李雪梅', title: 'chiefNurse', unitId: fixtures.unitId });
    const learnerIds = [learnerId, other];
    const { changed, results } = await fixtures.unit.learners.decide({
      learnerIds,
      decision: 'approve',
      asOf: read,
    });
    expect(changed).toBe(1);
    expect(results).toEqual(
      expect.arrayContaining([
        { learnerId, state: 'pending', changed: false, isNewer: true },
        { learnerId: other, state: 'approved', changed: true, isNewer: false },
      ]),
    );
    expect(
      await fixtures.unit.learners.decide({ learnerIds, decision: 'approve', asOf: await asOf() }),
    ).toMatchObject({ changed: 1 });
  });

  test('who was decided by a colleague since is reported, not newer', async () => {
    const { learnerId } = await register(server, fixtures, 1);
    const read = await asOf();
    const { client, administratorId } = await colleague(server, fixtures.unitId);
    await client.learners.decide({ learnerIds: [learnerId], decision: 'approve', asOf: read });
    expect(
      await fixtures.unit.learners.decide({
        learnerIds: [learnerId],
        decision: 'reject',
        reason: '资料不全',
        asOf: read,
      }),
    ).toEqual({ changed: 0, results: [{ learnerId, state: 'approved', changed: false, isNewer: false }] });
    const [entry] = await auditModel(server.platform.mongo)
      .find({ action: 'learner.approved' })
      .sort({ _id: 1 })
      .lean();
    expect(entry?.actor).toMatchObject({ kind: 'unit', id: fixtures.unitId, administratorId });
  });

  test.each(['yesterday', '2026-11-21'])('%j is no moment', async (given) => {
    await expect(
      fixtures.unit.learners.decide({ learnerIds: ['0'.repeat(24)], decision: 'approve', asOf: given }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'asOf' });
  });
});

test('without the 权限 nobody is decided on', async () => {
  const { learnerId } = await register(server, fixtures, 1);
  const { client } = await colleague(server, fixtures.unitId, { permissions: ['readPersonalData'] });
  await expect(
    client.learners.decide({ learnerIds: [learnerId], decision: 'approve' }),
  ).rejects.toMatchObject({ code: 'PERMISSION_REQUIRED' });
  expect((await client.learners.listLearners({})).total).toBe(1);
  expect((await stateOf(learnerId))?.state).toBe('pending');
});
