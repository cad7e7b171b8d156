import type { UnitFound } from '@common/contract/regionsUnits';
import { rankUnit, searchPattern } from '@common/rules/unitSearch';
import { isValidObjectId } from 'mongoose';
import type { Platform } from '../../platform';
import { type AuthorityDoc, authorityModel, type RegionSettings, type UnitDoc, unitModel } from './model';
import { regionName } from './regions';

export interface RegionsUnitsService {
  /** Units whose name, alias or former name holds the characters in order, best first. */
  search(query: { region?: string; q: string; limit: number }): Promise<UnitFound[]>;
  unit(id: string): Promise<UnitDoc | null>;
  units(ids: string[]): Promise<Map<string, UnitDoc>>;
  authority(id: string): Promise<AuthorityDoc | null>;
  /** Ids of the units in a region. */
  unitIdsIn(regionCode: string): Promise<string[]>;
  /** The settings in force in a region: those of the nearest authority that sets them. */
  settings(regionCode: string): Promise<Required<RegionSettings>>;
  /** The authority that reviews a region's credits: the nearest one above it. */
  authorityOver(regionCode: string): Promise<AuthorityDoc | null>;
}

/** In force where no authority has set anything: the national standard of 25 credits a year, DESIGN's 5 s. */
const NATIONAL: Required<RegionSettings> = { annualCredits: 2500, qrPeriodSeconds: 5 };
// The shortest names, so that the exact one is among them; few enough to rank in memory.
const CANDIDATES = 500;

export function createRegionsUnitsService({ mongo }: Platform): RegionsUnitsService {
  const Unit = unitModel(mongo);
  const Authority = authorityModel(mongo);

  async function authoritiesOver(regionCode: string): Promise<AuthorityDoc[]> {
    const codes = [regionCode.slice(0, 2), regionCode.slice(0, 4), regionCode];
    const found = await Authority.find({ regionCode: { $in: codes } }).lean();
    return found.sort((a, b) => b.regionCode.length - a.regionCode.length);
  }

  return {
    async search({ region, q, limit }) {
      const inRegion = region ? { $regex: `^${region}` } : undefined;
      const pattern = q ? { $regex: searchPattern(q), $options: 'i' } : undefined;
      const fits = {
        $and: [
          inRegion ? { $or: [{ regionCode: inRegion }, { formerRegionCodes: inRegion }] } : {},
          pattern ? { $or: [{ name: pattern }, { aliases: pattern }, { formerNames: pattern }] } : {},
        ],
      };
      const found = await Unit.aggregate<UnitDoc>([
        { $match: fits },
        { $set: { length: { $strLenCP: '$name' } } },
        { $sort: { length: 1, _id: 1 } },
        { $limit: CANDIDATES },
      ]);
      return found
        .map((unit) => ({ unit, rank: q ? (rankUnit(q, namesOf(unit)) ?? -1) : 0 }))
        .sort((a, b) => b.rank - a.rank || a.unit.name.localeCompare(b.unit.name, 'zh'))
        .slice(0, limit)
        .map(({ unit }) => presentFound(unit, q));
    },
    unit: async (id) => (isValidObjectId(id) ? Unit.findById(id).lean() : null),
    async units(ids) {
      const found = await Unit.find({ _id: { $in: ids } }).lean();
      return new Map(found.map((unit) => [String(unit._id), unit]));
    },
    authority: async (id) => Authority.findById(id).lean(),
    async unitIdsIn(regionCode) {
      const found = await Unit.find({ regionCode: { $regex: `^${regionCode}` } }, { _id: 1 }).lean();
      return found.map((unit) => String(unit._id));
    },
    async settings(regionCode) {
      const nearestFirst = await authoritiesOver(regionCode);
      return Object.assign(
        {},
        NATIONAL,
        ...nearestFirst.reverse().map(({ settings }) => withoutUnset(settings ?? {})),
      );
    },
    authorityOver: async (regionCode) => (await authoritiesOver(regionCode))[0] ?? null,
  };
}

const namesOf = (unit: UnitDoc) => [unit.name, ...unit.aliases, ...unit.formerNames];

const withoutUnset = (settings: RegionSettings) =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => typeof value === 'number'));

/** The name that matched is told where it is not the unit's present one, so that nobody doubts the choice. */
function presentFound(unit: UnitDoc, q: string): UnitFound {
  const matched =
    q && rankUnit(q, [unit.name]) === null
      ? namesOf(unit).find((name) => rankUnit(q, [name]) !== null)
      : null;
  return {
    id: String(unit._id),
    code: unit.code,
    name: unit.name,
    matchedName: matched ?? null,
    regionName: regionName(unit.regionCode),
  };
}
