import type { Client } from '@common/contract/client';
import type { PresenceState } from '@common/terms';
import { type Polled, usePolled } from '@/hooks/usePolled';
import { api } from '@/services/session';

export type Board = Awaited<ReturnType<Client['checkIns']['board']>>;
export type Presence = Awaited<ReturnType<Client['presence']['presence']>>;

/** Who is looked for on the board. */
export interface PeopleQuery {
  show: PresenceState | 'all';
  department: string;
  q: string;
  /** How many are listed. */
  shown: number;
}

/** A board every this often while it is looked at, ms. */
const EVERY_MS = 3000;
/** The server gives no more at a time. */
export const MOST_SHOWN = 200;

/** The check-ins of an activity, course by course. */
export const useBoard = (activityId: string): Polled<Board> =>
  usePolled(() => api.checkIns.board({ activityId }), EVERY_MS, activityId);

/** Who is here, who is missing and who has left; one question for the counts and for the list. */
export const usePresence = (activityId: string, query: PeopleQuery): Polled<Presence> =>
  usePolled(
    () => {
      const { department, shown, ...rest } = query;
      return api.presence.presence({
        activityId,
        ...rest,
        ...(department && { department }),
        page: 1,
        pageSize: shown,
      });
    },
    EVERY_MS,
    `${activityId} ${JSON.stringify(query)}`,
  );
