/** The counts that the tests are too short for: forged, stale, flipped, replayed and borrowed codes, and fifty taps of a thousand people. */
import { randomBytes } from 'node:crypto';
import { toToken } from '@common/rules/qr';
import { checkInModel } from '../server/areas/check-ins/model';
import { type Hall, type Seated, seat } from '../server/testing/hall';
import { flipsOf } from '../server/testing/tokens';
import { type Bench, PERIOD_MS, PUBLIC_URL } from './bed';
import type { Post } from './http';
import { load } from './load';
import { option } from './options';

const FORGED = option('forged', 1_000_000);
const EXPIRED = option('expired', 100_000);
const REAL = option('real', 1_000);
const REPLAYED = option('replayed', 10_000);
const TAPPERS = option('tappers', 1_000);
const TAPS = option('taps', 50);
const NEIGHBOURS = option('neighbours', 500);
const WIDTH = 200;

export interface Given {
  bench: Bench;
  hall: Hall;
  displayId: string;
  post: Post;
  url: string;
  /** The first number of people that is free. */
  from: number;
}

/** What was let through of what must not be: `accepted` is the sum. */
export async function abuse({ bench, hall, displayId, post, url, from }: Given) {
  const { platform, services } = bench;
  const { tokens } = services.checkIns;
  let free = from;
  const people = async (count: number) => {
    const seated = await seat(platform, services, hall, count, free);
    free += count;
    return seated;
  };
  const scan = async (token: string, { token: session }: Seated) =>
    post(`${url}/api/scans`, { text: `${PUBLIC_URL}/q/${token}` }, session);
  const [someone, thief] = await people(2);
  if (!someone || !thief) {
    throw new Error('nobody is seated');
  }

  // A forged token is unknown to Redis, whoever asks; the rate limit would refuse most of them before.
  let found = 0;
  const count = async (forged: readonly string[]) => {
    await load(forged.length, WIDTH, async (index) => {
      found += (await tokens.find({ token: forged[index] ?? '' })) ? 1 : 0;
    });
  };
  for (let done = 0; done < FORGED; done += 10_000) {
    await count(Array.from({ length: Math.min(10_000, FORGED - done) }, () => toToken(randomBytes(12))));
  }

  // A thousand screens' worth of real tokens: of one display, under a clock that goes ahead.
  let now = platform.clock.now();
  const ahead = { ...platform, clock: { now: () => now } };
  const { createTokens } = await import('../server/areas/check-ins/tokens');
  const turning = createTokens(ahead);
  const real: string[] = [];
  for (let n = 0; n < REAL; n += 1) {
    // Long before the present: every one of them is over.
    now = platform.clock.now() - (n + 4) * PERIOD_MS;
    real.push((await turning.current(displayId, PERIOD_MS)).token);
  }
  await count(real.flatMap(flipsOf));

  let expired = 0;
  const late = await people(Math.ceil(EXPIRED / 25));
  await load(EXPIRED, WIDTH, async (index) => {
    const who = late[Math.floor(index / 25)] ?? someone;
    expired += (await scan(real[index % real.length] ?? '', who)).status === 200 ? 1 : 0;
  });

  const { token } = await tokens.current(displayId, PERIOD_MS);
  const claimed = await scan(token, someone);
  const { claimId } = claimed.body;
  const redeem = async (who: Seated, claim: unknown) =>
    post(`${url}/api/check-ins`, { claimId: claim }, who.token);
  let borrowed = 0;
  borrowed += (await redeem(thief, claimId)).status === 200 ? 1 : 0;
  await redeem(someone, claimId);
  let replayed = 0;
  const replayers = await people(Math.ceil(REPLAYED / 50));
  await load(REPLAYED, WIDTH, async (index) => {
    const who = replayers[Math.floor(index / 50)] ?? thief;
    replayed += (await redeem(who, claimId)).status === 200 ? 1 : 0;
  });

  const before = await checkInModel(platform.mongo).countDocuments();
  const tappers = await people(TAPPERS);
  let tapErrors = 0;
  const claims = new Map<Seated, unknown>();
  await load(TAPPERS, WIDTH, async (index) => {
    const who = tappers[index] ?? someone;
    const turn = await tokens.current(displayId, PERIOD_MS);
    claims.set(who, (await scan(turn.token, who)).body.claimId);
  });
  await load(TAPPERS, Math.max(1, Math.floor(WIDTH / TAPS)), async (index) => {
    const who = tappers[index] ?? someone;
    const answers = await Promise.all(Array.from({ length: TAPS }, async () => redeem(who, claims.get(who))));
    tapErrors += answers.filter(({ status }) => status !== 200).length;
  });
  const written = (await checkInModel(platform.mongo).countDocuments()) - before;

  const neighbours = await people(NEIGHBOURS);
  let turnedAway = 0;
  await load(NEIGHBOURS, NEIGHBOURS, async (index) => {
    const turn = await tokens.current(displayId, PERIOD_MS);
    turnedAway += (await scan(turn.token, neighbours[index] ?? someone)).status === 200 ? 0 : 1;
  });

  return {
    accepted: found + expired + borrowed + replayed + Math.abs(written - TAPPERS),
    forged: FORGED,
    flipped: real.length * 96,
    expired: EXPIRED,
    replayed: REPLAYED,
    taps: { people: TAPPERS, each: TAPS, written, errors: tapErrors },
    behindOneAddress: { people: NEIGHBOURS, turnedAway },
  };
}
