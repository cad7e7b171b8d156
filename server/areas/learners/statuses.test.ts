/** 人员状态: kept by the unit, with days, never two at once. */
import type { StatusPeriod } from '@common/contract/profile';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, colleague } from '../../testing/people';
import { auditModel } from '../audit/model';
import { learnerModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
let learnerId: string;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  ({ learnerId } = await approvedLearner(server, fixtures, 1, { name: '王志强' }));
});
afterAll(async () => server.stop());

type Given = Omit<StatusPeriod, 'id' | 'reason'> & { reason?: string };
const period = (from: string, to: string | null, status: Given['status'] = 'maternityLeave'): Given => ({
  status,
  from,
  to,
});
const add = async (given: Given) => fixtures.unit.learners.addStatusPeriod({ learnerId, ...given });
const end = async (statusId: string, to: string | null) =>
  fixtures.unit.learners.endStatusPeriod({ learnerId, statusId, to });
const idOf = (profile: { statusPeriods: StatusPeriod[] }, from: string) =>
  profile.statusPeriods.find((each) => each.from === from)?.id ?? '';
const audited = async () =>
  (
    await auditModel(server.platform.mongo)
      .find({ action: /^learner\.status/ })
      .sort({ sequence: 1 })
      .lean()
  ).map(({ action, reason, subject }) => `${action} ${reason} ${subject === `learner:${learnerId}`}`);

test('a period holds on its days, and the list of the unit says so', async () => {
  const profile = await add({ ...period('2026-11-20', '2026-11-21'), reason: '产假' });
  expect(profile).toMatchObject({
    status: 'maternityLeave',
    statusPeriods: [{ status: 'maternityLeave', from: '2026-11-20', to: '2026-11-21', reason: '产假' }],
  });
  // By the service: a session in an office does not last until midnight.
  const all = {
    state: 'all',
    status: 'all',
    q: '',
    department: '',
    page: 1,
    pageSize: 20,
  } as const;
  const row = async () => (await server.services.learners.list(fixtures.unitId, all)).items[0]?.status;
  expect(await row()).toBe('maternityLeave');
  // Midnight in China, not in London.
  server.clock.set(Date.parse('2026-11-21T15:59:59Z'));
  expect(await row()).toBe('maternityLeave');
  server.clock.set(Date.parse('2026-11-21T16:00:00Z'));
  expect(await row()).toBe('active');
  expect(await audited()).toEqual(['learner.status-added 产假 2026-11-20 至 2026-11-21 true']);
});

test('he sees it himself, the latest first', async () => {
  const { client } = await approvedLearner(server, fixtures, 2);
  const { id } = await client.learners.myProfile({});
  await fixtures.unit.learners.addStatusPeriod({ learnerId: id, ...period('2025-01-01', '2025-06-30') });
  await fixtures.unit.learners.addStatusPeriod({ learnerId: id, ...period('2026-11-01', null, 'exempt') });
  expect(await client.learners.myProfile({})).toMatchObject({
    status: 'exempt',
    statusPeriods: [{ from: '2026-11-01', to: null }, { from: '2025-01-01' }],
  });
});

test.each([
  ['on a day in common', period('2026-06-30', '2026-07-31')],
  ['within it', period('2026-03-01', '2026-03-01', 'exempt')],
  ['around it', period('2025-01-01', null, 'exempt')],
  ['a cancellation before it', period('2025-12-31', null, 'cancelled')],
])('one that overlaps is refused: %s', async (_what, given) => {
  await add(period('2026-01-01', '2026-06-30'));
  await expect(add(given)).rejects.toMatchObject({
    code: 'STATUS_OVERLAP',
    message: '该时间段与已有的人员状态重叠',
  });
});

test('next to it there is room', async () => {
  await add(period('2026-01-01', '2026-06-30'));
  await add(period('2025-07-01', '2025-12-31'));
  expect((await add(period('2026-07-01', null, 'cancelled'))).statusPeriods).toHaveLength(3);
  await expect(add(period('2030-01-01', '2030-01-31'))).rejects.toMatchObject({ code: 'STATUS_OVERLAP' });
});

test.each([
  [period('2026-03-01', '2026-02-28'), 'to', '止日不能早于起日'],
  [period('2026-03-01', '2026-03-31', 'cancelled'), 'to', '注销没有止日，请留空；登记有误时请撤销该段'],
  [period('2026-02-30', null), 'from', '日期格式不正确'],
  [{ ...period('2026-03-01', null), reason: '长'.repeat(201) }, 'reason', '原因最多200字'],
])('%j is named', async (given, field, message) => {
  await expect(add(given)).rejects.toMatchObject({ code: 'INVALID_INPUT', field, message });
});

test('ten administrators at once: one period stands, nine are told', async () => {
  const { client } = await colleague(server, fixtures.unitId);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, async (_, n) =>
      (n % 2 ? client : fixtures.unit).learners.addStatusPeriod({
        learnerId,
        ...period(`2026-01-0${1 + (n % 9)}`, '2026-06-30'),
      }),
    ),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') {
      expect(outcome.reason).toMatchObject({ code: 'STATUS_OVERLAP' });
    }
  }
  expect((await learnerModel(server.platform.mongo).findById(learnerId).lean())?.statusPeriods).toHaveLength(
    1,
  );
  expect(await audited()).toHaveLength(1);
});

describe('the last day', () => {
  test('is set, moved and opened again', async () => {
    const statusId = idOf(await add(period('2026-01-01', null)), '2026-01-01');
    expect((await end(statusId, '2026-06-30')).statusPeriods).toMatchObject([{ to: '2026-06-30' }]);
    expect((await end(statusId, '2026-05-31')).statusPeriods).toMatchObject([{ to: '2026-05-31' }]);
    expect((await end(statusId, null)).statusPeriods).toMatchObject([{ to: null }]);
    expect(await audited()).toEqual([
      'learner.status-added 产假 2026-01-01 至 长期 true',
      'learner.status-changed 产假 2026-01-01 至 2026-06-30 true',
      'learner.status-changed 产假 2026-01-01 至 2026-05-31 true',
      'learner.status-changed 产假 2026-01-01 至 长期 true',
    ]);
  });

  test('does not run into the next period', async () => {
    await add(period('2026-09-01', '2026-12-31', 'exempt'));
    const statusId = idOf(await add(period('2026-01-01', '2026-06-30')), '2026-01-01');
    for (const to of ['2026-09-01', null]) {
      await expect(end(statusId, to)).rejects.toMatchObject({ code: 'STATUS_OVERLAP', field: 'to' });
    }
    expect((await end(statusId, '2026-08-31')).statusPeriods.map(({ to }) => to)).toEqual([
      '2026-12-31',
      '2026-08-31',
    ]);
  });

  test('before the first takes the period away', async () => {
    await add(period('2026-09-01', null, 'cancelled'));
    const statusId = idOf(await add(period('2026-01-01', '2026-06-30')), '2026-01-01');
    expect((await end(statusId, '2025-12-31')).statusPeriods).toMatchObject([{ status: 'cancelled' }]);
    expect((await audited()).at(-1)).toBe('learner.status-removed 产假 2026-01-01 至 2026-06-30 true');
    await expect(end(statusId, '2026-12-31')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a cancellation has none, but can be taken away', async () => {
    const statusId = idOf(await add(period('2026-01-01', null, 'cancelled')), '2026-01-01');
    await expect(end(statusId, '2026-12-31')).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'to' });
    expect((await end(statusId, '2025-12-31')).status).toBe('active');
  });
});

test('the list is filtered by the status of today', async () => {
  await add(period('2026-11-01', '2026-11-30'));
  await approvedLearner(server, fixtures, 2, { name: '李雪梅' });
  const exempt = await approvedLearner(server, fixtures, 3, { name: '张建国' });
  await fixtures.unit.learners.addStatusPeriod({
    learnerId: exempt.learnerId,
    ...period('2026-11-21', null, 'exempt'),
  });
  const past = await approvedLearner(server, fixtures, 4, { name: '赵丽华' });
  await fixtures.unit.learners.addStatusPeriod({
    learnerId: past.learnerId,
    ...period('2026-01-01', '2026-11-20'),
  });
  const names = async (status: 'active' | 'maternityLeave' | 'exempt' | 'cancelled' | 'all') =>
    (await fixtures.unit.learners.listLearners({ state: 'all', status })).items.map(({ name }) => name);
  expect(await names('maternityLeave')).toEqual(['王志强']);
  expect(await names('exempt')).toEqual(['张建国']);
  expect(await names('cancelled')).toEqual([]);
  expect(await names('active')).toEqual(['李雪梅', '赵丽华']);
  expect(await names('all')).toHaveLength(4);
});
