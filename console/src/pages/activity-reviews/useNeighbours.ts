import type { ActivityRow } from '@common/contract/activities';
import { client } from '../../api/session';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { asQuery, DEFAULTS } from './reviewFilters';

/** The most that the list answers at once; every page size divides it, so the list's page lies within one. */
const BLOCK = 200;

/** What stands before and after in the list that one came from. */
export interface Neighbours {
  previous: ActivityRow | null;
  next: ActivityRow | null;
  /** 1 for the first of the list; null for one that is not on it. */
  position: number | null;
  total: number;
  /** The next of the list, for after a decision; from the end back to the first. */
  following: ActivityRow | null;
}

/** The list by the filters in the address, as it was when the first of it was opened. */
export function useNeighbours(activityId: string): Neighbours {
  const [filters] = useAddress(DEFAULTS);
  const block = Math.floor(((filters.page - 1) * filters.pageSize) / BLOCK) + 1;
  const list = useLoad(
    () => client.activities.listActivityReviews({ ...asQuery(filters), page: block, pageSize: BLOCK }),
    [filters],
  );
  const rows = list.data?.items ?? [];
  const at = rows.findIndex(({ id }) => id === activityId);
  const next = at < 0 ? null : (rows[at + 1] ?? null);
  return {
    previous: rows[at - 1] ?? null,
    next,
    position: at < 0 ? null : (block - 1) * BLOCK + at + 1,
    total: list.data?.total ?? 0,
    following: filters.show === 'decided' ? null : (next ?? rows.find(({ id }) => id !== activityId) ?? null),
  };
}
