/** What a learner sees of his credits, and that a look-up reads his own entries and nothing else. */
import { Types } from 'mongoose';
import { analyseAndGrant, attendees } from '../../testing/crediting';
import { COLLECTION_SCAN, explainReads } from '../../testing/explain';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner } from '../../testing/people';
import { type CreditEntryDoc, creditEntryModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const ABOVE = '漯河市卫生健康委员会';
const TOTALS = { total: 200, reviewed: 0, pending: 200, classI: 200, classII: 0, other: 0, minutes: 360 };
const NOTHING = { total: 0, reviewed: 0, pending: 0, classI: 0, classII: 0, other: 0, minutes: 0 };

test('pending, returned, reviewed, revoked: always in sight, with whom it waits for and why', async () => {
  const [person] = await attendees(server, fixtures, 1);
  const { client, learnerId } = person as NonNullable<typeof person>;
  /** What the mini-program shows, and the official account says the same. */
  async function mine() {
    const shown = await client.credits.myCredits({});
    const { year, required, totals, items } = shown;
    const said = await server.services.credits.yearCredits(learnerId);
    expect(JSON.parse(JSON.stringify(said))).toEqual({ year, required, totals, items });
    return shown;
  }
  expect(await mine()).toMatchObject({ years: [2026], totals: NOTHING, byLevel: [], items: [] });

  const { id: creditingId } = await analyseAndGrant(fixtures.unit, fixtures.activityId);
  const pending = await mine();
  expect(pending).toMatchObject({
    year: 2026,
    totals: TOTALS,
    byLevel: [{ level: 'national', credits: 200, minutes: 360 }],
    items: [
      {
        activityId: fixtures.activityId,
        activityDate: '2026-11-21',
        startedOn: '2026-11-21',
        endedOn: '2026-11-21',
        discipline: '护理学/外科护理学',
        role: 'participant',
        state: 'pending',
        reviewed: false,
        waitingFor: ABOVE,
        opinion: null,
      },
    ],
  });

  await fixtures.authority.crediting.returnCrediting({ creditingId, reason: '请核对名单' });
  expect(await mine()).toMatchObject({
    totals: TOTALS,
    items: [{ state: 'returned', waitingFor: '漯河市中心医院', opinion: '请核对名单' }],
  });
  await fixtures.unit.crediting.resubmit({ creditingId });
  await fixtures.authority.crediting.approve({ creditingId });
  expect(await mine()).toMatchObject({
    totals: { ...TOTALS, reviewed: 200, pending: 0 },
    items: [{ state: 'reviewed', reviewed: true, waitingFor: null, opinion: null }],
  });
  expect((await client.activities.myActivities({})).items.map(({ stages }) => stages.at(-1))).toEqual([
    { name: '审核', state: 'done', waitingFor: null },
  ]);

  await fixtures.authority.crediting.revokeReviewed({ creditingId, learnerIds: [learnerId], reason: '代签' });
  expect(await mine()).toMatchObject({
    totals: NOTHING,
    byLevel: [],
    items: [
      { id: pending.items[0]?.id, state: 'revoked', reviewed: false, waitingFor: null, opinion: '代签' },
    ],
  });
  expect((await client.activities.myActivities({})).items.map(({ stages }) => stages.slice(-2))).toEqual([
    [
      { name: '授分', state: 'ahead', waitingFor: null },
      { name: '审核', state: 'ahead', waitingFor: null },
    ],
  ]);
});

/** Entries of the fixtures' activity in other years, of another class, of others. */
async function history(learnerId: string, creditingId: string, unitId: string) {
  const CreditEntry = creditEntryModel(server.platform.mongo);
  const entry = (activityDate: string, given: Partial<CreditEntryDoc> = {}) => ({
    kind: 'grant' as const,
    learnerId: new Types.ObjectId(learnerId),
    year: Number(activityDate.slice(0, 4)),
    creditClass: 'classI' as const,
    ...{ credits: 100, minutes: 180, activityDate },
    ...{ sourceKind: 'activity' as const, sourceId: new Types.ObjectId(fixtures.activityId) },
    ...{ role: 'participant' as const, round: 0, creditingId: new Types.ObjectId(creditingId) },
    grantedAt: new Date(server.clock.now()),
    ...{ unitId: new Types.ObjectId(unitId), department: '', regionCode: '411102', level: 'city' as const },
    ...{ disciplineCode: '1402', holderId: new Types.ObjectId(unitId) },
    ...given,
  });
  const own = [
    entry('2024-12-31', { round: 1 }),
    entry('2025-01-01', { round: 2, creditClass: 'classII' }),
    entry('2025-06-30', { round: 3 }),
    entry('2025-12-31', { round: 4, creditClass: 'classII' }),
  ];
  const others = Array.from({ length: 200 }, (_, n) =>
    entry('2025-06-30', { learnerId: new Types.ObjectId(), round: n }),
  );
  await CreditEntry.insertMany([...own, ...others]);
}

test('学分情况查询: by days, both included, by state and class, a page at a time with the totals of all', async () => {
  const [person] = await attendees(server, fixtures, 1);
  const { client, learnerId } = person as NonNullable<typeof person>;
  const { id: creditingId } = await analyseAndGrant(fixtures.unit, fixtures.activityId);
  await history(learnerId, creditingId, fixtures.unitId);
  const search = client.credits.searchMyCredits;
  const days = async (...[given]: Parameters<typeof search>) =>
    (await search(given)).items.map(({ activityDate }) => activityDate);

  expect(await days({})).toEqual(['2026-11-21', '2025-12-31', '2025-06-30', '2025-01-01', '2024-12-31']);
  expect(await days({ from: '2025-01-01', to: '2025-06-30' })).toEqual(['2025-06-30', '2025-01-01']);
  expect(await days({ from: '2025-07-01' })).toEqual(['2026-11-21', '2025-12-31']);
  expect(await days({ to: '2024-12-31' })).toEqual(['2024-12-31']);
  expect(await days({ creditClass: 'classII' })).toEqual(['2025-12-31', '2025-01-01']);
  expect(await days({ state: 'reviewed' })).toEqual([]);
  expect(await search({ page: 2, pageSize: 2, to: '2025-12-31' })).toMatchObject({
    items: [{ activityDate: '2025-01-01' }, { activityDate: '2024-12-31' }],
    total: 4,
    totals: { total: 400, pending: 400, classI: 200, classII: 200, minutes: 720 },
  });
  await expect(search({ from: '2025-07-01', to: '2025-06-30' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'to',
  });
  expect(await client.credits.myCredits({ year: 2025 })).toMatchObject({
    years: [2026, 2025, 2024],
    totals: { total: 300, classI: 100, classII: 200 },
    byLevel: [{ level: 'city', credits: 300 }],
  });

  const reads = await explainReads(server.platform.mongo, 'creditEntries', async () => {
    await server.services.credits.summary(learnerId, 2025);
    await days({ from: '2025-01-01', to: '2025-06-30' });
  });
  expect(reads.map(({ method }) => method)).toEqual(['find', 'distinct', 'find']);
  for (const { stages, filtersAfterwards } of reads) {
    expect(stages).not.toContain(COLLECTION_SCAN);
    // The index answers all of the question: documents examined are those returned.
    expect(filtersAfterwards).toBe(false);
  }
  const careless = await explainReads(server.platform.mongo, 'creditEntries', async () =>
    creditEntryModel(server.platform.mongo).find({ learnerId, credits: 100 }).lean(),
  );
  expect(careless.map(({ filtersAfterwards }) => filtersAfterwards)).toEqual([true]);
});

test('a year without any still says what it requires', async () => {
  const { client } = await approvedLearner(server, fixtures, 1);
  expect(await client.credits.myCredits({ year: 2020 })).toMatchObject({
    year: 2020,
    years: [2026],
    totals: NOTHING,
    items: [],
  });
});

test('those who ask for their credits at once get each his own', async () => {
  const people = await attendees(server, fixtures, 2);
  await analyseAndGrant(fixtures.unit, fixtures.activityId);
  const stranger = String(new Types.ObjectId());
  const ask = async (learnerId: string, year?: number) =>
    server.services.credits.yearCredits(learnerId, year);
  const [first, second, before, none] = await Promise.allSettled([
    ...people.map(async ({ learnerId }) => ask(learnerId)),
    ask(people[0]?.learnerId ?? '', 2025),
    ask(stranger),
  ]);
  const entryOf = (answer?: PromiseSettledResult<{ items: { id: string }[] }>) =>
    answer?.status === 'fulfilled' ? answer.value.items.map(({ id }) => id) : null;
  const Entry = creditEntryModel(server.platform.mongo);
  const stored = await Promise.all(people.map(async ({ learnerId }) => Entry.findOne({ learnerId }).lean()));
  expect([entryOf(first), entryOf(second)]).toEqual(stored.map((entry) => [String(entry?._id)]));
  expect(entryOf(before)).toEqual([]);
  expect(none).toMatchObject({ status: 'rejected', reason: { code: 'NOT_FOUND' } });
});
