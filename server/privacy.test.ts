/** After a run through the product, no number of anybody stands in clear in either store or in the log. */
import { startTestServer, type TestServer } from './testing/harness';
import { approvedLearner, idNoOf, openScreen } from './testing/people';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

test('idNo, phone, tokens and codes are nowhere in clear', async () => {
  const fixtures = await server.reset();
  const { client, token } = await approvedLearner(server, fixtures, 1);
  await client.accounts.sendSmsCode({ phone: '13912345678' });
  await server
    .client()
    .accounts.signInWithPassword({ name: idNoOf(1), password: 'wrong-password' })
    .catch(() => null);
  await fixtures.unit.learners.listLearners({ state: 'all', q: idNoOf(1) });
  const { show } = await openScreen(server, fixtures);
  const { claimId } = await client.checkIns.scan({ text: (await show()).text });
  await client.checkIns.checkIn({ claimId });

  const stored: string[] = [server.logged()];
  for (const collection of await server.platform.mongo.listCollections()) {
    stored.push(JSON.stringify(await server.platform.mongo.collection(collection.name).find().toArray()));
  }
  for (const key of await server.platform.redis.keys('*')) {
    const type = await server.platform.redis.type(key);
    const value =
      type === 'string'
        ? await server.platform.redis.get(key)
        : await server.platform.redis.call('DUMP', key);
    stored.push(key, String(value));
  }
  const all = stored.join('\n');
  expect(all.length).toBeGreaterThan(1_000);
  for (const secret of [idNoOf(1), '13800138001', '13912345678', 'wrong-password', token]) {
    expect(all).not.toContain(secret);
  }
  // Nothing that looks like one either: 18 digits that could be somebody's.
  expect(all.match(/(?<!\d)4111\d{13}[\dX](?!\d)/g)).toBeNull();
});
