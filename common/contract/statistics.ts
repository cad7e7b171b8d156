/** 统计查询 (manual 000 §五, 001 §三(三)2): 项目明细查询, its 人员明细, and credits by unit, department, discipline, class, year. */
import { z } from 'zod';
import {
  ACTIVITY_STATES,
  CREDIT_CLASSES,
  CREDIT_ROLES,
  CREDIT_STATES,
  codesOf,
  PROJECT_LEVELS,
  SEXES,
  STATISTIC_GROUPS,
} from '../terms';
import { endpoint } from './endpoint';
import { day, hundredths, id, instant, minutes, pageOf, paging, personFields } from './shapes';

const year = z.coerce.number().int().min(2000).max(2100);

export const projectFilter = z.object({
  year: year.optional(),
  level: z.enum(codesOf(PROJECT_LEVELS)).optional(),
  creditClass: z.enum(codesOf(CREDIT_CLASSES)).optional(),
  /** Two or four digits of common/disciplines.ts. */
  discipline: z
    .string()
    .regex(/^\d{2}(\d{2})?$/, '学科代码不正确')
    .optional(),
  /** For an authority: those of one unit of its region. */
  unitId: id.optional(),
  /** Days between which it was held. */
  from: day.optional(),
  to: day.optional(),
  q: z.string().trim().max(50).optional(),
});
export type ProjectFilter = z.output<typeof projectFilter>;

export const projectRow = z.object({
  activityId: id,
  projectNumber: z.string(),
  term: z.int(),
  name: z.string(),
  level: z.enum(codesOf(PROJECT_LEVELS)),
  discipline: z.string(),
  unitName: z.string(),
  leader: z.string(),
  from: instant.nullable(),
  to: instant.nullable(),
  state: z.enum(codesOf(ACTIVITY_STATES)),
  creditClass: z.enum(codesOf(CREDIT_CLASSES)),
  credits: hundredths,
  /** Persons with a check-in, with the credit, with the credit reviewed. */
  attended: z.int(),
  credited: z.int(),
  reviewed: z.int(),
});
export type ProjectStatisticRow = z.output<typeof projectRow>;

export const personFilter = z.object({
  role: z.enum(codesOf(CREDIT_ROLES)).optional(),
  state: z.enum(codesOf(CREDIT_STATES)).optional(),
  q: z.string().trim().max(30).optional(),
});

/** One credit of one person: a row of 人员明细. */
export const creditedPerson = z.object({
  creditId: id,
  ...personFields,
  sex: z.enum(codesOf(SEXES)).nullable(),
  role: z.enum(codesOf(CREDIT_ROLES)),
  creditClass: z.enum(codesOf(CREDIT_CLASSES)),
  credits: hundredths,
  minutes,
  activityDate: day,
  grantedAt: instant,
  state: z.enum(codesOf(CREDIT_STATES)),
});
export type CreditedPerson = z.output<typeof creditedPerson>;

export const creditFilter = z.object({
  by: z.enum(codesOf(STATISTIC_GROUPS)).default('unit'),
  year: year.optional(),
  creditClass: z.enum(codesOf(CREDIT_CLASSES)).optional(),
  level: z.enum(codesOf(PROJECT_LEVELS)).optional(),
  /** For an authority: the people of one unit of its region. */
  unitId: id.optional(),
});
export type CreditFilter = z.output<typeof creditFilter>;

/** Credits of one unit, department, discipline, class or year. */
export const statisticRow = z.object({
  key: z.string(),
  label: z.string(),
  persons: z.int(),
  /** Credits granted, without those revoked. */
  entries: z.int(),
  credits: hundredths,
  minutes,
  /** Of `credits`: not reviewed yet. */
  pending: hundredths,
});
export type StatisticRow = z.output<typeof statisticRow>;

export const statistics = {
  listProjects: endpoint({
    method: 'GET',
    path: '/api/statistics/projects',
    summary: '项目明细查询：单位看本单位举办的，行政部门看所辖区域的',
    who: ['unit', 'authority'],
    input: projectFilter.extend(paging),
    output: pageOf(projectRow),
  }),
  listPersons: endpoint({
    method: 'GET',
    path: '/api/statistics/activities/:activityId/persons',
    summary: '人员明细：一个项目的已授分人员',
    who: ['unit', 'authority'],
    input: personFilter.extend({ activityId: id, ...paging }),
    output: pageOf(creditedPerson).extend({
      activityName: z.string(),
      projectNumber: z.string(),
      credits: hundredths,
    }),
  }),
  creditStatistics: endpoint({
    method: 'GET',
    path: '/api/statistics/credits',
    summary: '学分统计：按单位、科室、学科、学分类别或年度，多的在前',
    who: ['unit', 'authority'],
    input: creditFilter,
    output: z.object({
      /** At most 200; `others` is what the rest adds up to. */
      items: z.array(statisticRow),
      others: statisticRow.nullable(),
      total: z.object({
        persons: z.int(),
        entries: z.int(),
        credits: hundredths,
        minutes,
        pending: hundredths,
      }),
      /** Years with credits, newest first. */
      years: z.array(z.int()),
    }),
  }),
};
