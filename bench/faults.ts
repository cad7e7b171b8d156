/**
 * `npm run bench -- faults`: what becomes of a hall that signs in while something dies. In each round people arrive evenly, two
 * server processes serve them, and in the middle one of the servers is killed (`kill -9`), Redis is, or MongoDB is; it is started
 * again at once. A phone tries as the mini-program does: the same claim until it is answered, a new scan only where the claim is
 * refused. Afterwards all who were told 已签到 are looked for in the database.
 *
 * Options: --json, --times (of each, 10), --people (a round, 300), --seconds (a round, 15).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkInModel } from '../server/areas/check-ins/model';
import { freePort } from '../server/embedded/machine';
import { openHall, openHallScreen, type Seated, seat } from '../server/testing/hall';
import { type Bench, openBench, type ServerProcess, screenOf, startProcess } from './bed';
import { poster } from './http';
import { arrive, at, median, round } from './load';
import { option, report } from './options';
import { startStore } from './stores';

const TIMES = option('times', 10);
const PEOPLE = option('people', 300);
const SECONDS = option('seconds', 15);
/** A phone that gets no answer tries again after so long. */
const RETRY_MS = 300;
const PATIENCE_MS = 120_000;

type Fault = 'server' | 'redis' | 'mongo';
const FAULTS: readonly Fault[] = ['server', 'redis', 'mongo'];

interface Outcome {
  fault: Fault;
  /** From the fault to the first check-in that was answered after it. */
  nextTickMs: number;
  slowestMs: number;
  gaveUp: number;
  lost: number;
  doubled: number;
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'jjt-faults-'));
  const mongo = await startStore('mongo', join(folder, 'mongo'));
  const redis = await startStore('redis', join(folder, 'redis'));
  const stores = { mongoUri: mongo.url, redisUrl: redis.url };
  const bench = await openBench(stores);
  const servers = [
    await startProcess('server/main.ts', stores),
    await startProcess('server/main.ts', stores),
  ];
  const { post, stop } = poster(200);
  const outcomes: Outcome[] = [];
  try {
    for (let n = 0; n < TIMES * FAULTS.length; n += 1) {
      const fault = FAULTS[n % FAULTS.length] ?? 'server';
      const strike = {
        server: async () => killServer(servers, stores),
        redis: redis.crash,
        mongo: mongo.crash,
      };
      const outcome = await hallWith(bench, n, fault, strike[fault], async (path, body, token) => {
        const { url } = servers[Math.floor(Math.random() * servers.length)] ?? { url: '' };
        return post(`${url}${path}`, body, token);
      });
      outcomes.push(outcome);
      console.error(JSON.stringify(outcome));
    }
    report({ times: TIMES, people: PEOPLE, ...summary(outcomes) });
    process.exitCode = outcomes.every(({ lost, doubled, gaveUp }) => lost + doubled + gaveUp === 0) ? 0 : 1;
  } finally {
    stop();
    await Promise.all(servers.map(async (server) => server.stop()));
    await bench.stop();
    await mongo.stop();
    await redis.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One hall through which a fault goes. */
async function hallWith(
  { platform, services }: Bench,
  n: number,
  fault: Fault,
  strike: () => Promise<void>,
  post: (
    path: string,
    body: object,
    token: string,
  ) => Promise<{ status: number; body: Record<string, unknown> }>,
): Promise<Outcome> {
  const hall = await openHall(platform, n + 1);
  const people = await seat(platform, services, hall, PEOPLE, n * PEOPLE);
  const shown = screenOf(services, await openHallScreen(platform, services, hall));
  const acknowledged = new Set<string>();
  const answeredAt: number[] = [];
  let gaveUp = 0;
  let struckAt = Number.POSITIVE_INFINITY;
  const striking = new Promise<void>((resolve, reject) => {
    setTimeout(
      () => {
        struckAt = performance.now();
        strike().then(resolve, reject);
      },
      (SECONDS * 1000) / 2,
    );
  });

  async function signIn({ learnerId, token }: Seated): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    let claimId: unknown = null;
    while (performance.now() < until) {
      if (!claimId) {
        const text = await shown().catch(() => null);
        const scan = text ? await post('/api/scans', { text }, token) : null;
        claimId = scan?.status === 200 ? scan.body.claimId : null;
      }
      const done = claimId ? await post('/api/check-ins', { claimId }, token) : null;
      if (done?.status === 200) {
        acknowledged.add(learnerId);
        answeredAt.push(performance.now());
        return;
      }
      // Redis may have lost it, and then it was not used either.
      claimId = done?.status === 410 ? null : claimId;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    gaveUp += 1;
  }

  const times = people.map((_, i) => (i / people.length) * SECONDS * 1000);
  const measured = await arrive(times, async (index) => {
    const person = people[index];
    await (person && signIn(person));
  });
  await striking;
  const rows = await checkInModel(platform.mongo)
    .find({ activityId: hall.activityId }, { learnerId: 1 })
    .lean();
  const kept = new Set(rows.map(({ learnerId }) => String(learnerId)));
  return {
    fault,
    nextTickMs: Math.round(Math.min(...answeredAt.filter((ms) => ms > struckAt)) - struckAt),
    slowestMs: Math.round(at(measured, 1)),
    gaveUp,
    lost: [...acknowledged].filter((id) => !kept.has(id)).length,
    doubled: rows.length - kept.size,
  };
}

/** Kills one server as a power cut would and starts another in its place. */
async function killServer(servers: ServerProcess[], stores: { mongoUri: string; redisUrl: string }) {
  const [victim] = servers;
  victim?.child.kill('SIGKILL');
  servers[0] = await startProcess('server/main.ts', stores, await freePort());
}

function summary(outcomes: Outcome[]) {
  const of = (fault: Fault) => {
    const own = outcomes.filter((outcome) => outcome.fault === fault);
    const ticks = own.map(({ nextTickMs }) => nextTickMs);
    return {
      lost: own.reduce((sum, { lost }) => sum + lost, 0),
      doubled: own.reduce((sum, { doubled }) => sum + doubled, 0),
      gaveUp: own.reduce((sum, { gaveUp }) => sum + gaveUp, 0),
      secondsToNextTick: { median: round(median(ticks) / 1000), most: round(Math.max(...ticks) / 1000) },
      slowestSeconds: round(Math.max(...own.map(({ slowestMs }) => slowestMs)) / 1000),
    };
  };
  return { server: of('server'), redis: of('redis'), mongo: of('mongo') };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
