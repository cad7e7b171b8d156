import { z } from 'zod';
import { codesOf, REGION_LEVELS, REQUEST_STATES } from '../terms';
import { endpoint } from './endpoint';
import { importReport } from './imports';
import { file, id, instant, nothing, pageOf, paging, regionCode } from './shapes';

export const region = z.object({ code: regionCode, name: z.string(), hasChildren: z.boolean() });
export type Region = z.output<typeof region>;

export const unitFound = z.object({
  id,
  code: z.string(),
  name: z.string(),
  /** The alias or former name that matched, where it was not the name itself (宜章县第二人民医院 = 岩泉镇中心卫生院). */
  matchedName: z.string().nullable(),
  /** 省市县, e.g. 湖南省 郴州市 宜章县. */
  regionName: z.string(),
});
export type UnitFound = z.output<typeof unitFound>;

const unitName = z.string().trim().min(2, '请填写单位全称').max(60, '单位名称过长');
const names = z.array(unitName).max(20).default([]);
const countyCode = regionCode.length(6, '请选择到区县');
const password = z.object({
  /** 账号. */
  accountName: z.string(),
  /** Shown this once: nobody can read it later. It must be changed at the first sign-in. */
  password: z.string(),
  /** It is good for so many days. */
  days: z.int(),
});

export const unitRow = z.object({
  id,
  /** 单位编号, also its 账号. */
  code: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  formerNames: z.array(z.string()),
  regionCode,
  regionName: z.string(),
  formerRegionCodes: z.array(z.string()),
  /** A password has been set for it. */
  hasAccount: z.boolean(),
  administrators: z.int(),
  approvedLearners: z.int(),
});
export type UnitRow = z.output<typeof unitRow>;

export const authorityRow = z.object({
  id,
  code: z.string(),
  name: z.string(),
  level: z.enum(codesOf(REGION_LEVELS)),
  regionCode: z.string(),
  regionName: z.string(),
  hasAccount: z.boolean(),
  administrators: z.int(),
  /** Units in its region, those of authorities below it included. */
  units: z.int(),
});
export type AuthorityRow = z.output<typeof authorityRow>;

export const unitRequestRow = z.object({
  id,
  name: z.string(),
  regionCode,
  regionName: z.string(),
  note: z.string(),
  learnerName: z.string(),
  phoneMasked: z.string(),
  state: z.enum(codesOf(REQUEST_STATES)),
  reason: z.string().nullable(),
  /** Whom it waits for. */
  authorityName: z.string(),
  isMine: z.boolean(),
  /** Units of that county whose names come near: it may exist already. */
  similar: z.array(unitFound),
  submittedAt: instant,
});
export type UnitRequestRow = z.output<typeof unitRequestRow>;

export const departmentRow = z.object({
  /** Null for one that learners typed and that is not in the unit's list yet. */
  id: id.nullable(),
  name: z.string(),
  approved: z.int(),
  pending: z.int(),
});
export type DepartmentRow = z.output<typeof departmentRow>;
const departments = z.object({ items: z.array(departmentRow) });
const departmentName = z.string().trim().min(1, '请填写科室名称').max(40, '科室名称过长');

export const regionsUnits = {
  listRegions: endpoint({
    method: 'GET',
    path: '/api/regions',
    summary: '行政区划（GB/T 2260）：不带 parent 时为省级',
    who: ['anyone'],
    input: z.object({ parent: regionCode.optional() }),
    output: z.object({ items: z.array(region) }),
  }),
  searchUnits: endpoint({
    method: 'GET',
    path: '/api/units',
    summary: '在所选省、市、县内按任意字符或拼音首字母查找单位（含别名、曾用名）',
    who: ['anyone'],
    input: z.object({
      region: regionCode.optional(),
      q: z.string().trim().max(40).default(''),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    output: z.object({ items: z.array(unitFound) }),
    limit: { points: 600, seconds: 60 },
  }),
  unitDepartments: endpoint({
    method: 'GET',
    path: '/api/units/:unitId/departments',
    summary: '一个单位的科室，供注册时选择',
    who: ['anyone'],
    input: z.object({ unitId: id }),
    output: z.object({ items: z.array(z.string()) }),
    limit: { points: 600, seconds: 60 },
  }),

  listDepartments: endpoint({
    method: 'GET',
    path: '/api/unit/departments',
    summary: '本单位科室（按顺序），及学员自填而未建立的科室',
    who: ['unit'],
    input: nothing,
    output: departments,
  }),
  createDepartment: endpoint({
    method: 'POST',
    path: '/api/unit/departments',
    summary: '新建科室',
    who: ['unit'],
    permission: 'manageAccount',
    input: z.object({ name: departmentName }),
    output: departments,
    errors: ['DEPARTMENT_EXISTS'],
  }),
  // Before `:departmentId`, which would take it.
  sortDepartments: endpoint({
    method: 'PUT',
    path: '/api/unit/departments/order',
    summary: '科室排序',
    who: ['unit'],
    permission: 'manageAccount',
    input: z.object({ departmentIds: z.array(id).max(500) }),
    output: departments,
  }),
  renameDepartment: endpoint({
    method: 'PUT',
    path: '/api/unit/departments/:departmentId',
    summary: '重命名科室，人员随之',
    who: ['unit'],
    permission: 'manageAccount',
    input: z.object({ departmentId: id, name: departmentName }),
    output: departments,
    errors: ['DEPARTMENT_EXISTS'],
  }),
  mergeDepartments: endpoint({
    method: 'POST',
    path: '/api/unit/departments/merge',
    summary: '把一个或多个科室（含学员自填的）并入一个科室，人员随之',
    who: ['unit'],
    permission: 'manageAccount',
    input: z.object({
      from: z.array(departmentName).min(1, '请选择要合并的科室').max(100),
      intoId: id,
    }),
    output: departments,
  }),
  removeDepartment: endpoint({
    method: 'DELETE',
    path: '/api/unit/departments/:departmentId',
    summary: '删除没有人员的科室',
    who: ['unit'],
    permission: 'manageAccount',
    input: z.object({ departmentId: id }),
    output: departments,
    errors: ['DEPARTMENT_IN_USE'],
  }),

  listUnits: endpoint({
    method: 'GET',
    path: '/api/authority/units',
    summary: '辖区内的单位',
    who: ['authority'],
    input: z.object({
      q: z.string().trim().max(40).default(''),
      region: regionCode.optional(),
      ...paging,
    }),
    output: pageOf(unitRow),
  }),
  createUnit: endpoint({
    method: 'POST',
    path: '/api/authority/units',
    summary: '新增单位；账号在“重置密码”后开通',
    who: ['authority'],
    permission: 'manageAccount',
    input: z.object({ name: unitName, regionCode: countyCode, aliases: names, formerNames: names }),
    output: unitRow,
    errors: ['UNIT_EXISTS'],
  }),
  updateUnit: endpoint({
    method: 'PUT',
    path: '/api/authority/units/:unitId',
    summary: '修改单位名称（原名记为曾用名）、别名、所在区县（迁出的区县仍可查到）',
    who: ['authority'],
    permission: 'manageAccount',
    input: z.object({
      unitId: id,
      name: unitName,
      regionCode: countyCode,
      aliases: names,
      formerNames: names,
      /** The name that the form was filled with. Where a colleague has changed it since, no former name is dropped. */
      shownName: unitName.optional(),
    }),
    output: unitRow,
    errors: ['UNIT_EXISTS'],
  }),
  resetUnitPassword: endpoint({
    method: 'POST',
    path: '/api/authority/units/:unitId/password',
    summary: '重置下属单位账号密码：随机生成，含字母、数字和特殊字符，只显示一次，记入日志',
    who: ['authority'],
    permission: 'manageAccount',
    input: z.object({
      unitId: id,
      /** Also removes its administrators: for a unit whose people have all left. */
      clearAdministrators: z.boolean().default(false),
    }),
    output: password,
    limit: { points: 60, seconds: 600 },
  }),
  listAuthorities: endpoint({
    method: 'GET',
    path: '/api/authority/authorities',
    summary: '本部门及下级行政部门',
    who: ['authority'],
    input: nothing,
    output: z.object({ items: z.array(authorityRow) }),
  }),
  createAuthority: endpoint({
    method: 'POST',
    path: '/api/authority/authorities',
    summary: '新增下级行政部门',
    who: ['authority'],
    permission: 'manageAccount',
    input: z.object({ name: unitName, regionCode }),
    output: authorityRow,
    errors: ['AUTHORITY_EXISTS'],
  }),
  resetAuthorityPassword: endpoint({
    method: 'POST',
    path: '/api/authority/authorities/:authorityId/password',
    summary: '重置下级行政部门账号密码，只显示一次，记入日志',
    who: ['authority'],
    permission: 'manageAccount',
    input: z.object({ authorityId: id, clearAdministrators: z.boolean().default(false) }),
    output: password,
    limit: { points: 60, seconds: 600 },
  }),
  listUnitRequests: endpoint({
    method: 'GET',
    path: '/api/authority/unit-requests',
    summary: '学员申请新增的单位',
    who: ['authority'],
    input: z.object({ state: z.enum(['all', ...codesOf(REQUEST_STATES)]).default('waiting'), ...paging }),
    output: pageOf(unitRequestRow),
  }),
  decideUnitRequest: endpoint({
    method: 'POST',
    path: '/api/authority/unit-requests/:requestId/decision',
    summary:
      '处理新增单位申请：新增（可改名）、对应到已有单位，或不予新增并说明原因。通过后学员自动提交该单位审核',
    who: ['authority'],
    permission: 'manageAccount',
    input: z.object({
      requestId: id,
      decision: z.enum(['add', 'existing', 'refuse']),
      /** With `add`: the name to be stored, the requested one by default. */
      name: unitName.optional(),
      /** With `existing`. */
      unitId: id.optional(),
      reason: z.string().trim().max(200, '原因最多200字').optional(),
    }),
    output: unitRequestRow,
    errors: ['UNIT_EXISTS', 'UNIT_UNKNOWN', 'REASON_REQUIRED', 'REQUEST_DECIDED'],
  }),
  unitTemplate: endpoint({
    method: 'GET',
    path: '/api/authority/imports/units/template',
    summary: '单位导入模板（Excel）',
    who: ['authority'],
    permission: 'manageAccount',
    download: true,
    input: nothing,
    output: file,
  }),
  checkUnits: endpoint({
    method: 'POST',
    path: '/api/authority/imports/units',
    summary: '上传单位Excel并逐行检查，尚不写入',
    who: ['authority'],
    permission: 'manageAccount',
    upload: { maxBytes: 10 * 1024 * 1024 },
    input: nothing,
    output: importReport,
    errors: ['FILE_INVALID', 'BODY_TOO_LARGE'],
    limit: { points: 20, seconds: 600 },
  }),
  commitUnits: endpoint({
    method: 'POST',
    path: '/api/authority/imports/units/:importId',
    summary: '写入检查无误的导入：全部成功或全部不写',
    who: ['authority'],
    permission: 'manageAccount',
    input: z.object({ importId: z.string().max(64) }),
    output: z.object({ added: z.int() }),
    errors: ['IMPORT_EXPIRED', 'UNIT_EXISTS'],
  }),
};
