/**
 * Lets those who look something up in the same turn of the event loop share one query: a thousand screens turn in one instant
 * and would ask a thousand times. What `find` does not answer is `undefined` to who asked.
 */
export function together<T>(
  find: (keys: string[]) => Promise<Map<string, T>>,
): (key: string) => Promise<T | undefined> {
  let waiting: { keys: Set<string>; found: Promise<Map<string, T>> } | null = null;
  return async (key) => {
    if (!waiting) {
      const keys = new Set<string>();
      const found = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
        waiting = null;
        return find([...keys]);
      });
      waiting = { keys, found };
    }
    waiting.keys.add(key);
    return (await waiting.found).get(key);
  };
}

/**
 * Like `together` with one query under way at a time: who asks meanwhile shares the next one. The more ask, the more share, so
 * that a store that is slow is not asked the same thing by two hundred at once. A slow query is waited for by all.
 */
export function inTurns<T>(
  find: (keys: string[]) => Promise<Map<string, T>>,
): (key: string) => Promise<T | undefined> {
  let waiting: { keys: Set<string>; found: Promise<Map<string, T>> } | null = null;
  let running: Promise<unknown> = Promise.resolve();
  return async (key) => {
    if (!waiting) {
      const keys = new Set<string>();
      const found = running
        .then(() => new Promise<void>((resolve) => setImmediate(resolve)))
        .then(async () => {
          waiting = null;
          return find([...keys]);
        });
      running = found.catch(() => undefined);
      waiting = { keys, found };
    }
    waiting.keys.add(key);
    return (await waiting.found).get(key);
  };
}
