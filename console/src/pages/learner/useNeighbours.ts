import type { LearnerRow } from '@common/contract/learners';
import { client } from '../../api/session';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { asQuery, DEFAULTS } from '../learners/learnerFilters';

/** The most that the list answers at once; every page size divides it, so the list's page lies within one. */
const BLOCK = 200;

/** Who stands before and after in the list that one came from. */
export interface Neighbours {
  previous: LearnerRow | null;
  next: LearnerRow | null;
  /** 1 for the first of the list; null for one who is not on it. */
  position: number | null;
  total: number;
  /** The next who waits, for after a decision; from the end back to the first. */
  nextWaiting: LearnerRow | null;
}

/** The list by the filters in the address, as it was when this person was opened. */
export function useNeighbours(learnerId: string): Neighbours {
  const [filters] = useAddress(DEFAULTS);
  const block = Math.floor(((filters.page - 1) * filters.pageSize) / BLOCK) + 1;
  const list = useLoad(
    () => client.learners.listLearners({ ...asQuery(filters), page: block, pageSize: BLOCK }),
    [filters],
  );
  const rows = list.data?.items ?? [];
  const at = rows.findIndex(({ id }) => id === learnerId);
  return {
    previous: rows[at - 1] ?? null,
    next: at < 0 ? null : (rows[at + 1] ?? null),
    position: at < 0 ? null : (block - 1) * BLOCK + at + 1,
    total: list.data?.total ?? 0,
    nextWaiting:
      [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))].find(
        (row) => row.state === 'pending' && row.id !== learnerId,
      ) ?? null,
  };
}
