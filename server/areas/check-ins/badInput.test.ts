/** What people try: forged, stale, replayed and borrowed codes, all at once. The heavy counts are in bench/checkIn.ts. */
import { randomBytes } from 'node:crypto';
import { toToken } from '@common/rules/qr';
import { openHall, openHallScreen, seat } from '../../testing/hall';
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, openScreen } from '../../testing/people';
import { flipsOf } from '../../testing/tokens';
import { checkInModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const find = async (token: string) => server.services.checkIns.tokens.find({ token });

test('of 5,000 forged tokens and every one-bit flip of 20 real ones none stands for anything', async () => {
  const { show } = await openScreen(server, fixtures);
  const real: string[] = [];
  for (let slot = 0; slot < 20; slot += 1) {
    real.push((await show()).token);
    server.clock.pass(5_000);
  }
  const forged = [...Array.from({ length: 5_000 }, () => toToken(randomBytes(12))), ...real.flatMap(flipsOf)];
  expect(new Set(forged).size).toBe(forged.length);
  const found = await Promise.all(forged.map(find));
  expect(found.filter(Boolean)).toEqual([]);
  expect((await Promise.all(real.map(find))).filter(Boolean)).toHaveLength(20);
});

test('at every boundary of twenty slots a code is good to the last millisecond and no longer', async () => {
  const { token } = await approvedLearner(server, fixtures, 1);
  const session = await server.services.accounts.sessions.find(token);
  const { show } = await openScreen(server, fixtures);
  const scanAt = async (at: number, text: string) => {
    server.clock.set(at);
    return session && server.services.checkIns.scan(session, { text });
  };
  for (let slot = 0; slot < 20; slot += 1) {
    const start = NINE + slot * 5_000;
    server.clock.set(start);
    const { text } = await show();
    await expect(scanAt(start - 1, text)).rejects.toMatchObject({ code: 'QR_EXPIRED' });
    expect(await scanAt(start, text)).toMatchObject({ direction: 'in' });
    expect(await scanAt(start + 9_999, text)).toMatchObject({ direction: 'in' });
    await expect(scanAt(start + 10_000, text)).rejects.toMatchObject({ code: 'QR_EXPIRED' });
  }
});

test('twenty learners behind one address, each with one code and twenty taps at once, are twenty check-ins', async () => {
  const people = await seat(server.platform, server.services, fixtures, 20);
  const { show } = await openScreen(server, fixtures);
  const { text } = await show();
  const { services } = server;
  const answers = await Promise.all(
    people.map(async ({ session }) => {
      const { claimId } = await services.checkIns.scan(session, { text, ip: '10.0.0.1' });
      return Promise.all(Array.from({ length: 20 }, () => services.checkIns.checkIn(session, { claimId })));
    }),
  );
  expect(answers.flat().filter(({ repeated }) => !repeated)).toHaveLength(20);
  const rows = await checkInModel(server.platform.mongo).find().sort({ _id: 1 }).lean();
  expect(new Set(rows.map(({ learnerId }) => String(learnerId))).size).toBe(20);
  expect(rows).toHaveLength(20);
});

test('a claim is worth nothing to another WeChat, replayed or after its time', async () => {
  const [owner, ...others] = await seat(server.platform, server.services, fixtures, 10);
  const { show } = await openScreen(server, fixtures);
  const { checkIns } = server.services;
  if (!owner) {
    throw new Error('nobody is seated');
  }
  const { claimId } = await checkIns.scan(owner.session, { text: (await show()).text });
  const tries = async () =>
    Promise.allSettled(others.map(async ({ session }) => checkIns.checkIn(session, { claimId })));
  const before = await tries();
  await checkIns.checkIn(owner.session, { claimId });
  const after = await tries();
  server.clock.pass(4 * 60_000);
  const expired = await tries();
  for (const result of [...before, ...after, ...expired]) {
    expect(result).toMatchObject({ status: 'rejected', reason: { code: expect.stringMatching(/^CLAIM_/) } });
  }
  expect(await checkInModel(server.platform.mongo).countDocuments()).toBe(1);
});

test('a code counts for its own activity and course, whatever else is open', async () => {
  const other = await openHall(server.platform, 2);
  const otherDisplay = await openHallScreen(server.platform, server.services, other);
  const [person] = await seat(server.platform, server.services, fixtures, 1);
  const { checkIns } = server.services;
  await openScreen(server, fixtures);
  const { token } = await checkIns.tokens.current(otherDisplay, 5_000);
  if (!person) {
    throw new Error('nobody is seated');
  }
  const { claimId } = await checkIns.scan(person.session, { text: `http://127.0.0.1:8080/q/${token}` });
  await checkIns.checkIn(person.session, { claimId });
  const rows = await checkInModel(server.platform.mongo).find().sort({ _id: 1 }).lean();
  expect(rows.map(({ activityId, courseId }) => [String(activityId), String(courseId)])).toEqual([
    [other.activityId, other.courseId],
  ]);
});
