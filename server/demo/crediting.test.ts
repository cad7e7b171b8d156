/** The demo's earlier classes: one credited and reviewed, to who came and to the lecturer, and one that waits for the review. */
import { activityModel } from '../areas/activities/model';
import { createServices } from '../areas/services';
import { attendees } from '../testing/crediting';
import { NINE, startTestServer, type TestServer } from '../testing/harness';
import { creditClass } from './crediting';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

const HOUR = 3_600_000;

test.each([
  [true, 'approved'],
  [false, 'waiting'],
])('reviewed: %s', async (isReviewed, state) => {
  const fixtures = await server.reset();
  server.clock.set(NINE - HOUR / 2);
  const [first] = await attendees(server, fixtures, 2);
  const learner = await server.services.learners.get(first?.learnerId ?? '');
  const { name = '', personnelNo } = learner ?? {};
  const lecturers = [{ name, personnelNo, unitName: '漯河市中心医院' }];
  await activityModel(server.platform.mongo).updateOne({}, { $set: { 'courses.0.lecturers': lecturers } });

  const at = (now: number) => createServices({ ...server.platform, clock: { now: () => now } });
  const { activityId, unitId, authority } = fixtures;
  await creditClass(at, { activityId, unitId, day: NINE - 9 * HOUR, isReviewed });
  const { items } = await authority.crediting.listCreditings({});
  const told = items.map(({ kind, persons, state: now }) => [kind, persons, now]);
  expect(told.sort()).toEqual([
    ['lecturers', 1, state],
    ['participants', 2, state],
  ]);
});
