/**
 * `npm run bench -- screens`: a thousand venue screens on one server process, in halls of two screens each (签到 and 撤离), all
 * of which turn in the same instant; meanwhile 1,500 people come into the first hall. How late a code is on a screen after its
 * slot began, what a screen costs in memory and in writes to the stores, and how far the headcount is behind.
 *
 * Options: --json, --screens (1000), --seconds (60), --crowd (1500).
 */
import { Agent } from 'node:http';
import { Types } from 'mongoose';
import { slotStart } from '../common/rules/qr';
import { type Hall, openHall, seat } from '../server/testing/hall';
import { type Bench, openBench, PERIOD_MS, startProcess, throwAwayStores } from './bed';
import { arrive, round, rush } from './load';
import { option, report } from './options';
import { processorMs, residentKiB } from './process';
import { openScreen, type ScreenClient } from './screenClient';
import { storeWrites } from './storeWrites';

const SCREENS = option('screens', 1000);
const SECONDS = option('seconds', 60);
const CROWD = option('crowd', 1500);
const CHUNK = 50;

async function main(): Promise<void> {
  const stores = await throwAwayStores();
  const bench = await openBench(stores);
  const server = await startProcess('server/main.ts', stores);
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const clients: ScreenClient[] = [];
  try {
    const halls = await openHalls(bench, Math.ceil(SCREENS / 2));
    const [first] = halls;
    if (!first) {
      throw new Error('no screens asked for');
    }
    const crowd = await seat(bench.platform, bench.services, first, CROWD);
    const tickets = (await Promise.all(halls.map(async (hall) => openBoth(bench, hall)))).flat();
    await fetch(`${server.url}/api/screens/${tickets[0]}`);

    const lags: number[] = [];
    let isMeasured = false;
    let turns = 0;
    /** The headcount of the first hall's first screen, each with when it was shown. */
    const counts: { persons: number; at: number }[] = [];
    const before = residentKiB(server.child.pid);
    for (let n = 0; n < SCREENS; n += CHUNK) {
      const chunk = tickets.slice(n, Math.min(SCREENS, n + CHUNK)).map((ticket, i) =>
        openScreen(`${server.url}/api/screens/${ticket}/events`, agent, (event, at) => {
          if (event.type === 'turn' && isMeasured) {
            turns += 1;
            lags.push(at - slotStart(event.slot, event.periodMs));
          } else if (event.type === 'count' && n + i === 0) {
            counts.push({ persons: event.persons, at });
          }
        }),
      );
      clients.push(...chunk);
      await Promise.all(chunk.map(({ ready }) => ready));
    }
    const after = residentKiB(server.child.pid);

    // The turn that comes next is the first that every screen waits for.
    await new Promise((resolve) => setTimeout(resolve, PERIOD_MS / 2 - (Date.now() % PERIOD_MS) + PERIOD_MS));
    const writes = await storeWrites(bench.platform);
    const processor = processorMs(server.child.pid);
    isMeasured = true;
    const startedAt = Date.now();
    await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
    isMeasured = false;
    const tookMs = Date.now() - startedAt;
    const used = processorMs(server.child.pid);
    const written = await writes.since();

    const acknowledged = await comeIn(bench, first, crowd);
    const headcount = await behind(acknowledged, counts);
    lags.sort((a, b) => a - b);
    const at = (share: number) => lags[Math.min(lags.length - 1, Math.floor(lags.length * share))] ?? null;
    report({
      screens: SCREENS,
      turns,
      missedTurns: SCREENS * Math.floor(tookMs / PERIOD_MS) - turns,
      turnLag: { p50Ms: at(0.5), p99Ms: at(0.99), mostMs: lags.at(-1) ?? null },
      memoryPerScreenKiB: before === null || after === null ? null : round((after - before) / SCREENS),
      serverMemoryMiB: after === null ? null : round(after / 1024),
      serverProcessorShare: processor === null || used === null ? null : round((used - processor) / tookMs),
      redisWritesPerTurn: round(written.redis / turns),
      mongoWritesPerTurn: written.mongo === null ? null : round(written.mongo / turns),
      headcount,
    });
    process.exitCode = headcount.isExact && turns > 0 ? 0 : 1;
  } finally {
    for (const client of clients) {
      client.close();
    }
    agent.destroy();
    await server.stop();
    await bench.stop();
    await stores.stop();
  }
}

async function openHalls({ platform }: Bench, count: number): Promise<Hall[]> {
  const halls: Hall[] = [];
  for (let n = 0; n < count; n += CHUNK) {
    const some = Array.from({ length: Math.min(CHUNK, count - n) }, (_, i) => n + i + 1);
    halls.push(...(await Promise.all(some.map(async (each) => openHall(platform, each)))));
  }
  return halls;
}

/** Opens the hall's two screens; their tickets. */
async function openBoth({ platform, services }: Bench, hall: Hall): Promise<string[]> {
  const now = platform.clock.now();
  const session = { unitId: hall.unitId, device: '', openedAt: now, expiresAt: now };
  const opened = await Promise.all(
    (['in', 'out'] as const).map(async (direction) =>
      services.checkIns.displays.open(session, { ...hall, direction }),
    ),
  );
  return opened.map(({ screenUrl }) => screenUrl.split('/').at(-1) ?? '');
}

/** The crowd comes within half a minute, 40 % in the first five seconds; when each check-in was acknowledged. */
async function comeIn(
  { services }: Bench,
  hall: Hall,
  crowd: Awaited<ReturnType<typeof seat>>,
): Promise<number[]> {
  const acknowledged: number[] = [];
  await arrive(rush(crowd.length, 30_000, 0.4, 5_000), async (index) => {
    const learnerId = crowd[index]?.learnerId ?? '';
    await services.checkIns.record({
      activityId: new Types.ObjectId(hall.activityId),
      courseId: new Types.ObjectId(hall.courseId),
      learnerId: new Types.ObjectId(learnerId),
      direction: 'in',
      at: new Date(),
      periodMs: PERIOD_MS,
      method: 'qr',
      claim: `bench:${learnerId}`,
    });
    acknowledged.push(Date.now());
  });
  return acknowledged;
}

/** How long each arrival waited for a headcount that includes it. */
async function behind(acknowledged: number[], counts: { persons: number; at: number }[]) {
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const waits = acknowledged
    .sort((a, b) => a - b)
    .map((at, i) => (counts.find(({ persons }) => persons > i)?.at ?? Number.POSITIVE_INFINITY) - at)
    .sort((a, b) => a - b);
  return {
    p50Ms: waits[Math.floor(waits.length / 2)] ?? 0,
    mostMs: waits.at(-1) ?? 0,
    isExact: counts.at(-1)?.persons === acknowledged.length,
  };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
