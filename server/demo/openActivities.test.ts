/** What the demo has for learners to find: near, far, and one that is full. */

import { type Fixtures, startTestServer, type TestServer } from '../testing/harness';
import { approvedLearner } from '../testing/people';
import { anotherAuthority, anotherUnit } from '../testing/units';
import { seedOpenActivities } from './openActivities';
import { OPEN } from './projects';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  const province = { code: '410000', name: '河南省卫生健康委员会', regionCode: '41', phone: '13900000041' };
  await anotherAuthority(server, province);
  for (const [code, name, regionCode, phone] of [
    ['976812', '舞阳县中医院', '411121', '13900000012'],
    ['410105', '郑州大学第二附属医院', '410105', '13900000005'],
  ] as const) {
    await anotherUnit(server, { code, name, regionCode, phone });
  }
});
afterAll(async () => server.stop());

test('they are found, the nearest first, and the fifth who enrolled in the first waits', async () => {
  const people = [];
  for (const n of [1, 2, 3, 4, 5]) {
    people.push(await approvedLearner(server, fixtures, n));
  }
  await seedOpenActivities(server.platform);
  const last = people.at(-1)?.client;
  const { items } = (await last?.enrolments.findActivities(OPEN[0].point)) ?? { items: [] };
  expect(items.slice(0, 3).map(({ name, mine }) => [name, mine?.state ?? null])).toEqual([
    ['急诊急救与心肺复苏技能提升班', 'waiting'],
    ['中医适宜技术基层推广班', null],
    ['心血管疾病诊疗新进展研讨会', null],
  ]);
});
