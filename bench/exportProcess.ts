/** Makes exports of a filled store in a process of its own, watches what it costs, and tells it as lines of JSON. */
import type { ExportOrder } from '../common/contract/exports';
import { openBench } from './bed';

const SAMPLE_MS = 10;
const MB = 1024 * 1024;

/** The years whose credits are exported, one after another. */
const [, , unitId = '', ...years] = process.argv;

async function run(): Promise<void> {
  const { MONGODB_URI: mongoUri = '', REDIS_URL: redisUrl = '' } = process.env;
  const bench = await openBench({ mongoUri, redisUrl });
  const { exports } = bench.services;
  const owner = { kind: 'unit', id: unitId } as const;
  for (const year of years) {
    const order: ExportOrder = { kind: 'personCredits', filter: { year: Number(year) } };
    globalThis.gc?.();
    const before = process.memoryUsage();
    const peak = { ...before };
    const sampler = setInterval(() => {
      const now = process.memoryUsage();
      peak.rss = Math.max(peak.rss, now.rss);
      peak.heapUsed = Math.max(peak.heapUsed, now.heapUsed);
    }, SAMPLE_MS);
    const startedAt = performance.now();
    const { _id } = await exports.start(order, { actor: owner, requestId: 'bench' });
    await exports.sweep();
    const ms = performance.now() - startedAt;
    clearInterval(sampler);
    const job = await exports.get(owner, String(_id));
    process.stdout.write(
      `${JSON.stringify({
        state: job.state,
        rows: job.rows,
        bytes: job.bytes,
        ms,
        residentGrowthMb: (peak.rss - before.rss) / MB,
        heapGrowthMb: (peak.heapUsed - before.heapUsed) / MB,
      })}\n`,
    );
  }
  await exports.settled();
  await bench.stop();
}

run().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
