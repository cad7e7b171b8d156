import { z } from 'zod';
import { codesOf, DOCUMENT_KINDS } from '../terms';
import { endpoint } from './endpoint';
import { done, file, id, instant } from './shapes';

/** A document of an activity: 会议通知 (with the red stamp), 会议日程, others. */
export const documentRow = z.object({
  id,
  kind: z.enum(codesOf(DOCUMENT_KINDS)),
  name: z.string(),
  bytes: z.int(),
  type: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  uploadedAt: instant,
});
export type DocumentRow = z.output<typeof documentRow>;

/** Documents arrive in parts, so that a broken connection costs one part and not 50 MB. */
export const documents = {
  startUpload: endpoint({
    method: 'POST',
    path: '/api/unit/activities/:activityId/uploads',
    summary: '开始上传会议通知、会议日程等资料（PDF、JPEG、PNG，最大50MB）；同一文件再次开始则接着传',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({
      activityId: id,
      kind: z.enum(codesOf(DOCUMENT_KINDS)),
      name: z.string().trim().min(1).max(200, '文件名最多200字'),
      bytes: z
        .int()
        .min(1, '文件是空的')
        .max(50 * 1024 * 1024, '文件过大，最大50MB'),
      /** SHA-256 of the whole file in hex: finds a broken upload of the same file, and proves the end. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    output: z.object({
      uploadId: id,
      /** Bytes of each part but the last. */
      partBytes: z.int(),
      parts: z.int(),
      /** Numbers of the parts that are there, from 0. */
      received: z.array(z.int()),
    }),
    errors: ['MOVE_REFUSED'],
  }),
  putPart: endpoint({
    method: 'POST',
    path: '/api/unit/uploads/:uploadId/parts/:part',
    summary: '上传一部分；可以重复、乱序',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ uploadId: id, part: z.coerce.number().int().min(0).max(999) }),
    output: z.object({ received: z.array(z.int()) }),
    upload: { maxBytes: 2 * 1024 * 1024 },
    errors: ['UPLOAD_EXPIRED'],
  }),
  finishUpload: endpoint({
    method: 'POST',
    path: '/api/unit/uploads/:uploadId/finish',
    summary: '完成上传：按内容检查类型后存入',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ uploadId: id }),
    output: documentRow,
    errors: ['UPLOAD_EXPIRED', 'FILE_INVALID', 'MOVE_REFUSED'],
  }),
  removeDocument: endpoint({
    method: 'DELETE',
    path: '/api/unit/activities/:activityId/documents/:documentId',
    summary: '删除一份资料',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ activityId: id, documentId: id }),
    output: done,
    errors: ['MOVE_REFUSED'],
  }),
  getDocument: endpoint({
    method: 'GET',
    path: '/api/activities/:activityId/documents/:documentId',
    summary: '下载一份资料',
    who: ['unit', 'authority'],
    input: z.object({ activityId: id, documentId: id }),
    output: file,
    download: true,
  }),
};
