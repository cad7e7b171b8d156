/** The demo's applications go the way of real ones, so the services must let them. */
import { REVIEW_STATES } from '@common/terms';
import { type Fixtures, startTestServer, type TestServer } from '../testing/harness';
import { anotherAuthority } from '../testing/units';
import { seedApplications } from './applications';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  await anotherAuthority(server, {
    code: '410000',
    name: '河南省卫生健康委员会',
    regionCode: '41',
    phone: '13900000041',
  });
});
afterAll(async () => server.stop());

test('one waits for 科教, one came back with reasons page by page, and windows are open for more', async () => {
  await seedApplications(server.platform);
  const { items } = await fixtures.unit.applications.listApplications({});
  expect(items.map(({ name, state, waitingFor }) => [name, REVIEW_STATES[state], waitingFor])).toEqual([
    ['新生儿窒息复苏新技术培训班', '待审核', '漯河市中心医院'],
    ['基层慢性病综合管理学习班', '退回修改', null],
  ]);
  const returned = await fixtures.unit.applications.getApplication({ applicationId: items[1]?.id ?? '' });
  expect(returned.missing).toEqual([]);
  expect(returned.moves[0]).toMatchObject({ byName: '漯河市卫生健康委员会', administratorName: '王芳' });
  expect(returned.moves[0]?.pages.map(({ page }) => page)).toEqual(['basics', 'courses']);
  const windows = (await fixtures.unit.applications.listWindows({})).items;
  expect(windows).toHaveLength(7);
  expect(windows.every(({ state }) => state === 'open')).toBe(true);
});

test('in the first days of January too', async () => {
  server.clock.set(Date.parse('2027-01-02T09:00:00+08:00'));
  await seedApplications(server.platform);
  const { applications } = server.services;
  const list = { q: '', kind: 'all', state: 'all', page: 1, pageSize: 20 } as const;
  expect((await applications.list(fixtures.unitId, list)).total).toBe(2);
});
