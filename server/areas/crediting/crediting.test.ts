import type { Client } from '@common/contract/client';
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, openScreen } from '../../testing/people';
import { activityModel } from '../activities/model';
import { creditEntryModel } from '../credits/model';
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
const entries = () => creditEntryModel(server.platform.mongo).find().sort({ _id: 1 }).lean();
const batches = () => creditingModel(server.platform.mongo).find().sort({ _id: 1 }).lean();

async function present(count: number): Promise<{ client: Client; learnerId: string }[]> {
  const { show } = await openScreen(server, fixtures);
  const people = [];
  for (let n = 1; n <= count; n += 1) {
    const person = await approvedLearner(server, fixtures, n, { name: '学员' });
    const { claimId } = await person.client.checkIns.scan({ text: (await show()).text });
    await person.client.checkIns.checkIn({ claimId });
    people.push(person);
  }
  return people;
}
const grant = (learnerIds?: string[]) =>
  fixtures.unit.crediting.grant({ activityId: fixtures.activityId, learnerIds, activityDate: '2026-11-21' });

test('grants to those chosen, and later to the rest', async () => {
  const people = await present(3);
  expect(await grant([people[0]?.learnerId ?? ''])).toMatchObject({ granted: 1, alreadyCredited: 0 });
  expect(await grant()).toMatchObject({ granted: 2, alreadyCredited: 1 });
  expect(await entries()).toHaveLength(3);
  await expect(grant()).rejects.toMatchObject({ code: 'NOTHING_TO_CREDIT' });
  const { activityId } = fixtures;
  const left = await fixtures.unit.crediting.attendance({ activityId, only: 'uncredited' });
  expect(left).toMatchObject({ total: 0, creditedPersons: 3 });
});

test('twenty administrators at once credit each person once', async () => {
  await present(4);
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => grant()));
  const granted = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.granted] : []));
  expect(granted.reduce((sum, n) => sum + n, 0)).toBe(4);
  for (const answer of answers) {
    if (answer.status === 'rejected') {
      expect(answer.reason).toMatchObject({ code: 'NOTHING_TO_CREDIT' });
    }
  }
  expect(await entries()).toHaveLength(4);
  // No batch without its entries was left behind.
  expect((await batches()).reduce((sum, { persons }) => sum + persons, 0)).toBe(4);
});

test('overlapping choices of two administrators never double', async () => {
  const people = await present(4);
  const ids = people.map(({ learnerId }) => learnerId);
  await Promise.allSettled([grant(ids.slice(0, 3)), grant(ids.slice(1)), grant(ids)]);
  const all = await entries();
  expect(all).toHaveLength(4);
  expect(new Set(all.map(({ learnerId }) => String(learnerId))).size).toBe(4);
});

test('somebody who was not there is refused, and nobody is credited', async () => {
  const people = await present(1);
  const absent = await approvedLearner(server, fixtures, 9, { name: '缺席' });
  await expect(grant([people[0]?.learnerId ?? '', absent.learnerId])).rejects.toMatchObject({
    code: 'NOT_PRESENT',
  });
  expect(await entries()).toEqual([]);
  expect(await batches()).toEqual([]);
});

test('a day missed makes the attendance ineffective, and says which', async () => {
  await activityModel(server.platform.mongo).updateMany(
    {},
    { $push: { periods: { from: new Date(NINE + DAY), to: new Date(NINE + DAY + 3_600_000) } } },
  );
  const [person] = await present(1);
  const { activityId } = fixtures;
  const { items, effectivePersons, windows } = await fixtures.unit.crediting.attendance({ activityId });
  expect(windows).toHaveLength(2);
  expect(effectivePersons).toBe(0);
  expect(items).toMatchObject([{ swipes: [1, 0], effective: false, reason: '第2个举办周期内没有签到' }]);
  await expect(grant([person?.learnerId ?? ''])).rejects.toMatchObject({ code: 'NOT_PRESENT' });
});

test('another unit sees and grants nothing', async () => {
  await present(1);
  const { activityId } = fixtures;
  const { crediting } = fixtures.otherUnit;
  await expect(crediting.attendance({ activityId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(crediting.grant({ activityId, activityDate: '2026-11-21' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect((await crediting.listCreditings({})).total).toBe(0);
});

test('bad input is named', async () => {
  const { activityId } = fixtures;
  const { crediting } = fixtures.unit;
  await expect(crediting.grant({ activityId, activityDate: '2026-02-30' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'activityDate',
  });
  await expect(
    crediting.grant({ activityId, activityDate: '2026-11-21', learnerIds: [] }),
  ).rejects.toMatchObject({
    field: 'learnerIds',
  });
});

test('the authority approves once; the second approval answers the same and tells nobody again', async () => {
  const [person] = await present(1);
  const { creditingId } = await grant();
  const waiting = await fixtures.authority.crediting.listCreditings({ state: 'waiting' });
  expect(waiting.items).toMatchObject([{ id: creditingId, persons: 1, creditsEach: 200, state: 'waiting' }]);
  const first = await fixtures.authority.crediting.review({ creditingId });
  const second = await fixtures.authority.crediting.review({ creditingId });
  expect(second).toEqual(first);
  expect(first).toMatchObject({ state: 'approved', reviewedBy: '漯河市卫生健康委员会' });
  expect((await person?.client.credits.myCredits({}))?.totals).toMatchObject({ reviewed: 200, pending: 0 });
});

test('an authority approves only what is in its region', async () => {
  await present(1);
  const { creditingId } = await grant();
  const { regionsUnits } = server.services;
  const spy = jest.spyOn(regionsUnits, 'authority').mockImplementation(async (id) => {
    spy.mockRestore();
    const found = await regionsUnits.authority(id);
    return found && { ...found, regionCode: '43' };
  });
  await expect(fixtures.authority.crediting.review({ creditingId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await batches()).toMatchObject([{ state: 'waiting' }]);
});

test('credits are listed by year', async () => {
  const [person] = await present(1);
  await grant();
  expect((await person?.client.credits.myCredits({ year: 2025 }))?.items).toEqual([]);
  server.clock.set(NINE + 60 * DAY);
  const { client } = await server.wechat(1);
  const next = await client.credits.myCredits({});
  expect(next).toMatchObject({ year: 2027, years: [2027, 2026], totals: { total: 0 } });
});
