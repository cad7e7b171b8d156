import type { UnitQuery } from '@common/rules/unitSearch';
import type { IndexedUnit } from './unitIndex';

/** Which units can fit at all, so that not all of the country are looked at for each key stroke. All lists are by name. */
export interface Candidates {
  /** The units of the region that may fit the query; none that does is missing. */
  of(query: UnitQuery, region: string): IndexedUnit[];
}

const byName = new Intl.Collator('zh').compare;

/** Notes for each county and each character which units have it. */
export function createCandidates(units: Iterable<IndexedUnit>): Candidates {
  const all = [...units].sort((a, b) => byName(a.name, b.name));
  const byCounty = new Map<string, IndexedUnit[]>();
  const byCharacter = new Map<string, IndexedUnit[]>();
  for (const unit of all) {
    for (const county of new Set([unit.regionCode, ...unit.formerRegionCodes])) {
      put(byCounty, county, unit);
    }
    const { names, initials } = unit.searchable;
    for (const character of new Set([...names, ...initials].join(''))) {
      put(byCharacter, character, unit);
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
      const county = region.length === 6 ? (byCounty.get(region) ?? []) : null;
      const shortest = county && county.length < typed.length ? county : typed;
      return region ? shortest.filter((unit) => isIn(unit, region)) : shortest;
    },
  };
}

function put(lists: Map<string, IndexedUnit[]>, key: string, unit: IndexedUnit): void {
  const list = lists.get(key);
  if (list) {
    list.push(unit);
  } else {
    lists.set(key, [unit]);
  }
}

/** Now or formerly. */
const isIn = ({ regionCode, formerRegionCodes }: IndexedUnit, region: string) =>
  regionCode.startsWith(region) || formerRegionCodes.some((code) => code.startsWith(region));
