import { NINE, startTestServer, type TestServer } from '../../testing/harness';
import { createTokens } from './tokens';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  await server.reset();
});
afterAll(async () => server.stop());

test('many processes turning one display show one and the same code', async () => {
  const processes = Array.from({ length: 20 }, () => createTokens(server.platform));
  const turns = await Promise.all(processes.map((tokens) => tokens.current('display1', 5_000)));
  expect(new Set(turns.map(({ token }) => token)).size).toBe(1);
  expect(new Set(turns.map(({ shortCode }) => shortCode)).size).toBe(1);
  // The losers' codes were never shown, so none may be redeemable.
  expect(await server.platform.redis.keys('qr:token:*')).toHaveLength(1);
  expect(await server.platform.redis.keys('qr:code:*')).toHaveLength(1);
});

test('the next slot has another code, of 96 bits', async () => {
  const tokens = createTokens(server.platform);
  const seen = new Set<string>();
  for (let slot = 0; slot < 20; slot += 1) {
    const { token, turnsInMs } = await tokens.current('display1', 5_000);
    expect(token).toMatch(/^[\w-]{16}$/);
    expect(turnsInMs).toBe(5_000);
    seen.add(token);
    server.clock.pass(5_000);
  }
  expect(seen.size).toBe(20);
});

test('a code knows its display, slot and period, typed or scanned', async () => {
  const tokens = createTokens(server.platform);
  const { token, shortCode, slot } = await tokens.current('display1', 5_000);
  const record = { displayId: 'display1', slot, periodMs: 5_000 };
  expect(await tokens.find({ token })).toEqual(record);
  expect(await tokens.find({ shortCode })).toEqual(record);
  expect(await tokens.find({ token: 'A'.repeat(16) })).toBeNull();
});

test('a screen that joins late is told how long the code stays', async () => {
  server.clock.set(NINE + 3_200);
  expect((await createTokens(server.platform).current('display1', 5_000)).turnsInMs).toBe(1_800);
});

test('after a restart of Redis the display goes on with a fresh code', async () => {
  const tokens = createTokens(server.platform);
  const before = await tokens.current('display1', 5_000);
  await server.platform.redis.flushdb();
  const after = await tokens.current('display1', 5_000);
  expect(after.token).not.toBe(before.token);
  expect(await tokens.find({ token: after.token })).not.toBeNull();
});
