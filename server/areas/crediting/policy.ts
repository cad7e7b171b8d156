import type { CreditingRow } from '@common/contract/crediting';
import type { Actor } from '../../http/call';
import type { AuthorityDoc } from '../regions-units/model';
import type { CreditingDoc } from './model';

/** Who asks: a unit, or an authority with its region. */
export type Viewer = Pick<Actor, 'kind' | 'id'> & { authority: AuthorityDoc | null };

type Seen = Pick<CreditingDoc, 'unitId' | 'regions' | 'state' | 'persons' | 'revokedPersons'>;

export const isOwn = ({ kind, id }: Pick<Viewer, 'kind' | 'id'>, { unitId }: Pick<Seen, 'unitId'>) =>
  kind === 'unit' && String(unitId) === id;

/** An authority: those of the units of its region. */
export const governs = ({ authority }: Viewer, { regions }: Pick<Seen, 'regions'>) =>
  authority !== null && regions.includes(authority.regionCode);

export const maySee = (viewer: Viewer, batch: Seen) => isOwn(viewer, batch) || governs(viewer, batch);

/** What the viewer can do with it now. Before the review the unit corrects itself; what is reviewed only the authority takes back. */
export function movesOf(viewer: Viewer, batch: Seen): CreditingRow['can'] {
  const { state } = batch;
  const isEmpty = batch.persons <= batch.revokedPersons;
  if (state === 'writing' || isEmpty) {
    return [];
  }
  if (governs(viewer, batch)) {
    return state === 'waiting' ? ['approve', 'return', 'revoke'] : ['revoke'];
  }
  if (!isOwn(viewer, batch) || state === 'approved') {
    return [];
  }
  return state === 'returned' ? ['submit', 'revoke'] : ['revoke'];
}
