import { createHash } from 'node:crypto';
import type { Role } from '@common/contract/endpoint';
import type { Platform } from '../platform';

/** Who a session speaks for. Ids are hex strings; a session may hold several kinds (a learner who is also an administrator). */
export interface SessionRecord {
  identityId?: string;
  learnerId?: string;
  accountId?: string;
  unitId?: string;
  authorityId?: string;
  mustChangePassword?: boolean;
  expiresAt: number;
}

const DAY = 24 * 3600_000;
/** A phone belongs to one person; an office computer is shared. */
const LIFE = { phone: 30 * DAY, office: DAY / 2 };

/** The roles that a session's holder may act in. */
export function rolesOf(session: SessionRecord): Role[] {
  const roles: Role[] = [];
  if (session.identityId) {
    roles.push('wechat');
  }
  if (session.learnerId) {
    roles.push('learner');
  }
  if (session.unitId) {
    roles.push('unit');
  }
  if (session.authorityId) {
    roles.push('authority');
  }
  return roles;
}

// Redis holds the hash only: a leaked dump opens no session.
const keyOf = (token: string) => `session:${createHash('sha256').update(token).digest('base64url')}`;
const indexesOf = (s: SessionRecord) => [
  ...(s.identityId ? [`sessions:identity:${s.identityId}`] : []),
  ...(s.accountId ? [`sessions:account:${s.accountId}`] : []),
];

/** Opaque, revocable session tokens kept in Redis. */
export class Sessions {
  constructor(private readonly platform: Platform) {}

  /** Opens a session; the token is told once and never stored. */
  async open(who: Omit<SessionRecord, 'expiresAt'>): Promise<{ token: string; session: SessionRecord }> {
    const life = who.unitId || who.authorityId ? LIFE.office : LIFE.phone;
    const session = { ...who, expiresAt: this.platform.clock.now() + life };
    const token = this.platform.random.bytes(32).toString('base64url');
    const key = keyOf(token);
    const write = this.platform.redis.pipeline().set(key, JSON.stringify(session), 'PX', life);
    for (const index of indexesOf(session)) {
      write.sadd(index, key).pexpire(index, LIFE.phone);
    }
    await write.exec();
    return { token, session };
  }

  /** The session of a token, or null when it never was, has expired or was revoked. */
  async find(token: string): Promise<SessionRecord | null> {
    const text = await this.platform.redis.get(keyOf(token));
    if (!text) {
      return null;
    }
    const session = JSON.parse(text) as SessionRecord;
    return session.expiresAt > this.platform.clock.now() ? session : null;
  }

  /** Ends one session. */
  async close(token: string): Promise<void> {
    await this.platform.redis.del(keyOf(token));
  }

  /** Tells every session of a WeChat identity who registered by it. One that speaks for a learner already goes on so. */
  async learnerRegistered(identityId: string, learnerId: string): Promise<void> {
    for (const key of await this.platform.redis.smembers(`sessions:identity:${identityId}`)) {
      const text = await this.platform.redis.get(key);
      const session = text ? (JSON.parse(text) as SessionRecord) : null;
      if (session && !session.learnerId) {
        await this.platform.redis.set(key, JSON.stringify({ ...session, learnerId }), 'KEEPTTL');
      }
    }
  }

  /** Ends every session of an account, except the one kept. */
  async closeAccount(accountId: string, keepToken?: string): Promise<void> {
    const index = `sessions:account:${accountId}`;
    const keep = keepToken ? keyOf(keepToken) : null;
    for (const key of await this.platform.redis.smembers(index)) {
      if (key !== keep) {
        await this.platform.redis.del(key);
        await this.platform.redis.srem(index, key);
      }
    }
  }

  /** Replaces what a token's session says, keeping its life. */
  async rewrite(token: string, session: SessionRecord): Promise<void> {
    await this.platform.redis.set(keyOf(token), JSON.stringify(session), 'KEEPTTL');
  }
}
