import type { accounts } from '@common/contract/accounts';
import type { OutputOf } from '@common/contract/endpoint';
import { appError } from '../../http/errors';
import type { ListedSession, SessionRecord, Sessions } from '../../http/sessions';
import type { Services } from '../services';

/** A call's own session. */
export interface Own {
  token: string;
  session: SessionRecord;
}

export interface OwnSessions {
  /** 登录设备 of the person who asks, the one used last first. */
  list(own: Own): Promise<OutputOf<typeof accounts.listSessions>['items']>;
  /** Ends one of them. @throws AppError NOT_FOUND for another's, as for none. */
  close(own: Own, id: string): Promise<void>;
  /** Ends all but this one; answers how many. */
  closeOthers(own: Own): Promise<number>;
}

/**
 * The sessions that are one person's. Of a unit's account that several administrators share each sees his own; on a phone that
 * was lent, whoever signed in there as an administrator is not its owner.
 */
export function createOwnSessions(sessions: Sessions, services: Services): OwnSessions {
  async function mine({ token, session }: Own): Promise<(ListedSession & { isCurrent: boolean })[]> {
    const { administratorId, learnerId } = session;
    // A learner's sessions by WeChat and by password are all his; an identity counts by itself only before it has one.
    const identityId = learnerId ? undefined : session.identityId;
    const current = sessions.idOf(token);
    const candidates = await sessions.list({ administratorId, learnerId, identityId });
    return candidates
      .map((one) => ({ ...one, isCurrent: one.id === current }))
      .filter((one) => one.isCurrent || isSamePerson(one, session));
  }

  return {
    async list(own) {
      const all = await mine(own);
      return Promise.all(
        all.map(async ({ id, device, administratorId, openedAt, lastSeenAt, isCurrent }) => ({
          id,
          device,
          administratorName: administratorId
            ? ((await services.administrators.get(administratorId))?.name ?? null)
            : null,
          openedAt: new Date(openedAt).toISOString(),
          lastSeenAt: new Date(lastSeenAt).toISOString(),
          isCurrent,
        })),
      );
    },
    async close(own, id) {
      const found = (await mine(own)).find((one) => one.id === id);
      if (!found) {
        throw appError('NOT_FOUND', { message: '该设备已退出登录' });
      }
      await sessions.closeById(found.id);
    },
    async closeOthers(own) {
      const others = (await mine(own)).filter(({ isCurrent }) => !isCurrent);
      await Promise.all(others.map(async ({ id }) => sessions.closeById(id)));
      return others.length;
    },
  };
}

/** Whether a session is of the person who holds the other. */
function isSamePerson(one: SessionRecord, mine: SessionRecord): boolean {
  if (mine.administratorId && one.administratorId) {
    return one.administratorId === mine.administratorId;
  }
  // An administrator who signed in on a learner's phone holds the learner's own rights there: its owner sees and ends it.
  return mine.learnerId
    ? one.learnerId === mine.learnerId
    : Boolean(mine.identityId) && one.identityId === mine.identityId;
}
