/** How long each of many jobs took, in milliseconds, sorted; and the whole. */
export interface Measured {
  totalMs: number;
  sorted: number[];
}

/** Runs `job` for each number below `count`, `width` at a time; the milliseconds of each, sorted, and of the whole. */
export async function load(
  count: number,
  width: number,
  job: (index: number) => Promise<void>,
): Promise<Measured> {
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

/** Starts `job` for each of these times, ms from now, whether or not the ones before have ended. */
export async function arrive(
  times: readonly number[],
  job: (index: number) => Promise<void>,
): Promise<Measured> {
  const each: number[] = [];
  const startedAt = performance.now();
  await Promise.all(
    times.map(async (at, index) => {
      await new Promise((resolve) => setTimeout(resolve, at));
      const from = performance.now();
      await job(index);
      each.push(performance.now() - from);
    }),
  );
  return { totalMs: performance.now() - startedAt, sorted: each.sort((a, b) => a - b) };
}

/** When `count` people come within `spanMs`, `share` of them in the first `firstMs`: evenly within each part. */
export function rush(count: number, spanMs: number, share: number, firstMs: number): number[] {
  const first = Math.round(count * share);
  return Array.from({ length: count }, (_, i) =>
    i < first
      ? (i / first) * firstMs
      : firstMs + ((i - first) / Math.max(1, count - first)) * (spanMs - firstMs),
  );
}

/** Jobs a second. */
export const rateOf = ({ totalMs, sorted }: Measured) => (sorted.length * 1000) / totalMs;
/** The milliseconds below which this share of the jobs stayed. */
export const at = ({ sorted }: Measured, share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** What a report says of a measurement. */
export const figures = (measured: Measured) => ({
  perSecond: Math.round(rateOf(measured)),
  p50Ms: round(at(measured, 0.5)),
  p99Ms: round(at(measured, 0.99)),
});
export const round = (value: number) => Math.round(value * 100) / 100;

/** The middle one. */
export const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** One line of a report: rate, median and 99th percentile. */
export function line(name: string, measured: Measured): string {
  const { perSecond, p50Ms, p99Ms } = figures(measured);
  return `${name.padEnd(28)} ${String(perSecond).padStart(6)}/s   p50 ${p50Ms.toFixed(1).padStart(7)} ms   p99 ${p99Ms.toFixed(1).padStart(7)} ms`;
}
