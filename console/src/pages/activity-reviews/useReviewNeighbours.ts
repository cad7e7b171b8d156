import type { ActivityRow } from '@common/contract/activities';
import { client } from '../../api/session';
import { useAddress } from '../../hooks/useAddress';
import { type Neighbours, useNeighbours } from '../../hooks/useNeighbours';
import { asQuery, DEFAULTS } from './reviewFilters';

/** The list by the filters in the address; all of it waits, unless it shows what was decided. */
export function useReviewNeighbours(activityId: string): Neighbours<ActivityRow> {
  const [filters] = useAddress(DEFAULTS);
  const load = (paging: object) => client.activities.listActivityReviews({ ...asQuery(filters), ...paging });
  const isWaiting = () => filters.show !== 'decided';
  return useNeighbours(activityId, { ...filters, load, isWaiting }, [filters]);
}
