import { z } from 'zod';
import { CREDIT_CLASSES, codesOf, PROJECT_FORMS, PROJECT_LEVELS, PROJECT_NATURES } from '../terms';
import { endpoint } from './endpoint';
import { importReport } from './imports';
import { file, hundredths, id, minutes, nothing, pageOf, paging, regionCode } from './shapes';

const level = z.enum(codesOf(PROJECT_LEVELS), '请选择项目级别');
const year = z.coerce.number().int().min(2000, '年份不正确').max(2100, '年份不正确');

/** An entry of the approved catalogue, e.g. `2020-14-02-049 (国)`. */
export const projectRow = z.object({
  id,
  number: z.string(),
  year: z.int(),
  name: z.string(),
  /** 护理学/外科护理学. */
  discipline: z.string(),
  level,
  nature: z.enum(codesOf(PROJECT_NATURES)),
  creditClass: z.enum(codesOf(CREDIT_CLASSES)),
  form: z.enum(codesOf(PROJECT_FORMS)),
  leader: z.string(),
  minutes,
  credits: hundredths,
  unitName: z.string(),
});
export type ProjectRow = z.output<typeof projectRow>;

/** One of the unit's own, with the terms that it holds of it. */
export const unitProjectRow = projectRow.extend({
  /** The terms that there are already; the next one is one more. */
  terms: z.array(z.int()),
  /** Entered by the unit itself and held by no activity: it may be taken out again. */
  canRemove: z.boolean(),
});
export type UnitProjectRow = z.output<typeof unitProjectRow>;

/** Counted up to 10,000: what holds more says so with `isMore`, and is to be narrowed down. */
const projectsPage = <T extends z.ZodType>(row: T) => pageOf(row).extend({ isMore: z.boolean() });

const nature = z.enum(['all', ...codesOf(PROJECT_NATURES)]).default('all');
const search = {
  /** Characters of the name, the number or the leader. */
  q: z.string().trim().max(40).default(''),
  year: year.optional(),
  level: level.optional(),
  /** Two digits for a 二级学科, four for a 三级学科. */
  discipline: z
    .string()
    .regex(/^\d{2}(\d{2})?$/, '学科不正确')
    .optional(),
  ...paging,
};

export const catalogue = {
  searchProjects: endpoint({
    method: 'GET',
    path: '/api/projects',
    summary: '项目查询：已公布的项目，无需登录',
    who: ['anyone'],
    input: z.object({ ...search, region: regionCode.optional() }),
    output: projectsPage(projectRow),
    limit: { points: 120, seconds: 60 },
  }),
  listUnitProjects: endpoint({
    method: 'GET',
    path: '/api/unit/projects',
    summary: '选择录入：本单位可以举办的项目',
    who: ['unit'],
    input: z.object({ ...search, nature }),
    output: projectsPage(unitProjectRow),
  }),
  enterNationalProject: endpoint({
    method: 'POST',
    path: '/api/unit/national-projects',
    summary: '国家级项目录入：录入国家公布的项目的基本信息',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({
      /** 2020-14-02-049 (国); brackets and spaces in any form. */
      number: z.string().trim().max(40),
      name: z.string().trim().min(2, '请填写项目名称').max(200, '最多200字'),
      discipline: z.string().regex(/^\d{4}$/, '请选择学科'),
      leader: z.string().trim().min(2, '请填写项目负责人').max(40, '最多40字'),
      form: z.enum(codesOf(PROJECT_FORMS)).default('onSite'),
      minutes: minutes.min(1, '请填写学时').max(100_000, '学时不正确'),
    }),
    output: projectRow,
    errors: ['PROJECT_EXISTS'],
  }),
  removeNationalProject: endpoint({
    method: 'DELETE',
    path: '/api/unit/national-projects/:projectId',
    summary: '删除本单位录入、还没有申请举办的国家级项目',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ projectId: id }),
    output: z.object({ ok: z.literal(true) }),
    errors: ['MOVE_REFUSED'],
  }),
  listAuthorityProjects: endpoint({
    method: 'GET',
    path: '/api/authority/projects',
    summary: '项目库：本辖区单位的项目',
    who: ['authority'],
    input: z.object({ ...search, nature, region: regionCode.optional() }),
    output: projectsPage(projectRow),
  }),
  projectTemplate: endpoint({
    method: 'GET',
    path: '/api/authority/projects/template.xlsx',
    summary: '国家级项目导入模板',
    who: ['authority'],
    input: nothing,
    output: file,
    download: true,
  }),
  checkProjects: endpoint({
    method: 'POST',
    path: '/api/authority/projects/check',
    summary: '检查国家级项目的Excel，逐行报告，不写入',
    who: ['authority'],
    permission: 'approveProjects',
    input: nothing,
    output: importReport,
    upload: { maxBytes: 10 * 1024 * 1024 },
    errors: ['FILE_INVALID'],
  }),
  commitProjects: endpoint({
    method: 'POST',
    path: '/api/authority/projects/commit',
    summary: '写入检查通过的国家级项目，全部或都不',
    who: ['authority'],
    permission: 'approveProjects',
    input: z.object({ importId: z.string().max(100) }),
    output: z.object({ imported: z.int() }),
    errors: ['IMPORT_EXPIRED', 'PROJECT_EXISTS'],
  }),
};
