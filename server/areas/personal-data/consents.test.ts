/** 同意记录: which text a learner agreed to, and asking again when it changes. */
import { PRIVACY_VERSION } from '@common/privacy';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner } from '../../testing/people';
import { auditModel } from '../audit/model';
import { learnerModel } from '../learners/model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

test('what he agreed to at his registration', async () => {
  const { client } = await approvedLearner(server, fixtures, 1);
  expect(await client.personalData.myConsents({})).toEqual({
    items: [{ version: PRIVACY_VERSION, at: new Date(server.clock.now()).toISOString() }],
    current: PRIVACY_VERSION,
  });
});

test('a new text is agreed to once, and what was agreed to before is kept', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  await learnerModel(server.platform.mongo).updateOne(
    { _id: learnerId },
    { $set: { consents: [{ version: '2020-01', at: new Date(0) }] } },
  );
  server.clock.pass(1000);
  await client.personalData.agree({ version: PRIVACY_VERSION });
  await client.personalData.agree({ version: PRIVACY_VERSION });
  expect((await client.personalData.myConsents({})).items.map(({ version }) => version)).toEqual([
    PRIVACY_VERSION,
    '2020-01',
  ]);
  expect(
    await auditModel(server.platform.mongo).findOne({ action: 'learner.consented' }).lean(),
  ).toMatchObject({ actor: { kind: 'learner', id: learnerId }, subject: `learner:${learnerId}` });
});

test.each(['2020-01', '', '2099-01'])('another version, %j, is not what he read', async (version) => {
  const { client } = await approvedLearner(server, fixtures, 1);
  await expect(client.personalData.agree({ version })).rejects.toMatchObject({ code: 'PRIVACY_CHANGED' });
  expect((await client.personalData.myConsents({})).items).toHaveLength(1);
});
