/** Scan, then claim, then check in: what is accepted, what is refused and why, and that it is written once. */
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, openScreen, register } from '../../testing/people';
import { activityModel } from '../activities/model';
import { checkInModel, refusedScanModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const rows = () => checkInModel(server.platform.mongo).find().sort({ _id: 1 }).lean();
const refused = async () =>
  (await refusedScanModel(server.platform.mongo).find().sort({ _id: 1 }).lean()).map(({ reason }) => reason);
const MINUTE = 60_000;

describe('a scan', () => {
  test('of a fresh code gives a claim for three minutes', async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    const { show } = await openScreen(server, fixtures);
    const claim = await client.checkIns.scan({ text: (await show()).text });
    expect(Date.parse(claim.expiresAt) - Date.parse(claim.scannedAt)).toBe(3 * MINUTE);
  });

  test('typed as the short code, in any writing, does the same', async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    const { show } = await openScreen(server, fixtures);
    const { shortCode } = await show();
    const typed = `${shortCode.slice(0, 4).toLowerCase()} ${shortCode.slice(4)}`;
    const { claimId } = await client.checkIns.scan({ code: typed });
    await client.checkIns.checkIn({ claimId });
    expect(await rows()).toMatchObject([{ method: 'code' }]);
  });

  test('of a code two slots old still counts, a millisecond later it does not', async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    const { show } = await openScreen(server, fixtures);
    const { text } = await show();
    server.clock.set(NINE + 10_000 - 1);
    await client.checkIns.scan({ text });
    server.clock.set(NINE + 10_000);
    await expect(client.checkIns.scan({ text })).rejects.toMatchObject({ code: 'QR_EXPIRED' });
    expect(await refused()).toEqual(['QR_EXPIRED']);
  });

  test.each([
    ['a forged token', 'http://127.0.0.1:8080/q/AAAAAAAAAAAAAAAA'],
    ['a foreign address', 'https://evil.example/q/AAAAAAAAAAAAAAAA'],
    ['some other QR', 'https://weixin.qq.com/r/abc'],
    ['nonsense', '$where:1'],
  ])('of %s is refused, kept and explained', async (_what, text) => {
    const { client } = await approvedLearner(server, fixtures, 1);
    await expect(client.checkIns.scan({ text })).rejects.toMatchObject({
      code: 'QR_UNKNOWN',
      message: expect.stringContaining('大屏'),
    });
    expect(await refused()).toEqual(['QR_UNKNOWN']);
  });

  test.each([1012, 1013, 1031, 1032, 1048, 1049])(
    'from the album or a long press (scene %i) gives no claim',
    async (scene) => {
      const { client } = await approvedLearner(server, fixtures, 1);
      const { show } = await openScreen(server, fixtures);
      await expect(client.checkIns.scan({ text: (await show()).text, scene })).rejects.toMatchObject({
        code: 'QR_NOT_CAMERA',
      });
    },
  );

  test('of a closed screen is refused at once', async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    const { show, displayId } = await openScreen(server, fixtures);
    const { text } = await show();
    await fixtures.unit.checkIns.closeDisplay({ displayId });
    await expect(client.checkIns.scan({ text })).rejects.toMatchObject({ code: 'QR_EXPIRED' });
  });

  test('outside the holding period is refused with the period in words', async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    const { show } = await openScreen(server, fixtures);
    server.clock.set(NINE + 9 * 60 * MINUTE + 1);
    const { text } = await show();
    await expect(client.checkIns.scan({ text })).rejects.toMatchObject({
      code: 'OUTSIDE_HOLDING_PERIOD',
      message: expect.stringContaining('2026-11-21 08:00 至 18:00'),
    });
  });

  test('without a code or text says what to do', async () => {
    const { client } = await server.wechat(1);
    await expect(client.checkIns.scan({})).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'text' });
  });
});

describe('a check-in', () => {
  const claimOf = async (client: Awaited<ReturnType<typeof register>>['client']) => {
    const { show } = await openScreen(server, fixtures);
    return client.checkIns.scan({ text: (await show()).text });
  };

  test('keeps the time of the scan, however late it is finished', async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    const { claimId } = await claimOf(client);
    server.clock.pass(2 * MINUTE);
    expect((await client.checkIns.checkIn({ claimId })).at).toBe(new Date(NINE).toISOString());
    expect(await rows()).toMatchObject([{ at: new Date(NINE), receivedAt: new Date(NINE + 2 * MINUTE) }]);
  });

  test('is not taken after the claim’s three minutes', async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    const { claimId } = await claimOf(client);
    server.clock.pass(3 * MINUTE + 1);
    await expect(client.checkIns.checkIn({ claimId })).rejects.toMatchObject({ code: 'CLAIM_EXPIRED' });
    expect(await rows()).toEqual([]);
  });

  test('sent again answers the same, even when Redis has forgotten the claim', async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    const { claimId } = await claimOf(client);
    const first = await client.checkIns.checkIn({ claimId });
    server.clock.pass(5 * MINUTE);
    await server.platform.redis.del(`claim:${claimId}`);
    expect(await client.checkIns.checkIn({ claimId })).toMatchObject({
      checkInId: first.checkInId,
      repeated: true,
    });
  });

  test('tapped fifty times at once is one', async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    const { claimId } = await claimOf(client);
    const answers = await Promise.all(Array.from({ length: 50 }, () => client.checkIns.checkIn({ claimId })));
    expect(new Set(answers.map(({ checkInId }) => checkInId)).size).toBe(1);
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
  });

  test('scanned twice within the minute is one, later the same day it is another', async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    const { show } = await openScreen(server, fixtures);
    const swipe = async () => {
      const { claimId } = await client.checkIns.scan({ text: (await show()).text });
      return client.checkIns.checkIn({ claimId });
    };
    expect((await swipe()).repeated).toBe(false);
    server.clock.pass(20_000);
    expect((await swipe()).repeated).toBe(true);
    server.clock.pass(3 * 60 * MINUTE);
    const third = await swipe();
    expect(third).toMatchObject({ repeated: false });
    expect(third.today).toHaveLength(2);
  });

  test('arrival and departure are two', async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    for (const direction of ['in', 'out'] as const) {
      const { show } = await openScreen(server, fixtures, direction);
      const { claimId } = await client.checkIns.scan({ text: (await show()).text });
      expect(await client.checkIns.checkIn({ claimId })).toMatchObject({ direction, repeated: false });
    }
  });

  test('on somebody else’s claim is refused and leaves the claim to its owner', async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    const thief = await approvedLearner(server, fixtures, 2, { name: '王志强' });
    const { claimId } = await claimOf(client);
    await expect(thief.client.checkIns.checkIn({ claimId })).rejects.toMatchObject({
      code: 'CLAIM_NOT_YOURS',
    });
    expect(await client.checkIns.checkIn({ claimId })).toMatchObject({ repeated: false });
    // Nor is the finished check-in shown to him.
    await expect(thief.client.checkIns.checkIn({ claimId })).rejects.toMatchObject({
      code: 'CLAIM_NOT_YOURS',
    });
  });

  test('of one who was rejected is refused and kept with its reason', async () => {
    const { client, learnerId } = await register(server, fixtures, 1);
    await fixtures.unit.learners.decide({
      learnerIds: [learnerId],
      decision: 'reject',
      reason: '非本单位人员',
    });
    const { claimId } = await claimOf(client);
    await expect(client.checkIns.checkIn({ claimId })).rejects.toMatchObject({ code: 'LEARNER_REJECTED' });
    expect(await refused()).toEqual(['LEARNER_REJECTED']);
    expect(await rows()).toEqual([]);
  });

  test('keeps the evidence of the scan, and no address', async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    const { show, displayId } = await openScreen(server, fixtures);
    const { text, slot } = await show();
    const deviceId = 'phone-of-the-first-person';
    const { claimId } = await client.checkIns.scan({ text, deviceId });
    await client.checkIns.checkIn({ claimId });
    const [row] = await rows();
    expect(row).toMatchObject({ slot, network: expect.any(String), device: expect.any(String) });
    expect(String(row?.displayId)).toBe(displayId);
    expect(JSON.stringify(row)).not.toMatch(/127\.0\.0\.1|phone-of/);
  });

  test('of one learner on two phones, or by two taps, is one', async () => {
    const { client, learnerId } = await approvedLearner(server, fixtures, 1);
    const other = await server.wechat(1, 'miniprogram');
    const { show } = await openScreen(server, fixtures);
    const { text } = await show();
    const swipe = async (phone: typeof client) => {
      const { claimId } = await phone.checkIns.scan({ text });
      return phone.checkIns.checkIn({ claimId });
    };
    const answers = await Promise.all([swipe(client), swipe(other.client), swipe(client)]);
    expect(new Set(answers.map(({ checkInId }) => checkInId)).size).toBe(1);
    expect((await rows()).map((row) => String(row.learnerId))).toEqual([learnerId]);
  });

  test('of an unknown claim is refused', async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    await expect(client.checkIns.checkIn({ claimId: 'x'.repeat(22) })).rejects.toMatchObject({
      code: 'CLAIM_EXPIRED',
    });
  });
});

describe('a screen', () => {
  test('is not opened for an activity that was not approved', async () => {
    await activityModel(server.platform.mongo).updateMany({}, { $set: { state: 'waiting' } });
    await expect(openScreen(server, fixtures)).rejects.toMatchObject({
      code: 'ACTIVITY_NOT_APPROVED',
      message: expect.stringContaining('不能展示二维码'),
    });
  });

  test('is not opened by another unit, nor for a course of another activity', async () => {
    const { activityId, courseId } = fixtures;
    const open = { activityId, courseId, direction: 'in' } as const;
    await expect(fixtures.otherUnit.checkIns.openDisplay(open)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const foreign = { ...open, courseId: fixtures.unitId };
    await expect(fixtures.unit.checkIns.openDisplay(foreign)).rejects.toMatchObject({ field: 'courseId' });
  });

  test('is closed by its own unit only', async () => {
    const { displayId, ticket } = await openScreen(server, fixtures);
    await expect(fixtures.otherUnit.checkIns.closeDisplay({ displayId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await server.client().checkIns.screen({ ticket })).toMatchObject({ direction: 'in' });
    await fixtures.unit.checkIns.closeDisplay({ displayId });
    await expect(server.client().checkIns.screen({ ticket })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('the board counts persons and swipes, and the reasons of refusals', async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    const rejected = await register(server, fixtures, 2, { name: '王志强' });
    const { learnerId } = rejected;
    await fixtures.unit.learners.decide({
      learnerIds: [learnerId],
      decision: 'reject',
      reason: '非本单位人员',
    });
    const { show } = await openScreen(server, fixtures);
    const { text } = await show();
    const { claimId } = await client.checkIns.scan({ text });
    await client.checkIns.checkIn({ claimId });
    const other = await rejected.client.checkIns.scan({ text });
    await expect(rejected.client.checkIns.checkIn({ claimId: other.claimId })).rejects.toThrow();
    const { activityId } = fixtures;
    expect(await fixtures.unit.checkIns.board({ activityId })).toMatchObject({
      persons: 1,
      swipes: 1,
      courses: [{ inPersons: 1, outPersons: 0, swipes: 1 }],
      latest: [{ name: '陈慧敏', unitName: '漯河市中心医院' }],
      refused: [{ count: 1, reason: expect.stringContaining('未通过单位审核') }],
    });
    await expect(fixtures.otherUnit.checkIns.board({ activityId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
