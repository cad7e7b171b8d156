import type { LearnerRow } from '@common/contract/learners';
import { client } from '../../api/session';
import { useAddress } from '../../hooks/useAddress';
import { type Neighbours, useNeighbours } from '../../hooks/useNeighbours';
import { asQuery, DEFAULTS } from '../learners/learnerFilters';

/** The list by the filters in the address. */
export function useLearnerNeighbours(learnerId: string): Neighbours<LearnerRow> {
  const [filters] = useAddress(DEFAULTS);
  const load = (paging: object) => client.learners.listLearners({ ...asQuery(filters), ...paging });
  const isWaiting = ({ state }: LearnerRow) => state === 'pending';
  return useNeighbours(learnerId, { ...filters, load, isWaiting }, [filters]);
}
