import { createHash } from 'node:crypto';
import type { Role } from '@common/contract/endpoint';
import { deviceName } from '@common/rules/deviceName';
import type { Platform } from '../platform';
import { SessionIndexes } from './sessionIndexes';

/** Who a session speaks for. Ids are hex strings; a session may hold several kinds (a learner who is also an administrator). */
export interface SessionRecord {
  identityId?: string;
  learnerId?: string;
  accountId?: string;
  unitId?: string;
  authorityId?: string;
  /** The named person who acts for the unit or authority; without one such a session can do nothing else yet. */
  administratorId?: string;
  mustChangePassword?: boolean;
  /** As its owner knows it, e.g. 微信（iPhone）. */
  device: string;
  openedAt: number;
  expiresAt: number;
}
type Who = Omit<SessionRecord, 'device' | 'openedAt' | 'expiresAt'>;

/** A session as it stands in a list. */
export interface ListedSession extends SessionRecord {
  /** Names it and opens nothing: the token cannot be had from it. */
  id: string;
  lastSeenAt: number;
}

const DAY = 24 * 3600_000;
/** A phone belongs to one person; an office computer is shared. */
const LIFE = { phone: 30 * DAY, office: DAY / 2 };
/** How exactly it is known when a session was used last: a write for every request would double what Redis has to do. */
const SEEN_EVERY_MS = 5 * 60_000;

/** The roles that a session's holder may act in. */
export function rolesOf(session: Who): Role[] {
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
const idOf = (token: string) => createHash('sha256').update(token).digest('base64url');
const keyOf = (id: string) => `session:{${id}}`;
const seenKeyOf = (id: string) => `session:{${id}}:seen`;

/** Opaque, revocable session tokens kept in Redis. */
export class Sessions {
  private readonly indexes: SessionIndexes;

  constructor(private readonly platform: Platform) {
    this.indexes = new SessionIndexes(platform);
  }

  /** Opens a session; the token is told once and never stored. */
  async open(who: Who, userAgent = ''): Promise<{ token: string; session: SessionRecord }> {
    const { clock, random, redis } = this.platform;
    const life = who.unitId || who.authorityId ? LIFE.office : LIFE.phone;
    const openedAt = clock.now();
    const session = { ...who, device: deviceName(userAgent), openedAt, expiresAt: openedAt + life };
    const token = random.bytes(32).toString('base64url');
    const id = idOf(token);
    await redis
      .multi()
      .set(keyOf(id), JSON.stringify(session), 'PX', life)
      .set(seenKeyOf(id), openedAt, 'PX', life)
      .exec();
    await this.indexes.add(id, session);
    return { token, session };
  }

  /** The session of a token, or null when it never was, has expired or was revoked. */
  async find(token: string): Promise<SessionRecord | null> {
    const id = idOf(token);
    const { clock, redis } = this.platform;
    const [text, seen] = await redis.mget(keyOf(id), seenKeyOf(id));
    const session = text ? (JSON.parse(text) as SessionRecord) : null;
    const now = clock.now();
    if (!session || session.expiresAt <= now) {
      return null;
    }
    if (now - Number(seen ?? 0) >= SEEN_EVERY_MS) {
      await redis.set(seenKeyOf(id), now, 'PX', session.expiresAt - now);
    }
    return session;
  }

  /** Ends one session. */
  async close(token: string): Promise<void> {
    await this.closeById(idOf(token));
  }

  /** Ends the session of a list's entry. */
  async closeById(id: string): Promise<void> {
    const session = await this.read(id);
    await this.platform.redis.del(keyOf(id), seenKeyOf(id));
    if (session) {
      await this.indexes.remove(id, session);
    }
  }

  /** Those that speak for any of these, the one used last first. */
  async list(who: Who): Promise<ListedSession[]> {
    const ids = await this.indexes.ids(who);
    const listed = await Promise.all(ids.map(async (id) => this.listed(id)));
    return listed.filter((one) => one !== null).sort((a, b) => b.lastSeenAt - a.lastSeenAt);
  }

  /** The entry of a token's own session in a list. */
  idOf(token: string): string {
    return idOf(token);
  }

  /** Tells every session of a WeChat identity who registered by it. One that speaks for a learner already goes on so. */
  async learnerRegistered(identityId: string, learnerId: string): Promise<void> {
    for (const { id, learnerId: present } of await this.list({ identityId })) {
      if (!present) {
        await this.rewriteById(id, { learnerId });
      }
    }
  }

  /** Ends every session of an account, except the one kept. */
  async closeAccount(accountId: string, keepToken?: string): Promise<void> {
    await this.closeAll({ accountId }, keepToken);
  }

  /** Ends every session that speaks for any of these, except the one kept. */
  async closeAll(who: Who, keepToken?: string): Promise<void> {
    const keep = keepToken ? idOf(keepToken) : null;
    for (const id of await this.indexes.ids(who)) {
      if (id !== keep) {
        await this.closeById(id);
      }
    }
  }

  /**
   * Changes what a token's session says, keeping its life; a field given as undefined goes.
   * @returns The session as it is now; null where it was ended meanwhile: it does not come back.
   */
  async rewrite(token: string, change: Partial<Who>): Promise<SessionRecord | null> {
    return this.rewriteById(idOf(token), change);
  }

  private async rewriteById(id: string, change: Partial<Who>): Promise<SessionRecord | null> {
    const before = await this.read(id);
    if (!before) {
      return null;
    }
    const session = { ...before, ...change };
    // First the index, so that whoever ends an administrator's sessions finds this one.
    await this.indexes.add(id, session);
    const isOpen = await this.platform.redis.set(keyOf(id), JSON.stringify(session), 'KEEPTTL', 'XX');
    await this.indexes.remove(id, before, isOpen ? session : {});
    if (!isOpen) {
      await this.indexes.remove(id, session);
    }
    return isOpen ? session : null;
  }

  private async read(id: string): Promise<SessionRecord | null> {
    const text = await this.platform.redis.get(keyOf(id));
    return text ? (JSON.parse(text) as SessionRecord) : null;
  }

  private async listed(id: string): Promise<ListedSession | null> {
    const [text, seen] = await this.platform.redis.mget(keyOf(id), seenKeyOf(id));
    const session = text ? (JSON.parse(text) as SessionRecord) : null;
    const isOver = !session || session.expiresAt <= this.platform.clock.now();
    return isOver ? null : { ...session, id, lastSeenAt: Number(seen ?? session.openedAt) };
  }
}
