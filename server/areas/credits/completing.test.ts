import { analyseAndGrant, attendees } from '../../testing/crediting';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { creditEntryModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

test('entries of an earlier version are completed once, and a revoked one of them can be granted again', async () => {
  const { mongo } = server.platform;
  const { credits } = server.services;
  const { collection } = creditEntryModel(mongo);
  const [person] = await attendees(server, fixtures, 1);
  const learnerId = person?.learnerId ?? '';
  const { id: creditingId } = await analyseAndGrant(fixtures.unit, fixtures.activityId);
  const [made] = await collection.find().toArray();
  const {
    kind,
    round,
    unitId,
    department,
    regionCode,
    level,
    disciplineCode,
    holderId,
    ...old
  }: Record<string, unknown> = made ?? {};
  const former = { sourceKind: 1, sourceId: 1, learnerId: 1, role: 1 } as const;
  await collection.deleteMany({});
  await collection.insertOne(old);
  await collection.createIndex(former, { unique: true });
  expect(await credits.allOf(learnerId)).toEqual([]);

  await credits.completeOldEntries();
  await credits.completeOldEntries();
  expect(await collection.find().toArray()).toEqual([
    { ...old, kind, round, unitId, department, regionCode, level, disciplineCode, holderId },
  ]);
  await fixtures.unit.crediting.revoke({ creditingId, learnerIds: [learnerId], reason: '授分有误' });
  expect(await analyseAndGrant(fixtures.unit, fixtures.activityId)).toMatchObject({ persons: 1 });
  expect((await credits.allOf(learnerId)).map(({ state }) => state).sort()).toEqual(['pending', 'revoked']);
});
