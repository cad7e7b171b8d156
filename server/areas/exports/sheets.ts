/** What each export's table is called, what it has for columns, and how a row of it is written. */
import type { CreditedPerson, ProjectStatisticRow, StatisticRow } from '@common/contract/statistics';
import { formatCredits, formatHours } from '@common/rules/credits';
import { dayOf, formatDateTime } from '@common/rules/shanghaiTime';
import {
  ACTIVITY_STATES,
  CREDIT_CLASSES,
  CREDIT_ROLES,
  CREDIT_STATES,
  PROJECT_LEVELS,
  SEXES,
  STATISTIC_GROUPS,
  type StatisticGroup,
  TITLES,
} from '@common/terms';
import type { Cell } from '../../sheets/streamWorkbook';
import type { PersonCredit } from '../statistics/persons';

/** A heading with its width in characters, and what stands below it. Rows are numbered from 1. */
export type Column<T> = readonly [heading: string, width: number, cell: (row: T, number: number) => Cell];

const dayOfInstant = (instant: string | null) => (instant ? dayOf(Date.parse(instant)) : '');
/** As numbers, so that they can be added up in Excel. */
const credits = (hundredths: number) => Number(formatCredits(hundredths));
const hours = (minutes: number) => Number(formatHours(minutes));

export const PROJECT_COLUMNS: readonly Column<ProjectStatisticRow>[] = [
  ['序号', 8, (_, number) => number],
  ['项目编号', 24, (row) => row.projectNumber],
  ['期次', 8, (row) => row.term],
  ['项目名称', 40, (row) => row.name],
  ['项目级别', 10, (row) => PROJECT_LEVELS[row.level]],
  ['学科', 26, (row) => row.discipline],
  ['举办单位', 30, (row) => row.unitName],
  ['项目负责人', 14, (row) => row.leader],
  ['开始日期', 12, (row) => dayOfInstant(row.from)],
  ['结束日期', 12, (row) => dayOfInstant(row.to)],
  ['状态', 12, (row) => ACTIVITY_STATES[row.state]],
  ['学分类别', 12, (row) => CREDIT_CLASSES[row.creditClass]],
  ['学分', 8, (row) => credits(row.credits)],
  ['考勤人数', 10, (row) => row.attended],
  ['已授分人数', 12, (row) => row.credited],
  ['已审核人数', 12, (row) => row.reviewed],
];

const WHO: readonly Column<CreditedPerson>[] = [
  ['序号', 8, (_, number) => number],
  ['姓名', 14, (row) => row.name],
  ['性别', 6, (row) => (row.sex ? SEXES[row.sex] : '')],
  ['身份证号', 22, (row) => row.idNoMasked],
  ['人员编号', 14, (row) => row.personnelNo],
  ['单位', 30, (row) => row.unitName],
  ['科室', 18, (row) => row.department],
  ['职称', 14, (row) => TITLES[row.title]],
];
const WHAT: readonly Column<CreditedPerson>[] = [
  ['身份', 10, (row) => CREDIT_ROLES[row.role]],
  ['学分类别', 12, (row) => CREDIT_CLASSES[row.creditClass]],
  ['学分', 8, (row) => credits(row.credits)],
  ['学时', 8, (row) => hours(row.minutes)],
  ['活动日期', 12, (row) => row.activityDate],
  ['授分时间', 18, (row) => formatDateTime(Date.parse(row.grantedAt))],
  ['审核状态', 10, (row) => CREDIT_STATES[row.state]],
];

export const PERSON_COLUMNS = [...WHO, ...WHAT];

const ofPerson = ([heading, width, cell]: Column<CreditedPerson>): Column<PersonCredit> => [
  heading,
  width,
  ({ person }, number) => cell(person, number),
];

export const CREDIT_COLUMNS: readonly Column<PersonCredit>[] = [
  ...WHO.map(ofPerson),
  ['项目编号', 24, ({ standing }) => standing.full.project.number],
  ['期次', 8, ({ standing }) => standing.full.activity.term],
  ['项目名称', 40, ({ standing }) => standing.full.project.name],
  ['项目级别', 10, ({ standing }) => PROJECT_LEVELS[standing.entry.level]],
  ['学科', 26, ({ standing }) => standing.full.project.discipline],
  ['举办单位', 30, ({ standing }) => standing.full.unit.name],
  ['年度', 8, ({ standing }) => standing.entry.year],
  ...WHAT.map(ofPerson),
];

export const groupColumns = (by: StatisticGroup): readonly Column<StatisticRow>[] => [
  ['序号', 8, (_, number) => number],
  [STATISTIC_GROUPS[by], 36, (row) => row.label],
  ['人数', 10, (row) => row.persons],
  ['授分人次', 12, (row) => row.entries],
  ['学分', 12, (row) => credits(row.credits)],
  ['学时', 12, (row) => hours(row.minutes)],
  ['其中未审核学分', 16, (row) => credits(row.pending)],
];
