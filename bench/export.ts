/**
 * `npm run bench -- export`: 学分明细 of a unit with 100,000 credits is written as Excel, in a process of its own whose memory is
 * watched; before it one with 1,000 that warms it up, and one with a tenth to compare.
 *
 * Options: --rows (100000), --json.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Types } from 'mongoose';
import { activityModel } from '../server/areas/activities/model';
import { openHall } from '../server/testing/hall';
import { putCredits, putPeople } from '../server/testing/ledger';
import { type Bench, openBench, type StoreUrls, serverEnv, throwAwayStores } from './bed';
import { round } from './load';
import { option, report } from './options';

const ROWS = option('rows', 100_000);
const PEOPLE = ROWS / 10;
const WARM_UP = Math.min(1_000, PEOPLE);
const CHUNK = 1_000;

interface Made {
  state: string;
  rows: number;
  bytes: number;
  ms: number;
  residentGrowthMb: number;
  heapGrowthMb: number;
}

/** Ten credits each of as many people, in 2026; one each in 2025; one of a few of them in 2024. */
async function fill({ platform, services }: Bench): Promise<string> {
  const { unitId, activityId } = await openHall(platform);
  const Activity = activityModel(platform.mongo);
  const { _id, ...like } = await Activity.findById(activityId).orFail().lean();
  const people: string[] = [];
  for (let from = 0; from < PEOPLE; from += CHUNK) {
    const names = Array.from({ length: Math.min(CHUNK, PEOPLE - from) }, (_, n) => ({
      name: `学员${from + n}`,
    }));
    people.push(...(await putPeople(platform, unitId, names)));
  }
  const terms = [
    ...Array.from({ length: 10 }, () => ({ year: 2026, count: PEOPLE })),
    { year: 2025, count: PEOPLE },
    { year: 2024, count: WARM_UP },
  ];
  for (const [n, { year, count }] of terms.entries()) {
    const term = new Types.ObjectId();
    await Activity.create({ ...like, _id: term, term: n + 2 });
    for (let from = 0; from < count; from += CHUNK) {
      const some = people.slice(from, Math.min(count, from + CHUNK));
      const batch = { activityDate: `${year}-11-21`, department: '外科' };
      await putCredits(platform, services, String(term), some, batch);
    }
  }
  return unitId;
}

async function make(stores: StoreUrls, unitId: string): Promise<Made[]> {
  const script = join(__dirname, 'exportProcess.ts');
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', script, unitId, '2024', '2025', '2026'],
    {
      cwd: join(__dirname, '..'),
      env: { ...process.env, ...serverEnv(stores, 0) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [told, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) {
    throw new Error(`the exporting process ended with ${code}`);
  }
  return told
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Made);
}

const figures = ({ rows, bytes, ms, residentGrowthMb, heapGrowthMb }: Made) => ({
  rows,
  bytes,
  rowsPerSecond: Math.round(rows / (ms / 1000)),
  peakGrowthMb: round(Math.max(residentGrowthMb, heapGrowthMb)),
  residentGrowthMb: round(residentGrowthMb),
  heapGrowthMb: round(heapGrowthMb),
});

async function run(): Promise<void> {
  const stores = await throwAwayStores();
  try {
    const bench = await openBench(stores);
    const unitId = await fill(bench);
    await bench.stop();
    console.error(`${ROWS} 条学分已写入，开始导出`);
    const made = await make(stores, unitId);
    const [, tenth, whole] = made;
    if (!tenth || !whole || whole.rows !== ROWS || made.some(({ state }) => state !== 'done')) {
      throw new Error(`not all was exported: ${JSON.stringify(made)}`);
    }
    report({ ...figures(whole), tenth: figures(tenth) });
  } finally {
    await stores.stop();
  }
}

run().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
