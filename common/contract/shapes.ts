/** The small shapes that several areas share. */
import { z } from 'zod';
import { codesOf, DIRECTIONS, TITLES } from '../terms';

/** A MongoDB ObjectId as 24 hex digits. */
export const id = z.string().regex(/^[0-9a-f]{24}$/, '编号格式不正确');
/** A point in time, ISO 8601 UTC. */
export const instant = z.iso.datetime();
/** A day in China, `YYYY-MM-DD`. */
export const day = z.iso.date('日期格式不正确');
/** Credits in integer hundredths, hours in integer minutes. */
export const hundredths = z.int();
export const minutes = z.int();

export const title = z.enum(codesOf(TITLES), '请选择职称');
export const direction = z.enum(codesOf(DIRECTIONS), '请选择签到或撤离');

/** GB/T 2260: 2 digits (province), 4 (city) or 6 (county). */
export const regionCode = z.string().regex(/^\d{2}(\d{2}(\d{2})?)?$/, '行政区划代码格式不正确');

export const paging = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(20),
};

/** One page of a list with the number of all rows. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.int(), page: z.int(), pageSize: z.int() });

export const nothing = z.object({});
export const done = z.object({ ok: z.literal(true) });

/**
 * A file as a client has it after a download: `save` does what its platform does with files (opens it, or stores it).
 * `knownAs` is its name where the asker knows it already, for a platform that cannot tell from the answer what a file is.
 */
export interface FileAnswer {
  name: string;
  save(knownAs?: string): Promise<void>;
}
export const file = z.custom<FileAnswer>();

/** Where a phone says that it is, WGS-84 or GCJ-02 as WeChat gives it; `accuracy` in metres. */
export const place = z.object({
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-90).max(90),
  accuracy: z.number().min(0).max(1_000_000),
});
export type Place = z.output<typeof place>;

/** A random name that the app gave the phone it runs on. */
export const deviceId = z.string().regex(/^[\w-]{16,64}$/, '设备标识不正确');

/** A month, `YYYY-MM`. */
export const month = z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, '月份格式不正确');

/** A person as the lists of analyses, batches and credits have him; the number masked. */
export const personFields = {
  learnerId: id,
  name: z.string(),
  idNoMasked: z.string(),
  personnelNo: z.string(),
  unitName: z.string(),
  department: z.string(),
  title,
};
