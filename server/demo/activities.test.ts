/** The demo's activities stand where people look for them: a draft, one returned, one that waits for the city. */
import { type Fixtures, startTestServer, type TestServer } from '../testing/harness';
import { seedActivities } from './activities';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

test.each([
  ['in the middle of a year', '2026-11-21T01:00:00Z'],
  ['just before its end', '2026-12-11T15:00:00Z'],
])('%s', async (_when, now) => {
  fixtures = await server.reset();
  server.clock.set(Date.parse(now));
  const { sessions } = server.services.accounts;
  const { unitId, authorityId } = fixtures;
  await seedActivities(server.platform, unitId);
  const { _id } = await server.services.administrators.put({
    kind: 'unit',
    subjectId: unitId,
    name: '李建军',
    phone: '13711112222',
  });
  const { token } = await sessions.open({ unitId, administratorId: String(_id) });
  const unit = server.client(token);
  const { items } = await unit.activities.listUnitActivities({ pageSize: 3 });
  expect(items.map(({ state, waitingFor }) => [state, waitingFor])).toEqual([
    ['draft', null],
    ['returned', null],
    ['waiting', '漯河市卫生健康委员会'],
  ]);
  expect(items[1]?.note).toContain('退回修改');
  const views = await Promise.all(
    items.map(async ({ id }) => unit.activities.getActivity({ activityId: id })),
  );
  expect(views.map(({ missing }) => missing.length > 0)).toEqual([true, false, false]);
  expect(views.map(({ documents }) => documents.map(({ kind }) => kind))).toEqual([
    [],
    ['notice', 'schedule'],
    ['notice', 'schedule'],
  ]);
  expect((await server.services.activities.listReviews(authorityId, { page: 1, pageSize: 9 })).total).toBe(1);
});
