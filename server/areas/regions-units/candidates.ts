import { rankPrepared, type UnitQuery } from '@common/rules/unitSearch';
import type { IndexedUnit } from './unitIndex';

/** Which units can fit at all, so that not all of the country are looked at for each key stroke. All lists are by name. */
export interface Candidates {
  /** The units of the region that may fit the query; none that does is missing. */
  of(query: UnitQuery, region: string): IndexedUnit[];
}

const byName = new Intl.Collator('zh').compare;

/** Notes for each region and each character which units have it. */
export function createCandidates(units: Iterable<IndexedUnit>): Candidates {
  const all = [...units].sort((a, b) => byName(a.name, b.name));
  const byRegion = new Map<string, IndexedUnit[]>();
  const byCharacter = new Map<string, IndexedUnit[]>();
  for (const unit of all) {
    // Now or formerly, at each level.
    const counties = [unit.regionCode, ...unit.formerRegionCodes];
    for (const region of new Set(counties.flatMap((code) => [code.slice(0, 2), code.slice(0, 4), code]))) {
      listOf(byRegion, region).push(unit);
    }
    const { names, initials } = unit.searchable;
    for (const character of new Set([...names, ...initials].join(''))) {
      listOf(byCharacter, character).push(unit);
    }
  }

  /** The units that have the rarest of the typed characters. */
  function having({ characters }: UnitQuery): IndexedUnit[] {
    let rarest = all;
    for (const character of characters) {
      const units = byCharacter.get(character) ?? [];
      rarest = units.length < rarest.length ? units : rarest;
    }
    return rarest;
  }

  return {
    of(query, region) {
      const typed = having(query);
      if (!region) {
        return typed;
      }
      const there = byRegion.get(region) ?? [];
      return there.length <= typed.length ? there : typed.filter((unit) => wasIn(unit, region));
    },
  };
}

const wasIn = ({ regionCode, formerRegionCodes }: IndexedUnit, region: string) =>
  regionCode.startsWith(region) || formerRegionCodes.some((code) => code.startsWith(region));

/** The best of candidates, equals in their order, and how many fit at all. */
export function best(
  candidates: readonly IndexedUnit[],
  within: string,
  query: UnitQuery,
  limit = candidates.length,
): { units: IndexedUnit[]; total: number } {
  // Few ranks, many units: a list for each rank needs no sorting, and none needs to be longer than the limit.
  const byRank = new Map<number, IndexedUnit[]>();
  let total = 0;
  for (const unit of candidates) {
    const rank = unit.regionCode.startsWith(within) ? rankPrepared(query, unit.searchable) : null;
    if (rank !== null) {
      total += 1;
      // Nothing typed: by name alone.
      const equals = listOf(byRank, query.whole ? rank : 0);
      if (equals.length < limit) {
        equals.push(unit);
      }
    }
  }
  const units: IndexedUnit[] = [];
  for (const rank of [...byRank.keys()].sort((a, b) => b - a)) {
    units.push(...listOf(byRank, rank).slice(0, limit - units.length));
  }
  return { units, total };
}

function listOf<K>(lists: Map<K, IndexedUnit[]>, key: K): IndexedUnit[] {
  const list = lists.get(key) ?? [];
  if (list.length === 0) {
    lists.set(key, list);
  }
  return list;
}
