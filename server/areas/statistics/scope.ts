import type { Actor } from '../../http/call';
import { appError } from '../../http/errors';
import { governs } from '../regions-units/policy';
import type { Services } from '../services';

/** Whose numbers somebody sees: a unit its own, an authority those of its region. */
export type Scope = { kind: 'unit'; unitId: string } | { kind: 'authority'; regionCode: string };

/** @throws AppError NOT_FOUND. */
export async function scopeOf(
  { regionsUnits }: Services,
  { kind, id }: Pick<Actor, 'kind' | 'id'>,
): Promise<Scope> {
  if (kind === 'unit') {
    return { kind, unitId: id };
  }
  const authority = kind === 'authority' ? await regionsUnits.authority(id) : null;
  if (!authority) {
    throw appError('NOT_FOUND');
  }
  return { kind: 'authority', regionCode: authority.regionCode };
}

/**
 * The units whose activities are in it; undefined for all there are. `unitId` narrows an authority's to one unit, to none where it
 * lies elsewhere; a unit has its own whatever it asks for.
 */
export async function unitIdsOf(
  { regionsUnits }: Services,
  scope: Scope,
  unitId?: string,
): Promise<string[] | undefined> {
  if (scope.kind === 'unit') {
    return [scope.unitId];
  }
  if (unitId) {
    const unit = await regionsUnits.unit(unitId);
    return unit && governs(scope, unit.regionCode) ? [unitId] : [];
  }
  return scope.regionCode ? regionsUnits.unitIdsIn(scope.regionCode) : undefined;
}

/** The people whose credits are in it, as the ledger is asked for them. */
export const peopleOf = (scope: Scope, unitId?: string) =>
  scope.kind === 'unit'
    ? { unitId: scope.unitId }
    : { ...(scope.regionCode && { regionCode: scope.regionCode }), ...(unitId && { unitId }) };
