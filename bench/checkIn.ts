/**
 * `npm run bench -- check-in`: how much dearer a check-in is than the least that it must do. A closed loop with 200 in flight, the
 * whole server against the floor (floorServer.ts) in turns on the same stores; then the burst that a hall really makes; with
 * `--abuse` the counts of forged, stale, replayed and borrowed codes. All is counted in the database afterwards.
 *
 * Options: --json, --learners (a round, 1500), --rounds (3), --width (200), --burst (1500), --abuse.
 */
import { checkInModel } from '../server/areas/check-ins/model';
import { type Hall, openHall, openHallScreen, type Seated, seat } from '../server/testing/hall';
import { abuse } from './abuse';
import { openBench, screenOf, startProcess, throwAwayStores } from './bed';
import { type Answer, type Post, poster } from './http';
import { arrive, at, figures, line, load, median, rateOf, round, rush } from './load';
import { flag, option, report } from './options';

const LEARNERS = option('learners', 1500);
const ROUNDS = option('rounds', 3);
const WIDTH = option('width', 200);
const BURST = option('burst', 1500);

async function main(): Promise<void> {
  const stores = await throwAwayStores();
  const bench = await openBench(stores);
  const { platform, services } = bench;
  const floor = await startProcess('bench/floorServer.ts', stores);
  const server = await startProcess('server/main.ts', stores);
  const { post, stop } = poster(WIDTH);
  try {
    const hall = await openHall(platform);
    const displayId = await openHallScreen(platform, services, hall);
    const shown = screenOf(services, displayId);
    const rounds = [];
    let seated = 0;
    // The first round only warms both up.
    for (let n = 0; n <= ROUNDS; n += 1) {
      const people = await seat(platform, services, hall, n === 0 ? 200 : LEARNERS, seated);
      seated += people.length;
      rounds.push(await compare({ people, post, floorUrl: floor.url, serverUrl: server.url, shown }));
    }
    const measured = rounds.slice(1);
    const crowd = await seat(platform, services, hall, BURST, seated);
    const burst = await hallFills(crowd, post, server.url, shown);
    const { lost, doubled } = await countOf(platform, hall, seated + BURST - burst.errors);
    const bad = flag('abuse')
      ? await abuse({ bench, hall, displayId, post, url: server.url, from: seated + BURST })
      : undefined;
    report({
      throughputRatio: round(
        median(measured.map(({ floored, checkedIn }) => rateOf(checkedIn) / rateOf(floored))),
      ),
      p99Ratio: round(
        median(measured.map(({ floored, checkedIn }) => at(checkedIn, 0.99) / at(floored, 0.99))),
      ),
      errors: tally(measured.flatMap(({ errors }) => errors)),
      lost,
      doubled,
      learners: LEARNERS,
      rounds: ROUNDS,
      width: WIDTH,
      floor: figures(last(measured).floored),
      scan: figures(last(measured).scanned),
      checkIn: figures(last(measured).checkedIn),
      burst,
      ...(bad && { abuse: bad }),
    });
    const isGood = lost === 0 && doubled === 0 && burst.errors === 0 && (!bad || bad.accepted === 0);
    process.exitCode = isGood ? 0 : 1;
  } finally {
    stop();
    await Promise.all([server.stop(), floor.stop()]);
    await bench.stop();
    await stores.stop();
  }
}

interface Round {
  people: Seated[];
  post: Post;
  floorUrl: string;
  serverUrl: string;
  shown(): Promise<string>;
}

/** One round: the floor, then all scan, then all check in by their claims. */
async function compare({ people, post, floorUrl, serverUrl, shown }: Round) {
  const errors: string[] = [];
  const note = (step: string, { status, body }: Answer) => {
    if (status !== 200) {
      errors.push(`${step} ${body.code ?? status}`);
    }
  };
  const floored = await load(people.length, WIDTH, async (index) => {
    note('floor', await post(floorUrl, { claimId: `${people[index]?.learnerId}` }));
  });
  const claims: unknown[] = [];
  const scanned = await load(people.length, WIDTH, async (index) => {
    const text = await shown();
    const answer = await post(`${serverUrl}/api/scans`, { text }, people[index]?.token);
    claims[index] = answer.body.claimId;
    note('scan', answer);
  });
  const checkedIn = await load(people.length, WIDTH, async (index) => {
    const claimId = claims[index];
    note('check-in', await post(`${serverUrl}/api/check-ins`, { claimId }, people[index]?.token));
  });
  console.error([line('底线', floored), line('扫码', scanned), line('签到', checkedIn)].join('\n'));
  return { floored, scanned, checkedIn, errors };
}

/** 1,500 people in a minute, 40 % of them in the first ten seconds, each scans and checks in. */
async function hallFills(crowd: Seated[], post: Post, url: string, shown: () => Promise<string>) {
  let errors = 0;
  const measured = await arrive(rush(crowd.length, 60_000, 0.4, 10_000), async (index) => {
    const token = crowd[index]?.token;
    const scan = await post(`${url}/api/scans`, { text: await shown() }, token);
    const { status } = await post(`${url}/api/check-ins`, { claimId: scan.body.claimId }, token);
    errors += status === 200 ? 0 : 1;
  });
  console.error(line('会场一分钟（扫码并签到）', measured));
  return { ...figures(measured), errors };
}

/** What the database holds of those who were told that they are in. */
async function countOf(
  { mongo }: Parameters<typeof openHall>[0],
  { activityId }: Hall,
  acknowledged: number,
): Promise<{ lost: number; doubled: number }> {
  const CheckIn = checkInModel(mongo);
  const [persons, rows] = await Promise.all([
    CheckIn.distinct('learnerId', { activityId }),
    CheckIn.countDocuments({ activityId }),
  ]);
  return { lost: acknowledged - persons.length, doubled: rows - persons.length };
}

/** How often each text occurs. */
function tally(texts: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) {
    counts[text] = (counts[text] ?? 0) + 1;
  }
  return counts;
}

function last<T>(values: T[]): T {
  const value = values.at(-1);
  if (!value) {
    throw new Error('no round was measured');
  }
  return value;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
