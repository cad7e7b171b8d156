import type { Platform } from '../platform';
import type { SessionRecord } from './sessions';

/** What sessions are looked up by, beside their token. */
const KINDS = ['identityId', 'learnerId', 'accountId', 'administratorId'] as const;
type Ids = Partial<Pick<SessionRecord, (typeof KINDS)[number]>>;

/** Longer than any session lives. */
const KEPT_MS = 31 * 24 * 3600_000;

/** Which sessions speak for whom: in Redis a sorted set for each, by when they expire, so that the expired ones can be dropped. */
export class SessionIndexes {
  constructor(private readonly platform: Pick<Platform, 'redis' | 'clock'>) {}

  /** Enters a session under everything that it speaks for. */
  async add(id: string, session: SessionRecord): Promise<void> {
    for (const key of keysOf(session)) {
      await this.platform.redis
        .multi()
        .zremrangebyscore(key, '-inf', this.platform.clock.now())
        .zadd(key, session.expiresAt, id)
        .pexpire(key, KEPT_MS)
        .exec();
    }
  }

  /** Takes it out again, except from what it still speaks for. */
  async remove(id: string, session: Ids, still: Ids = {}): Promise<void> {
    const kept = new Set(keysOf(still));
    const left = keysOf(session).filter((key) => !kept.has(key));
    await Promise.all(left.map(async (key) => this.platform.redis.zrem(key, id)));
  }

  /** The ids of all sessions that speak for any of these, each once. */
  async ids(who: Ids): Promise<string[]> {
    const now = this.platform.clock.now();
    const found = await Promise.all(
      keysOf(who).map(async (key) => this.platform.redis.zrangebyscore(key, `(${now}`, '+inf')),
    );
    return [...new Set(found.flat())];
  }
}

const keysOf = (ids: Ids) => KINDS.flatMap((kind) => (ids[kind] ? [`sessions:${kind}:${ids[kind]}`] : []));
