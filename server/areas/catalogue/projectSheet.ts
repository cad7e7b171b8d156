/** The sheet of 国家级项目导入, and how a row of it is understood. */
import { disciplineCode } from '@common/disciplines';
import { tidyUnitName } from '@common/rules/unitName';
import { codesOf, PROJECT_FORMS, type ProjectForm } from '@common/terms';
import type { Column, SheetRow } from '../../sheets/columns';
import type { Faults } from '../../sheets/report';
import type { UnitDoc } from '../regions-units/model';
import { type NationalProject, NUMBER_WORDS, nationalNumber } from './nationalEntries';

type Key = 'number' | 'name' | 'discipline' | 'leader' | 'unit' | 'hours' | 'form';

/** A row that was understood. */
export interface ImportedProject extends NationalProject {
  year: number;
  unitId: string;
  /** As Excel numbers it. */
  row: number;
}

export const NUMBER: Column<Key> = {
  key: 'number',
  heading: '项目编号',
  isRequired: true,
  hint: '必填。如 2020-14-02-049 (国)',
  width: 24,
};
const NAME: Column<Key> = {
  key: 'name',
  heading: '项目名称',
  isRequired: true,
  hint: '必填。与公布的名称一致',
  width: 42,
};
const DISCIPLINE: Column<Key> = {
  key: 'discipline',
  heading: '二/三级学科',
  isRequired: true,
  hint: '必填。如 护理学/外科护理学，或代码 1402',
  width: 32,
};
const LEADER: Column<Key> = {
  key: 'leader',
  heading: '项目负责人',
  isRequired: true,
  hint: '必填。姓名',
  width: 14,
};
const UNIT: Column<Key> = {
  key: 'unit',
  heading: '举办单位',
  isRequired: true,
  hint: '必填。本辖区单位的全称或单位编号',
  width: 34,
};
const HOURS: Column<Key> = {
  key: 'hours',
  heading: '学时',
  isRequired: true,
  hint: '必填。数字，如 18；学分按本地区的换算标准得出',
  width: 12,
};
const FORM: Column<Key> = {
  key: 'form',
  heading: '举办方式',
  hint: `选填。${Object.values(PROJECT_FORMS).join('、')}，不填为${PROJECT_FORMS.onSite}`,
  width: 18,
  choices: Object.values(PROJECT_FORMS),
};
export const COLUMNS: readonly Column<Key>[] = [NUMBER, NAME, DISCIPLINE, LEADER, UNIT, HOURS, FORM];

/** The lengths of the contract's entry. */
const LENGTHS = [
  [NAME, 200],
  [LEADER, 40],
] as const;
const MOST_MINUTES = 100_000;

/** What a row says; what is wrong with it is added to `faults`, and then the row is of no use. */
export function parseRow(
  row: SheetRow<Key>,
  known: { units: Map<string, UnitDoc[]>; latestYear: number },
  faults: Faults,
): ImportedProject {
  const { cells } = row;
  const number = nationalNumber(cells.number, known.latestYear);
  if (!number) {
    faults.add(row, NUMBER, NUMBER_WORDS);
  }
  for (const [column, most] of LENGTHS) {
    const { length } = cells[column.key];
    if (length < 2) {
      faults.add(row, column, `请填写${column.heading}`);
    } else if (length > most) {
      faults.add(row, column, `${column.heading}过长，最多${most}字`);
    }
  }
  const discipline = disciplineCode(cells.discipline);
  if (!discipline) {
    faults.add(row, DISCIPLINE, '没有这个学科，请填写“二级学科/三级学科”全称或四位代码');
  }
  return {
    number: number?.text ?? '',
    year: number?.year ?? 0,
    name: cells.name,
    discipline: discipline ?? '',
    leader: cells.leader,
    unitId: unitOf(row, known.units, faults),
    minutes: minutesOf(row, faults),
    form: formOf(row, faults),
    row: row.row,
  };
}

function unitOf(row: SheetRow<Key>, units: Map<string, UnitDoc[]>, faults: Faults): string {
  const [unit, ...others] = units.get(tidyUnitName(row.cells.unit)) ?? [];
  if (!unit) {
    faults.add(row, UNIT, '本辖区没有这个单位，请填写单位全称或单位编号');
  } else if (others.length > 0) {
    faults.add(row, UNIT, '本辖区有多个同名的单位，请填写单位编号');
  }
  return unit && others.length === 0 ? String(unit._id) : '';
}

/** 18, 18学时, 4.5. */
function minutesOf(row: SheetRow<Key>, faults: Faults): number {
  const [, hours = ''] = /^(\d{1,4}(?:\.\d)?)(?:学时)?$/.exec(row.cells.hours) ?? [];
  const minutes = Math.round(Number(hours) * 60);
  if (!(minutes > 0 && minutes <= MOST_MINUTES)) {
    faults.add(row, HOURS, '请填写学时，如 18 或 4.5');
    return 0;
  }
  return minutes;
}

function formOf(row: SheetRow<Key>, faults: Faults): ProjectForm {
  const { form } = row.cells;
  const code = codesOf(PROJECT_FORMS).find((one) => PROJECT_FORMS[one] === form);
  if (form && !code) {
    faults.add(row, FORM, `请从列表中选择：${Object.values(PROJECT_FORMS).join('、')}`);
  }
  return code ?? 'onSite';
}
