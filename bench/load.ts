/** Runs `job` for each number below `count`, `width` at a time; the milliseconds of each, sorted, and of the whole. */
export async function load(
  count: number,
  width: number,
  job: (index: number) => Promise<void>,
): Promise<{ totalMs: number; sorted: number[] }> {
  const each: number[] = [];
  let next = 0;
  const startedAt = performance.now();
  const lane = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      const from = performance.now();
      await job(index);
      each.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return { totalMs: performance.now() - startedAt, sorted: each.sort((a, b) => a - b) };
}

/** One line of a report: rate, median and 99th percentile. */
export function line(name: string, { totalMs, sorted }: Awaited<ReturnType<typeof load>>): string {
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  const rate = ((sorted.length * 1000) / totalMs).toFixed(0);
  return `${name.padEnd(28)} ${rate.padStart(6)}/s   p50 ${at(0.5).padStart(7)} ms   p99 ${at(0.99).padStart(7)} ms`;
}
