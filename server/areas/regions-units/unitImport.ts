import type { ImportReport } from '@common/contract/imports';
import { tidyUnitName, tidyUnitNames } from '@common/rules/unitName';
import type { ServedFile } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Column, SheetRow } from '../../sheets/columns';
import { createPendingImports } from '../../sheets/pendingImports';
import { readSheet } from '../../sheets/readSheet';
import { collectFaults, createSeen, type Faults, importReport } from '../../sheets/report';
import { writeTemplate } from '../../sheets/writeTemplate';
import type { Services } from '../services';
import type { By } from './authorities';
import { type AuthorityDoc, unitModel } from './model';
import { countiesIn, countiesNamed, regionName } from './regions';
import type { NewUnit, UnitWriter } from './unitWriter';

/** 单位导入: an authority's units from Excel, all or none. */
export interface UnitImport {
  template(authorityId: string): Promise<ServedFile>;
  /** Reads and checks; nothing is stored but the checked rows, sealed, for half an hour. @throws AppError FILE_INVALID. */
  check(authorityId: string, bytes: Buffer): Promise<ImportReport>;
  /** @throws AppError IMPORT_EXPIRED; UNIT_EXISTS, and then nothing is written. */
  commit(authorityId: string, importId: string, by: By): Promise<{ added: number }>;
}

type Key = 'name' | 'county' | 'aliases' | 'formerNames';
type Row = SheetRow<Key>;

const NAME: Column<Key> = {
  key: 'name',
  heading: '单位名称',
  isRequired: true,
  hint: '必填。单位公章上的全称',
  width: 34,
};
const COUNTY: Column<Key> = {
  key: 'county',
  heading: '所在区县',
  isRequired: true,
  hint: '必填。从列表选择，或填写“省市县”全称或六位区划代码',
  width: 32,
};
const ALIASES: Column<Key> = {
  key: 'aliases',
  heading: '别名',
  hint: '选填。多个之间用顿号（、）分隔',
  width: 34,
};
const FORMER: Column<Key> = {
  key: 'formerNames',
  heading: '曾用名',
  hint: '选填。多个之间用顿号（、）分隔',
  width: 34,
};
const COLUMNS: readonly Column<Key>[] = [NAME, COUNTY, ALIASES, FORMER];
const MOST_NAMES = 20;
/** A list as long as the country's counties helps nobody. */
const MOST_CHOICES = 500;

export function createUnitImport(platform: Platform, services: Services, writer: UnitWriter): UnitImport {
  const { mongo } = platform;
  const Unit = unitModel(mongo);
  const pending = createPendingImports<(NewUnit & { row: number })[]>(platform, 'units');

  async function authorityOf(id: string): Promise<AuthorityDoc> {
    const authority = await services.regionsUnits.authority(id);
    if (!authority) {
      throw appError('NOT_FOUND');
    }
    return authority;
  }

  /** The units of these counties that have one of the names, as name or alias; by county and name. */
  async function taken(units: readonly NewUnit[]): Promise<Map<string, string>> {
    const names = units.map(({ name }) => name);
    const found = await Unit.find({
      regionCode: { $in: [...new Set(units.map(({ regionCode }) => regionCode))] },
      $or: [{ name: { $in: names } }, { aliases: { $in: names } }],
    }).lean();
    return new Map(
      found.flatMap(({ name, aliases, regionCode }) =>
        [...aliases, name].map((own) => [keyOf({ name: own, regionCode }), name] as const),
      ),
    );
  }

  return {
    async template(authorityId) {
      const { regionCode } = await authorityOf(authorityId);
      const choices = countiesIn(regionCode).map(regionName);
      const columns = COLUMNS.map((column) =>
        column === COUNTY && choices.length <= MOST_CHOICES ? { ...column, choices } : column,
      );
      return writeTemplate('单位导入模板', '单位', columns);
    },
    async check(authorityId, bytes) {
      const authority = await authorityOf(authorityId);
      const sheet = await readSheet(bytes, COLUMNS);
      const faults = collectFaults(sheet.faults);
      const units = sheet.rows.map((row) => ({ ...parse(row, authority, faults), row: row.row }));
      const inStore = await taken(units);
      const seen = createSeen();
      sheet.rows.forEach((row, at) => {
        const unit = units[at];
        if (!unit?.name || !unit.regionCode) {
          return;
        }
        const before = seen(keyOf(unit), row.row);
        const existing = inStore.get(keyOf(unit));
        if (before !== null) {
          faults.add(row, NAME, `与第${before}行是同一单位`);
        } else if (existing) {
          const which = existing === unit.name ? '该单位' : `该名称是“${existing}”的别名，`;
          faults.add(row, NAME, `${which}在本地区已存在，请删除此行`);
        }
      });
      const importId = sheet.faults.length === 0 ? await pending.keep(authorityId, units) : null;
      return importReport(COLUMNS, sheet, importId, (_key, text) => text);
    },
    async commit(authorityId, importId, by) {
      const units = await pending.take(authorityId, importId);
      if (!units) {
        throw appError('IMPORT_EXPIRED');
      }
      try {
        await writer.write(async () => mongo.transaction(async (session) => writer.insert(units, session)));
      } catch (error) {
        if ((error as { code?: string }).code !== 'UNIT_EXISTS') {
          throw error;
        }
        const inStore = await taken(units);
        const clash = units.find((unit) => inStore.has(keyOf(unit)));
        throw appError('UNIT_EXISTS', {
          message: `第${clash?.row}行的单位刚刚已由他人新增，本次未写入任何单位，请重新上传文件核对`,
        });
      }
      await services.audit.append({
        ...by,
        action: 'units.imported',
        subject: `authority:${authorityId}`,
        reason: `共${units.length}个单位`,
      });
      return { added: units.length };
    },
  };
}

const keyOf = ({ name, regionCode }: Pick<NewUnit, 'name' | 'regionCode'>) => `${regionCode}\0${name}`;

function parse(row: Row, authority: AuthorityDoc, faults: Faults): NewUnit {
  const { cells } = row;
  const name = tidyUnitName(cells.name);
  const namesFault = nameFault(name, '单位名称');
  if (namesFault) {
    faults.add(row, NAME, namesFault);
  }
  const lists = [ALIASES, FORMER].map((column) => {
    const names = tidyUnitNames(cells[column.key].split(/[、,，;；]/));
    const fault = names.map((own) => nameFault(own, column.heading)).find(Boolean);
    if (fault || names.length > MOST_NAMES) {
      faults.add(row, column, fault ?? `${column.heading}最多${MOST_NAMES}个`);
    }
    return names;
  });
  const [aliases = [], formerNames = []] = lists;
  return { name, regionCode: countyOf(row, authority, faults), aliases, formerNames };
}

/** The lengths of the contract's `unitName`. */
function nameFault(name: string, what: string): string | null {
  if (name.length < 2) {
    return `请填写${what}全称`;
  }
  return name.length > 60 ? `${what}过长，最多60字` : null;
}

function countyOf(row: Row, { regionCode }: AuthorityDoc, faults: Faults): string {
  const { county } = row.cells;
  const [code = '', ...others] = countiesNamed(county, regionCode);
  if (!county) {
    faults.add(row, COUNTY, '请填写所在区县');
  } else if (!code) {
    const isElsewhere = countiesNamed(county, '').length > 0;
    faults.add(
      row,
      COUNTY,
      isElsewhere ? '不在本部门辖区内' : '没有这个区县，请填写“省市县”全称或六位区划代码',
    );
  } else if (others.length > 0) {
    faults.add(row, COUNTY, '有多个同名的区县，请写明省、市');
  }
  return others.length > 0 ? '' : code;
}
