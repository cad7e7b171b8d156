/** 补传: a scan that had no network comes later, is held against its code, and waits for the administrator. */
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, openScreen } from '../../testing/people';
import { checkInModel, heldScanModel, refusedScanModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const iso = (ms: number) => new Date(ms).toISOString();
const refused = async () =>
  (await refusedScanModel(server.platform.mongo).find().sort({ _id: 1 }).lean()).map(({ reason }) => reason);

/** A learner who scanned at nine and has a network again after so long; his clock is wrong by so much. */
async function scannedAtNine(afterMs: number, wrongBy = 0) {
  const { client } = await approvedLearner(server, fixtures, 1);
  const screen = await openScreen(server, fixtures);
  const { text, shortCode } = await screen.show();
  server.clock.set(NINE + afterMs);
  const scan = {
    key: 'a-random-key-of-it',
    scannedAt: iso(NINE + 1_000 + wrongBy),
    sentAt: iso(NINE + afterMs + wrongBy),
  };
  return { client, scan, text, shortCode, screen };
}

test('by a phone whose clock is five hours wrong it is held at its true time, once, and counts when accepted', async () => {
  const { client, scan, text } = await scannedAtNine(40 * MINUTE, -5 * HOUR);
  const receipt = await client.checkIns.scanLate({ ...scan, text });
  expect(receipt).toMatchObject({
    at: iso(NINE + 1_000),
    repeated: false,
    held: { kind: 'late', words: expect.stringContaining('09:40补传') },
  });
  const again = await Promise.all([1, 2, 3].map(() => client.checkIns.scanLate({ ...scan, text })));
  expect(new Set(again.map(({ checkInId }) => checkInId))).toEqual(new Set([receipt.checkInId]));
  expect(await heldScanModel(server.platform.mongo).countDocuments()).toBe(1);

  const ids = [receipt.checkInId];
  const { decideHeld } = server.services.checkIns;
  expect(await decideHeld(fixtures.activityId, { ids, accept: true, reason: '' }, '王芳')).toEqual({
    decided: 1,
    skipped: 0,
  });
  expect(await checkInModel(server.platform.mongo).find().sort({ _id: 1 }).lean()).toMatchObject([
    { at: new Date(NINE + 1_000), method: 'qr', by: '王芳' },
  ]);
  expect(await client.checkIns.scanLate({ ...scan, text })).toMatchObject({ repeated: true, held: null });
});

test('where the scan had arrived after all, it answers that check-in and holds nothing', async () => {
  const { client, scan, text } = await scannedAtNine(2_000);
  const { claimId } = await client.checkIns.scan({ text });
  const { checkInId } = await client.checkIns.checkIn({ claimId });
  server.clock.pass(20 * MINUTE);
  const late = await client.checkIns.scanLate({ ...scan, sentAt: iso(NINE + 2_000 + 20 * MINUTE), text });
  expect(late).toMatchObject({ checkInId, repeated: true, held: null });
});

test.each([
  ['said to be scanned when the code was not on show', 10 * MINUTE, HOUR],
  ['said to be scanned before the code was there', -10 * MINUTE, HOUR],
  ['sent after more than twelve hours', 0, 12 * HOUR + MINUTE],
])('%s it is refused and kept', async (_what, shift, afterMs) => {
  const { client, scan, text } = await scannedAtNine(afterMs);
  const scannedAt = iso(NINE + 1_000 + shift);
  await expect(client.checkIns.scanLate({ ...scan, scannedAt, text })).rejects.toMatchObject({
    code: 'QR_EXPIRED',
    message: expect.stringContaining('请向活动管理员说明情况'),
  });
  expect(await refused()).toEqual(['QR_EXPIRED']);
});

test('of a code that Redis has lost it is refused, kept, and leads to the organiser', async () => {
  const { client, scan, text, shortCode } = await scannedAtNine(HOUR);
  await server.platform.redis.del(
    ...(await server.platform.redis.keys('qr:token:*')),
    ...(await server.platform.redis.keys('qr:code:*')),
  );
  const message = expect.stringContaining('请向活动管理员说明情况');
  await expect(client.checkIns.scanLate({ ...scan, text })).rejects.toMatchObject({
    code: 'QR_UNKNOWN',
    message,
  });
  await expect(client.checkIns.scanLate({ ...scan, code: shortCode })).rejects.toMatchObject({
    code: 'CODE_UNKNOWN',
    message,
  });
  expect(await refused()).toEqual(['QR_UNKNOWN', 'CODE_UNKNOWN']);
});

test('of a screen that was closed before, or from the album, it is refused', async () => {
  const { client, scan, text, screen } = await scannedAtNine(500);
  await fixtures.unit.checkIns.closeDisplay({ displayId: screen.displayId });
  server.clock.set(NINE + HOUR);
  const late = { ...scan, sentAt: iso(NINE + HOUR), text };
  await expect(client.checkIns.scanLate(late)).rejects.toMatchObject({ code: 'QR_EXPIRED' });
  await expect(client.checkIns.scanLate({ ...late, scene: 1031 })).rejects.toMatchObject({
    code: 'QR_NOT_CAMERA',
  });
});
