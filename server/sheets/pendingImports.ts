import type { Platform } from '../platform';

/** Rows that were checked and wait to be written. */
export interface PendingImports<T> {
  /** Keeps rows for half an hour; answers the id to commit them by. */
  keep(ownerId: string, rows: T): Promise<string>;
  /** The rows, which stay: what would keep them from being written must not use them up. Null when they are gone. */
  look(ownerId: string, importId: string): Promise<T | null>;
  /** Hands the rows out once, to the one who uploaded them; null when they are gone. */
  take(ownerId: string, importId: string): Promise<T | null>;
}

const KEPT_SECONDS = 1800;

/** Checked rows in Redis, sealed: they hold what people's records hold, and only their owner's key opens them. */
export function createPendingImports<T>(
  { redis, cipher, random }: Pick<Platform, 'redis' | 'cipher' | 'random'>,
  kind: 'units' | 'staff' | 'projects' | 'questions',
): PendingImports<T> {
  const keyOf = (ownerId: string, importId: string) => `import:${kind}:${ownerId}:${importId}`;
  const opened = (key: string, sealed: unknown) =>
    typeof sealed === 'string' ? (JSON.parse(cipher.open(key, sealed)) as T) : null;
  return {
    async keep(ownerId, rows) {
      const importId = random.bytes(16).toString('base64url');
      const key = keyOf(ownerId, importId);
      await redis.set(key, cipher.seal(key, JSON.stringify(rows)), 'EX', KEPT_SECONDS);
      return importId;
    },
    async look(ownerId, importId) {
      const key = keyOf(ownerId, importId);
      return opened(key, await redis.get(key));
    },
    async take(ownerId, importId) {
      const key = keyOf(ownerId, importId);
      const [[, sealed] = []] = (await redis.multi().get(key).del(key).exec()) ?? [];
      return opened(key, sealed);
    },
  };
}
