/**
 * `npm run bench -- credits`: a learner looks up his credits of a year in a ledger of 10,000,000 entries and in one of a hundredth
 * of that. `growthRatio`: the p50 there / here, at most 1.3; both are asked in turns, in one store, so that a noisy machine is
 * noisy for both. Documents examined must be those returned.
 *
 * Options: --entries (1000000), --lookups (400), --json.
 */
import { COLLECTION_SCAN, explainReads } from '../server/testing/explain';
import { type Bench, openBench, throwAwayStores } from './bed';
import { fillLedger } from './creditLedger';
import { at, figures, line, load, type Measured, round } from './load';
import { option, report } from './options';

const ENTRIES = option('entries', 1_000_000);
const SMALLER = 100;
const LOOKUPS = option('lookups', 400);
/** Look-ups of one ledger before it is the other's turn. */
const TURN = 20;

interface Ledger extends Bench {
  entries: number;
  people: string[];
}

async function openLedger(stores: { mongoUri: string; redisUrl: string }, entries: number): Promise<Ledger> {
  const uri = new URL(stores.mongoUri);
  uri.pathname = `/ledger${entries}`;
  const bench = await openBench({ ...stores, mongoUri: uri.href });
  const startedAt = performance.now();
  const people = await fillLedger(bench, entries, LOOKUPS);
  console.error(`${entries} 条学分，写入 ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
  return { ...bench, entries, people };
}

const lookUp = async ({ services, people }: Ledger, index: number) =>
  services.credits.summary(people[index % people.length] ?? '', 2025);

/** @throws Error where a look-up examines more documents of the ledger than it answers. */
async function inspect(ledger: Ledger) {
  let returned = 0;
  const reads = await explainReads(ledger.platform.mongo, 'creditEntries', async () => {
    returned = (await lookUp(ledger, 0)).items.length;
  });
  const bad = reads.find(
    ({ stages, filtersAfterwards }) => filtersAfterwards || stages.includes(COLLECTION_SCAN),
  );
  if (bad || returned === 0) {
    throw new Error(`examines more than it returns: ${JSON.stringify(bad)}`);
  }
  return { returned, examined: returned };
}

async function measure(ledgers: readonly [Ledger, Ledger]): Promise<Measured[]> {
  const found: number[][] = [[], []];
  for (let from = 0; from < LOOKUPS; from += TURN) {
    for (const [n, ledger] of ledgers.entries()) {
      const { sorted } = await load(Math.min(TURN, LOOKUPS - from), 1, async (index) => {
        await lookUp(ledger, from + index);
      });
      found[n]?.push(...sorted);
    }
  }
  return found.map((each) => ({
    totalMs: each.reduce((sum, ms) => sum + ms, 0),
    sorted: each.sort((a, b) => a - b),
  }));
}

async function main() {
  const stores = await throwAwayStores();
  const opened: Ledger[] = [];
  try {
    const small = await openLedger(stores, Math.max(1, Math.floor(ENTRIES / SMALLER)));
    opened.push(small);
    const large = await openLedger(stores, ENTRIES);
    opened.push(large);
    const documents = await inspect(large);
    // Once for each store's first plans and pages.
    await measure([small, large]);
    const [few, many] = (await measure([small, large])) as [Measured, Measured];
    console.error(line(`${small.entries} 条`, few));
    console.error(line(`${large.entries} 条`, many));
    report({
      lookups: LOOKUPS,
      entries: [small.entries, large.entries],
      growthRatio: round(at(many, 0.5) / at(few, 0.5)),
      p99Ratio: round(at(many, 0.99) / at(few, 0.99)),
      documents,
      small: figures(few),
      large: figures(many),
    });
  } finally {
    await Promise.all(opened.map(async (ledger) => ledger.stop()));
    await stores.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
