/** Long Excel files, made in the background: progress to look at, a download that can be resumed. */
import { z } from 'zod';
import { codesOf, EXPORT_KINDS, EXPORT_STATES } from '../terms';
import { endpoint } from './endpoint';
import { done, file, id, instant, pageOf, paging } from './shapes';
import { creditFilter, personFilter, projectFilter } from './statistics';

/** What is to be in the file. */
export const exportOrder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('projects'), filter: projectFilter }),
  z.object({ kind: z.literal('activityPersons'), activityId: id, filter: personFilter }),
  /** Every credit of the region's or the unit's people, a row each. */
  z.object({ kind: z.literal('personCredits'), filter: creditFilter.omit({ by: true }) }),
  z.object({ kind: z.literal('creditStatistics'), filter: creditFilter }),
]);
export type ExportOrder = z.output<typeof exportOrder>;

export const exportJob = z.object({
  id,
  kind: z.enum(codesOf(EXPORT_KINDS)),
  /** The file's name. */
  name: z.string(),
  state: z.enum(codesOf(EXPORT_STATES)),
  /** Rows written, of how many as far as is known. */
  rows: z.int(),
  total: z.int().nullable(),
  bytes: z.int().nullable(),
  createdAt: instant,
  /** Until when it can be downloaded; null before it is done. */
  expiresAt: instant.nullable(),
  /** Why it failed, in words. */
  message: z.string().nullable(),
});
export type ExportJob = z.output<typeof exportJob>;

const exportId = { exportId: id };

export const exportsArea = {
  startExport: endpoint({
    method: 'POST',
    path: '/api/exports',
    summary: '导出Excel：在后台生成，同样的导出正在进行时不重复生成',
    who: ['unit', 'authority'],
    input: z.object({ order: exportOrder }),
    output: exportJob,
    limit: { points: 30, seconds: 600 },
  }),
  listExports: endpoint({
    method: 'GET',
    path: '/api/exports',
    summary: '本账号的导出，最近的在前',
    who: ['unit', 'authority'],
    input: z.object(paging),
    output: pageOf(exportJob),
  }),
  getExport: endpoint({
    method: 'GET',
    path: '/api/exports/:exportId',
    summary: '一次导出的进度',
    who: ['unit', 'authority'],
    input: z.object(exportId),
    output: exportJob,
  }),
  downloadExport: endpoint({
    method: 'GET',
    path: '/api/exports/:exportId/file',
    summary: '下载导出的文件；支持断点续传（Range）',
    who: ['unit', 'authority'],
    input: z.object(exportId),
    output: file,
    download: true,
    errors: ['EXPORT_NOT_READY', 'EXPORT_EXPIRED'],
  }),
  removeExport: endpoint({
    method: 'DELETE',
    path: '/api/exports/:exportId',
    summary: '取消或删除一次导出',
    who: ['unit', 'authority'],
    input: z.object(exportId),
    output: done,
  }),
};
