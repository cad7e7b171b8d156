/** Neither a list of reports nor the sweep goes through everything that there is. */
import { Types } from 'mongoose';
import { COLLECTION_SCAN, explainReads } from '../../testing/explain';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { FILLED } from '../../testing/reports';
import { activityModel } from '../activities/model';
import { reportModel } from './model';

const MANY = 500;

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
  fixtures = await server.reset();
  const { mongo } = server.platform;
  const { _id, ...like } = await activityModel(mongo).findOne().orFail().lean();
  const at = new Date(server.clock.now());
  const old = { from: new Date(0), to: new Date(1) };
  const held = Array.from({ length: MANY }, (_, n) => ({
    ...like,
    _id: new Types.ObjectId(),
    term: n + 2,
    periods: [old],
    // A few have ended just now; the others have their reports.
    ...(n >= 5 && { hasReport: true }),
  }));
  await activityModel(mongo).insertMany(held);
  await reportModel(mongo).insertMany(
    held.slice(5).map((activity, n) => ({
      activityId: activity._id,
      unitId: n % 50 === 0 ? fixtures.unitId : fixtures.otherUnitId,
      regions: n % 50 === 0 ? ['411102', '4111', '41', ''] : ['431022', '4310', '43', ''],
      form: FILLED,
      endedOn: '2026-08-28',
      dueOn: '2026-10-15',
      handedInOn: n % 50 === 0 ? null : '2026-10-01',
      checkedAt: at,
      state: n % 50 === 0 ? 'draft' : 'approved',
    })),
  );
});
afterAll(async () => server.stop());

async function expectIndexes(collection: string, reads: number, work: () => Promise<unknown>): Promise<void> {
  const explained = await explainReads(server.platform.mongo, collection, work);
  expect(explained.length).toBeGreaterThanOrEqual(reads);
  for (const { stages } of explained) {
    expect(stages).not.toContain(COLLECTION_SCAN);
    expect(stages.length).toBeGreaterThan(0);
  }
}

test.each(
  (['open', 'late', 'waiting', 'done', 'all'] as const).flatMap((show) =>
    (['unit', 'authority'] as const).map((who) => [show, who] as const),
  ),
)('the tab %s of a %s is served by an index', async (show, who) => {
  await expectIndexes('reports', 3, async () => fixtures[who].reports.listReports({ show }));
});

test('so is what the sweep looks for', async () => {
  const { sweep } = server.services.reports;
  await expectIndexes('activities', 1, sweep);
  await expectIndexes('reports', 1, sweep);
});
