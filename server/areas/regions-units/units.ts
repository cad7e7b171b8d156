import type { UnitFound, UnitRow } from '@common/contract/regionsUnits';
import { tidyUnitName, tidyUnitNames } from '@common/rules/unitName';
import { matchingName, unitQuery } from '@common/rules/unitSearch';
import { isValidObjectId } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type By, resetPassword, type ToldPassword } from './authorities';
import { type AuthorityDoc, namesOf, type UnitDoc, unitModel } from './model';
import { governs, mustLieIn } from './policy';
import { presentFound, presentUnit } from './presenter';
import { isCounty } from './regions';
import type { UnitIndex } from './unitIndex';
import type { NewUnit, UnitWriter } from './unitWriter';

export interface Units {
  /** Units whose name, alias or former name holds the characters, or whose initials the letters, in order, best first. */
  search(query: { region?: string; q: string; limit: number }): Promise<UnitFound[]>;
  unit(id: string): Promise<UnitDoc | null>;
  units(ids: string[]): Promise<Map<string, UnitDoc>>;
  /** What the units of these people are called, by unit id; empty for who has none. */
  unitNamesOf(people: Iterable<{ unitId?: unknown }>): Promise<(unitId: unknown) => string>;
  /**
   * The units of a region that are called so: by 单位编号, name, alias or former name, as `tidyUnitName` writes it. More than one
   * where counties share a name.
   */
  unitsCalled(names: readonly string[], regionCode: string): Promise<Map<string, UnitDoc[]>>;
  /** Ids of the units in a region. */
  unitIdsIn(regionCode: string): Promise<string[]>;
  /** A page of the units of an authority's region, by the same search. */
  listUnits(
    authorityId: string,
    query: { q: string; region?: string; page: number; pageSize: number },
  ): Promise<{ items: UnitRow[]; total: number }>;
  /** @throws AppError INVALID_INPUT for a county outside the authority's region, UNIT_EXISTS. */
  createUnit(authorityId: string, unit: NewUnit, by: By): Promise<UnitRow>;
  /**
   * A new name keeps the old one as a former name, a new county keeps the old one as a former region: both go on being found
   * (manual 003 §三). @throws AppError NOT_FOUND, INVALID_INPUT, UNIT_EXISTS.
   */
  updateUnit(
    authorityId: string,
    given: NewUnit & { unitId: string; shownName?: string },
    by: By,
  ): Promise<UnitRow>;
  /** @throws AppError NOT_FOUND. */
  resetUnitPassword(
    authorityId: string,
    given: { unitId: string; clearAdministrators: boolean },
    by: By,
  ): Promise<ToldPassword>;
}

export function createUnits(
  { mongo }: Platform,
  services: Services,
  index: UnitIndex,
  writer: UnitWriter,
): Units {
  const Unit = unitModel(mongo);

  const get = async (id: string) => (isValidObjectId(id) ? Unit.findById(id).lean() : null);

  async function authorityOf(id: string): Promise<AuthorityDoc> {
    const authority = await services.regionsUnits.authority(id);
    if (!authority) {
      throw appError('NOT_FOUND');
    }
    return authority;
  }

  async function governed(authority: AuthorityDoc, unitId: string): Promise<UnitDoc> {
    const unit = await get(unitId);
    if (!unit || !governs(authority, unit.regionCode)) {
      throw appError('NOT_FOUND');
    }
    return unit;
  }

  async function present(units: UnitDoc[]): Promise<UnitRow[]> {
    const ids = units.map(({ _id }) => String(_id));
    const [accounts, administrators, learners] = await Promise.all([
      services.accounts.passwords.withAccount('unit', ids),
      services.administrators.countBy(ids),
      services.learners.countByUnit(ids),
    ]);
    return units.map((unit) => presentUnit(unit, { accounts, administrators, learners }));
  }

  /** Null where somebody else changed the name or county meanwhile. */
  async function tryUpdate(before: UnitDoc, given: NewUnit): Promise<UnitDoc | null> {
    const name = tidyUnitName(given.name);
    const aliases = tidyUnitNames(given.aliases, [name]);
    const formerNames = tidyUnitNames([before.name, ...given.formerNames], [name, ...aliases]);
    const counties = [before.regionCode, ...before.formerRegionCodes];
    const formerRegionCodes = [...new Set(counties)].filter((code) => code !== given.regionCode);
    const names = { name, aliases, formerNames };
    return Unit.findOneAndUpdate(
      { _id: before._id, name: before.name, regionCode: before.regionCode },
      { $set: { ...names, regionCode: given.regionCode, formerRegionCodes, ...writer.derived(names) } },
      { returnDocument: 'after' },
    ).lean();
  }

  return {
    async search({ region, q, limit }) {
      const query = unitQuery(q);
      const { units } = await index.find({ region, q, limit });
      return units.map((unit) => {
        const name = q ? matchingName(query, unit.searchable) : null;
        return presentFound(unit, name === null ? undefined : unit.names[name]);
      });
    },
    unit: get,
    async units(ids) {
      const found = await Unit.find({ _id: { $in: ids } }).lean();
      return new Map(found.map((unit) => [String(unit._id), unit]));
    },
    async unitNamesOf(people) {
      const ids = new Set([...people].flatMap(({ unitId }) => (unitId ? [String(unitId)] : [])));
      const found = await Unit.find({ _id: { $in: [...ids] } }, { name: 1 }).lean();
      const names = new Map(found.map(({ _id, name }) => [String(_id), name]));
      return (unitId) => names.get(String(unitId)) ?? '';
    },
    async unitsCalled(names, regionCode) {
      const wanted = [...new Set(names.map(tidyUnitName))];
      const named = { $in: wanted };
      const found = await Unit.find({
        regionCode: { $regex: `^${regionCode}` },
        $or: [{ code: named }, { name: named }, { aliases: named }, { formerNames: named }],
      }).lean();
      const called = (unit: UnitDoc) => [unit.code, ...namesOf(unit)];
      return new Map(wanted.map((name) => [name, found.filter((unit) => called(unit).includes(name))]));
    },
    async unitIdsIn(regionCode) {
      const found = await Unit.find({ regionCode: { $regex: `^${regionCode}` } }, { _id: 1 }).lean();
      return found.map((unit) => String(unit._id));
    },
    async listUnits(authorityId, { q, region, page, pageSize }) {
      const authority = await authorityOf(authorityId);
      const within = authority.regionCode;
      const { units, total } = await index.find({ region, within, q, limit: page * pageSize });
      const shown = units.slice((page - 1) * pageSize);
      const stored = await services.regionsUnits.units(shown.map(({ _id }) => String(_id)));
      const rows = shown.flatMap(({ _id }) => stored.get(String(_id)) ?? []);
      return { items: await present(rows), total };
    },
    async createUnit(authorityId, given, by) {
      const authority = await authorityOf(authorityId);
      mustLieIn(governs(authority, given.regionCode) && isCounty(given.regionCode));
      const [unit] = await writer.write(async () => writer.insert([given]));
      await services.audit.append({ ...by, action: 'unit.created', subject: `unit:${unit?._id}` });
      const [row] = await present(unit ? [unit] : []);
      return row as UnitRow;
    },
    async updateUnit(authorityId, { unitId, shownName, ...given }, by) {
      const authority = await authorityOf(authorityId);
      const before = await governed(authority, unitId);
      const isMove = given.regionCode !== before.regionCode;
      mustLieIn(governs(authority, given.regionCode) && (!isMove || isCounty(given.regionCode)));
      let unit: UnitDoc | null = null;
      for (let now = before; !unit; now = await governed(authority, unitId)) {
        const seen = now;
        // What a colleague's change meanwhile made a former name is not in the list that this form was filled with.
        const isOld = seen.name !== (shownName ?? before.name);
        const formerNames = [...given.formerNames, ...(isOld ? seen.formerNames : [])];
        unit = await writer.write(async () => tryUpdate(seen, { ...given, formerNames }));
      }
      if (isMove) {
        await services.catalogue.unitMoved(unitId, unit.regionCode);
      }
      await services.audit.append({
        ...by,
        action: 'unit.updated',
        subject: `unit:${unitId}`,
        ...(unit.name !== before.name && { reason: `${before.name} → ${unit.name}` }),
      });
      const [row] = await present([unit]);
      return row as UnitRow;
    },
    async resetUnitPassword(authorityId, { unitId, clearAdministrators }, by) {
      const unit = await governed(await authorityOf(authorityId), unitId);
      return resetPassword(services, { kind: 'unit', subject: unit, clearAdministrators }, by);
    },
  };
}
