import { z } from 'zod';
import { endpoint } from './endpoint';
import { id, regionCode } from './shapes';

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
    summary: '在所选省、市、县内按任意字符查找单位（含别名、曾用名）',
    who: ['anyone'],
    input: z.object({
      region: regionCode.optional(),
      q: z.string().trim().max(40).default(''),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    output: z.object({ items: z.array(unitFound) }),
    limit: { points: 600, seconds: 60 },
  }),
};
