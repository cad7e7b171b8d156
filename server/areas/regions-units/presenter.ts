import type { AuthorityRow, UnitFound, UnitRequestRow, UnitRow } from '@common/contract/regionsUnits';
import type { AuthorityDoc, UnitDoc, UnitRequestDoc } from './model';
import { regionName } from './regions';
import type { IndexedUnit } from './unitIndex';

/** What other areas know of a unit's or authority's account and people. */
export interface Counted {
  accounts: Set<string>;
  administrators: Map<string, number>;
}

/** A unit of the search; the name that matched is told where it is not the present one, so that nobody doubts the choice. */
export function presentFound(unit: IndexedUnit, matchedName: string | undefined): UnitFound {
  return {
    id: String(unit._id),
    code: unit.code,
    name: unit.name,
    matchedName: !matchedName || matchedName === unit.name ? null : matchedName,
    regionName: regionName(unit.regionCode),
  };
}

/** A unit in the list of the authorities above it. */
export function presentUnit(unit: UnitDoc, counted: Counted & { learners: Map<string, number> }): UnitRow {
  const id = String(unit._id);
  const { code, name, aliases, formerNames, regionCode, formerRegionCodes } = unit;
  return {
    id,
    code,
    name,
    aliases,
    formerNames,
    regionCode,
    regionName: regionName(regionCode),
    formerRegionCodes,
    hasAccount: counted.accounts.has(id),
    administrators: counted.administrators.get(id) ?? 0,
    approvedLearners: counted.learners.get(id) ?? 0,
  };
}

/** An authority in its own list and in those of the authorities above it. */
export function presentAuthority(authority: AuthorityDoc, counted: Counted, units: number): AuthorityRow {
  const id = String(authority._id);
  const { code, name, level, regionCode } = authority;
  return {
    id,
    code,
    name,
    level,
    regionCode,
    regionName: regionName(regionCode) || '全国',
    hasAccount: counted.accounts.has(id),
    administrators: counted.administrators.get(id) ?? 0,
    units,
  };
}

/** A learner's request, as the authorities over the county see it; his phone is masked by his own area. */
export function presentRequest(
  request: UnitRequestDoc,
  more: Pick<UnitRequestRow, 'learnerName' | 'phoneMasked' | 'authorityName' | 'isMine' | 'similar'>,
): UnitRequestRow {
  return {
    id: String(request._id),
    name: request.name,
    regionCode: request.regionCode,
    regionName: regionName(request.regionCode),
    note: request.note,
    ...more,
    state: request.state,
    reason: request.reason ?? null,
    submittedAt: request.submittedAt.toISOString(),
  };
}
