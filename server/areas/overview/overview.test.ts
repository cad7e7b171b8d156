/** 工作台: what waits for a unit, and for an authority. */
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, register } from '../../testing/people';
import { correctionModel } from '../learners/model';
import { unitRequestModel } from '../regions-units/model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

test('a unit: who waits for approval, 调动 and corrections', async () => {
  await register(server, fixtures, 1);
  const { client, learnerId } = await approvedLearner(server, fixtures, 2);
  await approvedLearner(server, fixtures, 3);
  await client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId });
  await correctionModel(server.platform.mongo).create({
    learnerId,
    unitId: fixtures.unitId,
    kind: 'name',
    before: '陈慧敏',
    after: '陈惠敏',
    note: '身份证已更正',
    state: 'waiting',
    submittedAt: new Date(server.clock.now()),
    open: true,
  });
  expect(await fixtures.unit.overview.unitOverview({})).toMatchObject({
    waitingLearners: 1,
    waitingTransfers: 1,
    waitingCorrections: 1,
    approvedLearners: 2,
    activitiesNow: [{ name: '外科护理学新进展学习班' }],
    waitingApplications: 0,
    waitingActivities: 0,
    returnedApplications: 0,
    returnedActivities: 0,
    waitingCreditings: 0,
    returnedCreditings: 0,
  });
  expect(await fixtures.otherUnit.overview.unitOverview({})).toMatchObject({
    waitingLearners: 0,
    waitingTransfers: 1,
    waitingCorrections: 0,
    approvedLearners: 0,
    activitiesNow: [],
  });
});

test('an authority: requests for units that wait for it', async () => {
  const { learnerId } = await register(server, fixtures, 1);
  const request = {
    learnerId,
    name: '漯河市源汇区大刘镇卫生院',
    regionCode: '411102',
    authorityId: fixtures.authorityId,
    submittedAt: new Date(server.clock.now()),
  };
  await unitRequestModel(server.platform.mongo).create({ ...request, state: 'waiting', open: true });
  await unitRequestModel(server.platform.mongo).create({ ...request, state: 'refused' });
  expect(await fixtures.authority.overview.authorityOverview({})).toMatchObject({
    units: 1,
    waitingUnitRequests: 1,
    approvedLearners: 0,
    waitingCreditings: 0,
    activitiesNow: 1,
  });
});
