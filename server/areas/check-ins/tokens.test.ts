import { isTokenGood } from '@common/rules/qr';
import { NINE, startTestServer, type TestServer } from '../../testing/harness';
import { openScreen } from '../../testing/people';
import { createTokens } from './tokens';

let server: TestServer;
let display: string;
let place: { activityId: string; courseId: string };
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  const fixtures = await server.reset();
  place = { activityId: fixtures.activityId, courseId: fixtures.courseId };
  display = (await openScreen(server, fixtures)).displayId;
});
afterAll(async () => server.stop());

test('many processes turning one display show one and the same code', async () => {
  const processes = Array.from({ length: 20 }, () => createTokens(server.platform));
  const turns = await Promise.all(processes.map((tokens) => tokens.current(display, 5_000)));
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
    const { token, turnsInMs } = await tokens.current(display, 5_000);
    expect(token).toMatch(/^[\w-]{16}$/);
    expect(turnsInMs).toBe(5_000);
    seen.add(token);
    server.clock.pass(5_000);
  }
  expect(seen.size).toBe(20);
});

test('a code knows its display, slot and period, typed or scanned', async () => {
  const tokens = createTokens(server.platform);
  const { token, shortCode, slot } = await tokens.current(display, 5_000);
  const openUntil = NINE + 24 * 3_600_000;
  const record = { displayId: display, ...place, direction: 'in', slot, periodMs: 5_000, openUntil };
  expect(await tokens.find({ token })).toEqual(record);
  expect(await tokens.find({ shortCode })).toEqual(record);
  expect(await tokens.find({ token: 'A'.repeat(16) })).toBeNull();
});

test('a screen that joins late is told how long the code stays', async () => {
  server.clock.set(NINE + 3_200);
  expect((await createTokens(server.platform).current(display, 5_000)).turnsInMs).toBe(1_800);
});

test('after a restart of Redis the display goes on with a fresh code', async () => {
  const tokens = createTokens(server.platform);
  const before = await tokens.current(display, 5_000);
  await server.platform.redis.flushdb();
  const after = await tokens.current(display, 5_000);
  expect(after.token).not.toBe(before.token);
  expect(await tokens.find({ token: after.token })).not.toBeNull();
});

test('a display that never was has no code', async () => {
  const tokens = createTokens(server.platform);
  await expect(tokens.current('6b01ed2bdda51f3a3b40b1f5', 5_000)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('the coming code is ready before its slot, the same for every process, and not yet good', async () => {
  const [one, two] = [createTokens(server.platform), createTokens(server.platform)];
  const present = await one.current(display, 5_000);
  const coming = await one.coming(display, 5_000);
  expect(coming.slot).toBe(present.slot + 1);
  expect(coming.token).not.toBe(present.token);
  expect(isTokenGood(coming.slot, 5_000, server.clock.now())).toBe(false);
  server.clock.pass(5_000);
  expect(await two.current(display, 5_000)).toMatchObject(coming);
});
