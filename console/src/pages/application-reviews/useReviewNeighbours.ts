import type { ApplicationRow } from '@common/contract/applications';
import { client } from '../../api/session';
import { useAddress } from '../../hooks/useAddress';
import { type Neighbours, useNeighbours } from '../../hooks/useNeighbours';
import { asQuery, DEFAULTS } from './reviewFilters';

/** The list by the filters in the address. */
export function useReviewNeighbours(
  applicationId: string,
  role: 'unit' | 'authority',
): Neighbours<ApplicationRow> {
  const [filters] = useAddress(DEFAULTS);
  const load = (paging: object) =>
    client.applications.listApplicationReviews({ ...asQuery(filters, role), ...paging });
  const isWaiting = ({ can }: ApplicationRow) => can.includes('pass');
  return useNeighbours(applicationId, { ...filters, load, isWaiting }, [filters, role]);
}
