import type { ApplicationRow } from '@common/contract/applications';
import { client } from '../../api/session';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { asQuery, DEFAULTS } from './reviewFilters';

/** The most that the list answers at once; every page size divides it, so the list's page lies within one. */
const BLOCK = 200;

/** What stands before and after in the list that one came from. */
export interface Neighbours {
  previous: ApplicationRow | null;
  next: ApplicationRow | null;
  /** 1 for the first of the list; null for one that is not on it. */
  position: number | null;
  total: number;
  /** The next that can be decided, for after a decision; from the end back to the first. */
  nextWaiting: ApplicationRow | null;
}

/** The list by the filters in the address, as it was when the first of it was opened. */
export function useNeighbours(applicationId: string, role: 'unit' | 'authority'): Neighbours {
  const [filters] = useAddress(DEFAULTS);
  const block = Math.floor(((filters.page - 1) * filters.pageSize) / BLOCK) + 1;
  const list = useLoad(
    () =>
      client.applications.listApplicationReviews({
        ...asQuery(filters, role),
        page: block,
        pageSize: BLOCK,
      }),
    [filters, role],
  );
  const rows = list.data?.items ?? [];
  const at = rows.findIndex(({ id }) => id === applicationId);
  return {
    previous: rows[at - 1] ?? null,
    next: at < 0 ? null : (rows[at + 1] ?? null),
    position: at < 0 ? null : (block - 1) * BLOCK + at + 1,
    total: list.data?.total ?? 0,
    nextWaiting:
      [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))].find(
        (row) => row.can.includes('pass') && row.id !== applicationId,
      ) ?? null,
  };
}
