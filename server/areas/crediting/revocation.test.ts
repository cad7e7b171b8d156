/** 撤销学分: a counter entry with its reason; nothing is edited, and who was revoked can be granted again. */
import { analyse, attendees } from '../../testing/crediting';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { creditEntryModel } from '../credits/model';
import { notificationModel } from '../notifications/model';

let server: TestServer;
let fixtures: Fixtures;
let ids: string[];
let creditingId: string;
let learner: Awaited<ReturnType<typeof attendees>>[number];
let grant: () => ReturnType<Fixtures['unit']['crediting']['grant']>;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  const people = await attendees(server, fixtures, 2);
  [learner] = people as [typeof learner];
  ids = people.map(({ learnerId }) => learnerId);
  const { activityId, unit } = fixtures;
  const { id: analysisId } = await analyse(unit, activityId);
  grant = async () => unit.crediting.grant({ activityId, analysisId, activityDate: '2026-11-21' });
  creditingId = (await grant()).id;
});
afterAll(async () => server.stop());

const entries = async () => {
  const found = await creditEntryModel(server.platform.mongo)
    .find({ learnerId: ids[0] })
    .sort({ _id: 1 })
    .lean();
  return found.map(({ kind, round, credits }) => [kind, round, credits]);
};

test('by the unit before the review, once by however many; then granted again by a new batch', async () => {
  const { unit } = fixtures;
  const revoke = async () =>
    unit.crediting.revoke({ creditingId, learnerIds: ids.slice(0, 1), reason: '代刷卡' });
  const answers = await Promise.all([revoke(), revoke(), revoke()]);
  expect(answers.reduce((sum, { revoked }) => sum + revoked, 0)).toBe(1);
  expect(await revoke()).toEqual({ revoked: 0, skipped: 1 });
  expect(await entries()).toEqual([
    ['grant', 0, 200],
    ['revocation', 0, -200],
  ]);
  expect(await unit.crediting.getCrediting({ creditingId })).toMatchObject({
    ...{ persons: 1, revokedPersons: 1, state: 'waiting' },
    moves: [{ move: 'revoked', reason: '1人：代刷卡', byName: '漯河市中心医院 王芳' }, { move: 'granted' }],
  });
  expect(await unit.crediting.creditingPersons({ creditingId, show: 'revoked' })).toMatchObject({
    total: 1,
    items: [{ learnerId: ids[0], state: 'revoked', reason: '代刷卡', byName: '漯河市中心医院 王芳' }],
  });
  expect((await learner.client.credits.myCredits({})).totals).toMatchObject({ total: 0, pending: 0 });
  const told = await notificationModel(server.platform.mongo)
    .find({ learnerId: ids[0], kind: 'credit' })
    .lean();
  expect(told.map(({ title }) => title)).toEqual(['学分已授予，待审核', expect.stringContaining('撤销')]);

  expect(await grant()).toMatchObject({ persons: 1, alreadyCredited: 1 });
  expect((await entries())[2]).toEqual(['grant', 1, 200]);
  expect((await learner.client.credits.myCredits({})).totals).toMatchObject({ total: 200 });
});

test('what is reviewed only the authority takes back', async () => {
  const { unit, authority } = fixtures;
  await authority.crediting.approve({ creditingId });
  const given = { creditingId, learnerIds: ids, reason: '查实未到场' };
  await expect(unit.crediting.revoke(given)).rejects.toMatchObject({
    code: 'MOVE_REFUSED',
    message: expect.stringContaining('只能由行政部门撤销'),
  });
  expect(await authority.crediting.revokeReviewed(given)).toEqual({ revoked: 2, skipped: 0 });
  expect(await authority.crediting.getCrediting({ creditingId })).toMatchObject({
    ...{ state: 'approved', persons: 0, revokedPersons: 2, can: [] },
  });
});

test('a batch from which everybody was revoked waits for nobody', async () => {
  const { unit, authority } = fixtures;
  await unit.crediting.revoke({ creditingId, learnerIds: ids, reason: '整批录错' });
  const row = { persons: 0, state: 'waiting', waitingFor: null, reviewDueOn: null, can: [] };
  expect((await unit.crediting.listCreditings({})).items).toMatchObject([row]);
  for (const state of ['mine', 'waiting'] as const) {
    expect(await authority.crediting.listCreditings({ state })).toMatchObject({ total: 0, mine: 0 });
  }
  await expect(authority.crediting.approve({ creditingId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' });
});

test('nor does it wait for anybody where it was being handed in again meanwhile', async () => {
  const { unit, authority } = fixtures;
  await authority.crediting.returnCrediting({ creditingId, reason: '名单有误' });
  const { regionsUnits } = server.services;
  const over = regionsUnits.authorityOver;
  const spy = jest.spyOn(regionsUnits, 'authorityOver').mockImplementationOnce(async (regionCode) => {
    await unit.crediting.revoke({ creditingId, learnerIds: ids, reason: '整批录错' });
    return over(regionCode);
  });
  await expect(unit.crediting.resubmit({ creditingId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' });
  spy.mockRestore();
  expect(await unit.crediting.getCrediting({ creditingId })).toMatchObject({ persons: 0, waitingFor: null });
  expect((await unit.crediting.listCreditings({ state: 'mine' })).mine).toBe(0);
});

test('approved at the very moment: the unit takes nothing back any more', async () => {
  const { unit, authority } = fixtures;
  const { activities } = server.services;
  const get = activities.get;
  const spy = jest.spyOn(activities, 'get').mockImplementationOnce(async (activityId) => {
    await authority.crediting.approve({ creditingId });
    return get(activityId);
  });
  const revoked = unit.crediting.revoke({ creditingId, learnerIds: ids, reason: '代刷卡' });
  await expect(revoked).rejects.toMatchObject({ code: 'MOVE_REFUSED' });
  spy.mockRestore();
  expect(await entries()).toEqual([['grant', 0, 200]]);
});

test('all of it or nothing: where the messages cannot be kept, nothing is revoked', async () => {
  const { unit } = fixtures;
  const given = { creditingId, learnerIds: ids, reason: '代刷卡' };
  const spy = jest
    .spyOn(server.services.notifications, 'credits')
    .mockRejectedValueOnce(new Error('store away'));
  await expect(unit.crediting.revoke(given)).rejects.toMatchObject({ code: 'INTERNAL' });
  spy.mockRestore();
  expect(await entries()).toEqual([['grant', 0, 200]]);
  expect(await unit.crediting.revoke(given)).toEqual({ revoked: 2, skipped: 0 });
});
