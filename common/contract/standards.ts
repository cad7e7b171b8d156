import { z } from 'zod';
import { CREDIT_CLASSES, codesOf, NOTICE_STATES, STANDARD_CATEGORIES } from '../terms';
import { endpoint } from './endpoint';
import { audienceCode } from './notices';
import { done, hundredths, id, instant } from './shapes';

const year = z.coerce.number().int().min(2000).max(2100);

/** A line of 学分审核标准: what is worth how much, and how it is proved. */
export const standardRow = z.object({
  category: z.enum(codesOf(STANDARD_CATEGORIES)),
  /** 国际刊物（第一作者）. */
  item: z.string().trim().min(1, '请填写项目').max(100, '最多100字'),
  creditClass: z.enum(codesOf(CREDIT_CLASSES)),
  /** Hundredths; `to` equals `from` where there is no range. */
  from: hundredths.min(0).max(100_000),
  to: hundredths.min(0).max(100_000),
  /** 每篇, 每1000字, 每次. */
  per: z.string().trim().max(20).default(''),
  /** 证明材料, 每年上限 and other words. */
  note: z.string().trim().max(200).default(''),
});
export type StandardRow = z.output<typeof standardRow>;

const rows = z
  .array(
    standardRow.refine(({ from, to }) => from <= to, { path: ['to'], message: '最高学分不能低于最低学分' }),
  )
  .max(200, '最多200行');

/** One authority's table of one year. */
export const standardTable = z.object({
  id,
  year: z.int(),
  authorityName: z.string(),
  state: z.enum(codesOf(NOTICE_STATES)),
  /** What stands above the table: the document it rests on. */
  basis: z.string(),
  rows: z.array(standardRow),
  publishedAt: instant.nullable(),
  updatedAt: instant,
});
export type StandardTable = z.output<typeof standardTable>;

const basis = z.string().trim().max(500).default('');

/** 学分审核标准 (manual 004, 漯继医委: 学分审核标准查询): a table by category, year and region. */
export const standards = {
  listStandards: endpoint({
    method: 'GET',
    path: '/api/authority/standards',
    summary: '本部门各年度的学分审核标准',
    who: ['authority'],
    input: z.object({}),
    output: z.object({ items: z.array(standardTable) }),
  }),
  createStandard: endpoint({
    method: 'POST',
    path: '/api/authority/standards',
    summary: '新建一个年度的标准；可以从另一年度（或上级的）复制',
    who: ['authority'],
    permission: 'publish',
    input: z.object({ year, copyOf: id.optional() }),
    output: standardTable,
    errors: ['STANDARD_EXISTS'],
  }),
  updateStandard: endpoint({
    method: 'PUT',
    path: '/api/authority/standards/:standardId',
    summary: '修改；已发布的随即更新',
    who: ['authority'],
    permission: 'publish',
    input: z.object({ standardId: id, basis, rows }),
    output: standardTable,
    errors: ['NOTICE_EMPTY'],
  }),
  publishStandard: endpoint({
    method: 'POST',
    path: '/api/authority/standards/:standardId/publish',
    summary: '发布或撤回',
    who: ['authority'],
    permission: 'publish',
    input: z.object({ standardId: id, isPublished: z.boolean() }),
    output: standardTable,
    errors: ['NOTICE_EMPTY'],
  }),
  removeStandard: endpoint({
    method: 'DELETE',
    path: '/api/authority/standards/:standardId',
    summary: '删除未发布或已撤回的标准',
    who: ['authority'],
    permission: 'publish',
    input: z.object({ standardId: id }),
    output: done,
    errors: ['NOTICE_PUBLISHED'],
  }),
  publicStandard: endpoint({
    method: 'GET',
    path: '/api/public/standards',
    summary: '一个地区在某年度适用的标准：最近一级行政部门已发布的',
    who: ['anyone'],
    input: z.object({
      regionCode: audienceCode.default('00'),
      /** The present one where absent. */
      year: year.optional(),
    }),
    output: z.object({
      /** Null where neither this region nor one above it has published any. */
      table: standardTable.nullable(),
      /** Years with a table that holds here, newest first. */
      years: z.array(z.int()),
    }),
  }),
  myStandard: endpoint({
    method: 'GET',
    path: '/api/me/standards',
    summary: '本人所在地区适用的标准',
    who: ['learner'],
    input: z.object({ year: year.optional() }),
    output: z.object({ table: standardTable.nullable(), years: z.array(z.int()) }),
  }),
};
