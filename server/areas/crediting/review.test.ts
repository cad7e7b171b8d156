/** 学分审核: what the authority sees, approves and returns; what stands in the way; whose turn it is, and until when. */
import { authorityClient } from '../../testing/authorities';
import { analyseAndGrant, attendees } from '../../testing/crediting';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { handIn, signedInAgain } from '../../testing/reports';
import { openXlsx } from '../../testing/sheets';
import { analysisRowModel } from '../analyses/model';
import { notificationModel } from '../notifications/model';
import { authorityModel } from '../regions-units/model';
import { creditingModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const DAY = 24 * 3_600_000;
const Crediting = () => creditingModel(server.platform.mongo);

async function granted(persons = 1) {
  const people = await attendees(server, fixtures, persons);
  const batch = await analyseAndGrant(fixtures.unit, fixtures.activityId);
  return { people, creditingId: batch.id, ids: people.map(({ learnerId }) => learnerId) };
}

test('one page tells all: evidence, doubts, units, titles, who it was; and as Excel', async () => {
  const people = await attendees(server, fixtures, 2);
  const analysis = { activityId: fixtures.activityId };
  const { id: creditingId } = await analyseAndGrant(fixtures.unit, analysis.activityId);
  await analysisRowModel(server.platform.mongo).updateOne(
    { learnerId: people[1]?.learnerId },
    { $set: { doubts: ['sharedDevice'] } },
  );
  const { authority } = fixtures;
  const view = await authority.crediting.getCrediting({ creditingId });
  expect(view).toMatchObject({
    unitName: '漯河市中心医院',
    analysis: { no: 1, counts: { effective: 2 } },
    doubts: [{ kind: 'sharedDevice', persons: 1 }],
    units: [{ name: '漯河市中心医院', persons: 2 }],
    titles: [{ title: 'nurse', persons: 2 }],
    faults: [],
    moves: [{ move: 'granted', byName: '漯河市中心医院 王芳' }],
    can: ['approve', 'return', 'revoke'],
  });
  const doubted = await authority.crediting.creditingPersons({ creditingId, show: 'doubted' });
  expect(doubted).toMatchObject({
    total: 1,
    items: [{ learnerId: people[1]?.learnerId, doubts: ['sharedDevice'] }],
  });
  const nobody = await authority.crediting.creditingPersons({ creditingId, q: '没有' });
  expect(nobody.total).toBe(0);

  const file = await authority.crediting.exportCrediting({ creditingId });
  const { rows } = await openXlsx((file as unknown as { bytes: Buffer }).bytes);
  expect(rows).toHaveLength(3);
  expect(rows[2]?.slice(1, 3)).toEqual(['学员', expect.stringMatching(/^4111\*+/)]);
  expect(rows[2]).toEqual(expect.arrayContaining(['I类学分', '2', '6', '已授分']));
});

test('approved once; the second approval answers the same and tells nobody again', async () => {
  const { people, creditingId } = await granted();
  const { authority, unit } = fixtures;
  const answers = await Promise.all([1, 2, 3].map(async () => authority.crediting.approve({ creditingId })));
  expect(answers[0]).toMatchObject({
    state: 'approved',
    reviewedBy: '漯河市卫生健康委员会',
    ...{ waitingFor: null, reviewDueOn: null, daysLeft: null, can: ['revoke'] },
  });
  expect(answers[1]).toEqual(answers[0]);
  const { moves } = await authority.crediting.getCrediting({ creditingId });
  expect(moves.map(({ move }) => move)).toEqual(['approved', 'granted']);
  expect((await people[0]?.client.credits.myCredits({}))?.totals).toMatchObject({
    reviewed: 200,
    pending: 0,
  });
  const told = await notificationModel(server.platform.mongo).find({ title: '学分审核通过' }).lean();
  expect(told).toHaveLength(1);
  await expect(authority.crediting.returnCrediting({ creditingId, reason: '晚了' })).rejects.toMatchObject({
    code: 'MOVE_REFUSED',
  });
  await expect(unit.crediting.resubmit({ creditingId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' });
});

test('who could not be told of the approval is told by the next sweep, once by however many', async () => {
  const { creditingId } = await granted(2);
  const told = async () => notificationModel(server.platform.mongo).countDocuments({ title: '学分审核通过' });
  const { crediting, notifications } = server.services;
  const spy = jest.spyOn(notifications, 'credits').mockRejectedValueOnce(new Error('store away'));
  expect(await fixtures.authority.crediting.approve({ creditingId })).toMatchObject({ state: 'approved' });
  spy.mockRestore();
  await crediting.sweep();
  expect(await told()).toBe(0);
  server.clock.pass(61_000);
  await Promise.all([crediting.sweep(), crediting.sweep()]);
  expect(await told()).toBe(2);
  expect(await Crediting().countDocuments({ untoldSince: { $exists: true } })).toBe(0);
});

test('returned with a reason, mended, handed in again with a new day; the learner sees it stays pending', async () => {
  const { people, creditingId } = await granted();
  const { authority, unit } = fixtures;
  const returned = await authority.crediting.returnCrediting({ creditingId, reason: '考勤周期设置有误' });
  expect(returned).toMatchObject({
    ...{ state: 'returned', returnReason: '考勤周期设置有误', waitingFor: '漯河市中心医院', daysLeft: null },
    can: ['revoke'],
  });
  expect((await people[0]?.client.credits.myCredits({}))?.items).toMatchObject([
    { state: 'returned', reviewed: false, opinion: '考勤周期设置有误', waitingFor: '漯河市中心医院' },
  ]);
  expect(await unit.crediting.listCreditings({ state: 'mine' })).toMatchObject({
    mine: 1,
    items: [{ id: creditingId, can: ['submit', 'revoke'] }],
  });
  expect((await authority.crediting.listCreditings({ state: 'mine' })).mine).toBe(0);
  await expect(authority.crediting.approve({ creditingId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' });

  server.clock.pass(3 * DAY);
  const again = await signedInAgain(server, fixtures);
  expect(await again.unit.crediting.resubmit({ creditingId, note: '已核对' })).toMatchObject({
    ...{
      state: 'waiting',
      returnReason: null,
      waitingFor: '漯河市卫生健康委员会',
      reviewDueOn: '2026-12-08',
    },
  });
  expect(await again.authority.crediting.approve({ creditingId })).toMatchObject({ state: 'approved' });
});

test('凡是未经考勤分析所授学分，一律审核不通过: what an older version granted is refused, also among many', async () => {
  const { creditingId } = await granted();
  const { _id, activityId, unitId, activityDate, creditsEach, persons, state, grantedAt, grantedBy } =
    await Crediting().findById(creditingId).orFail().lean();
  const older = { _id, activityId, unitId, activityDate, creditsEach, persons, state, grantedAt, grantedBy };
  await Crediting().collection.replaceOne({ _id }, older);
  await server.services.crediting.completeOld();
  await server.services.crediting.completeOld();
  expect((await fixtures.unit.crediting.listCreditings({})).items).toMatchObject([
    { kind: 'participants', persons: 1, reviewDueOn: '2026-12-05', waitingFor: '漯河市卫生健康委员会' },
  ]);
  const { authority } = fixtures;
  const { faults, analysis } = await authority.crediting.getCrediting({ creditingId });
  expect({ faults, analysis }).toEqual({
    faults: [expect.stringContaining('未经考勤分析所授学分，一律审核不通过')],
    analysis: null,
  });
  await expect(authority.crediting.approve({ creditingId })).rejects.toMatchObject({
    code: 'CREDITING_NOT_ANALYSED',
  });
  expect(await authority.crediting.approveMany({ creditingIds: [creditingId, fixtures.unitId] })).toEqual({
    approved: 0,
    skipped: [
      { id: creditingId, activityName: '外科护理学新进展学习班', message: faults[0] },
      { id: fixtures.unitId, activityName: '', message: expect.any(String) },
    ],
  });
});

test('where the authority demands the report, it must have been handed in', async () => {
  const { creditingId } = await granted();
  const { authority } = fixtures;
  const { rules } = await authority.creditRules.creditRules({});
  await authority.creditRules.setCreditRules({ ...rules, isReportRequired: true });
  await expect(authority.crediting.approve({ creditingId })).rejects.toMatchObject({
    code: 'REPORT_REQUIRED',
  });
  server.clock.pass(10 * 3_600_000);
  await server.services.reports.sweep();
  await authorityClient(server, '41');
  await authorityClient(server, '');
  await handIn(fixtures.unit, fixtures.activityId);
  expect(await authority.crediting.approveMany({ creditingIds: [creditingId] })).toEqual({
    approved: 1,
    skipped: [],
  });
});

test('mine is what waits for me; those above see it, those beside do not; late is past its day', async () => {
  const { creditingId } = await granted();
  const { authority, unit } = fixtures;
  const above = await authorityClient(server, '41');
  const beside = await authorityClient(server, '43');
  const seen = async (client: typeof above, state: 'all' | 'mine' | 'late' = 'all') => {
    const { items, total, mine, late } = await client.crediting.listCreditings({ state, q: '外科护理' });
    return { ids: items.map(({ id }) => id), total, mine, late };
  };
  const one = { ids: [creditingId], total: 1 };
  const none = { ids: [], total: 0 };
  expect(await seen(authority, 'mine')).toEqual({ ...one, mine: 1, late: 0 });
  expect(await seen(above, 'mine')).toEqual({ ...none, mine: 0, late: 0 });
  expect(await seen(above)).toEqual({ ...one, mine: 0, late: 0 });
  expect(await seen(beside)).toEqual({ ...none, mine: 0, late: 0 });
  for (const refused of [
    beside.crediting.approve({ creditingId }),
    beside.crediting.returnCrediting({ creditingId, reason: '不属' }),
    beside.crediting.revokeReviewed({ creditingId, learnerIds: [fixtures.unitId], reason: '不属' }),
    beside.crediting.approveMany({ creditingIds: [creditingId] }),
  ]) {
    await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  const overview = async () => ({
    unit: (await unit.overview.unitOverview({})).waitingCreditings,
    authority: (await authority.overview.authorityOverview({})).waitingCreditings,
    above: (await above.overview.authorityOverview({})).waitingCreditings,
  });
  expect(await overview()).toEqual({ unit: 1, authority: 1, above: 0 });
  await authority.crediting.returnCrediting({ creditingId, reason: '退' });
  expect(await overview()).toEqual({ unit: 0, authority: 0, above: 0 });
  expect((await unit.overview.unitOverview({})).returnedCreditings).toBe(1);
  await unit.crediting.resubmit({ creditingId });

  server.clock.pass(15 * DAY);
  const again = await signedInAgain(server, fixtures);
  expect(await seen(again.authority, 'late')).toEqual({ ...one, mine: 1, late: 1 });
  expect(await again.authority.crediting.getCrediting({ creditingId })).toMatchObject({
    reviewDueOn: '2026-12-05',
    daysLeft: -1,
  });
});

test('where nobody is above, it waits for those above all the same, and whoever comes can review it', async () => {
  await authorityModel(server.platform.mongo).deleteMany({});
  const { people, creditingId } = await granted();
  expect((await people[0]?.client.credits.myCredits({}))?.items).toMatchObject([
    { waitingFor: '上级卫生行政部门' },
  ]);
  const nation = await authorityClient(server, '');
  expect(await nation.crediting.approve({ creditingId })).toMatchObject({ state: 'approved' });
});
