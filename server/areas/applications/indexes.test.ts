/** No list of applications goes through all of them. */
import { completeForm, YEAR } from '../../testing/applications';
import { COLLECTION_SCAN, explainReads } from '../../testing/explain';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { applicationModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
  fixtures = await server.reset();
  const at = new Date(server.clock.now());
  await applicationModel(server.platform.mongo).insertMany(
    Array.from({ length: 500 }, (_, n) => ({
      unitId: n % 50 === 0 ? fixtures.unitId : fixtures.otherUnitId,
      kind: 'application',
      level: 'city',
      year: YEAR,
      form: completeForm({ basics: { name: `培训班${n}` } }),
      createdAt: at,
      updatedAt: at,
      submittedAt: at,
      state: n % 50 === 0 ? 'approved' : 'waiting',
      regions: n % 50 === 0 ? ['', '41', '4111', '411102'] : ['', '43', '4310', '431022'],
      ...(n % 50 === 0
        ? { publisherId: fixtures.authorityId, decidedBy: [fixtures.unitId, fixtures.authorityId] }
        : { waitingFor: fixtures.otherUnitId }),
    })),
  );
});
afterAll(async () => server.stop());

const TABS = ['waiting', 'toPublish', 'published', 'decided', 'all'] as const;
const reads = async (work: () => Promise<unknown>) =>
  explainReads(server.platform.mongo, 'applications', work);

test.each(TABS.flatMap((show) => (['unit', 'authority'] as const).map((who) => [show, who] as const)))(
  'the tab %s of a %s is served by an index',
  async (show, who) => {
    const explained = await reads(async () =>
      fixtures[who].applications.listApplicationReviews({ show, q: '培训' }),
    );
    expect(explained).toHaveLength(2);
    for (const { stages } of explained) {
      expect(stages).not.toContain(COLLECTION_SCAN);
      expect(stages.length).toBeGreaterThan(0);
    }
  },
);

test('so is the unit’s own list', async () => {
  const explained = await reads(async () => fixtures.unit.applications.listApplications({ q: '培训' }));
  expect(explained).toHaveLength(2);
  expect(explained.flatMap(({ stages }) => stages)).not.toContain(COLLECTION_SCAN);
});

test('and the windows over a region', async () => {
  for (const n of Array(60).keys()) {
    await server.platform.mongo.collection('windows').insertOne({
      regionCode: `43${10 + n}`,
      kind: 'application',
      level: 'city',
      year: YEAR,
      authorityId: n,
    });
  }
  const explained = await explainReads(server.platform.mongo, 'windows', async () =>
    fixtures.unit.applications.listWindows({}),
  );
  expect(explained).toHaveLength(1);
  expect(explained.flatMap(({ stages }) => stages)).not.toContain(COLLECTION_SCAN);
});
