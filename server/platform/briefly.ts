import type { Clock } from './clock';

const MOST = 2_000;

/**
 * Remembers what a look-up found for a moment, and lets those who ask meanwhile share one look-up: a hall of five hundred
 * scans one and the same activity. What it finds may be `lifeMs` old, so it is only for what rarely changes.
 */
export function briefly<T>(
  clock: Clock,
  lifeMs: number,
  find: (key: string) => Promise<T>,
): (key: string) => Promise<T> {
  const known = new Map<string, { until: number; found: Promise<T> }>();
  return (key) => {
    const now = clock.now();
    const kept = known.get(key);
    if (kept && kept.until > now) {
      return kept.found;
    }
    const found = find(key);
    known.delete(key);
    known.set(key, { until: now + lifeMs, found });
    // A failure is not remembered.
    found.catch(() => known.delete(key));
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) {
      known.delete(oldest);
    }
    return found;
  };
}
