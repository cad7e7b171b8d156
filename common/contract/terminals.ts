import { z } from 'zod';
import { endpoint } from './endpoint';
import { done, file, id, instant, pageOf, paging } from './shapes';

const cardNo = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z]{4,20}$/, 'IC卡号为4至20位数字或字母');

/** A 刷卡考勤机 of a unit. */
export const terminalRow = z.object({
  id,
  /** Ours, six digits: it stands in the machine's files. */
  code: z.string(),
  name: z.string(),
  lastUploadAt: instant.nullable(),
  /** Seconds that its clock was ahead of ours at the last upload; negative: behind. */
  skewSeconds: z.int().nullable(),
});
export type TerminalRow = z.output<typeof terminalRow>;

export const cardRow = z.object({
  id,
  cardNo: z.string(),
  learnerId: id,
  name: z.string(),
  personnelNo: z.string(),
  department: z.string(),
  boundAt: instant,
});
export type CardRow = z.output<typeof cardRow>;

/** What became of an upload: every row is counted in exactly one of these. */
export const swipeUpload = z.object({
  id,
  activityName: z.string(),
  terminalName: z.string(),
  fileName: z.string(),
  uploadedAt: instant,
  by: z.string(),
  rows: z.int(),
  taken: z.int(),
  /** Were there before: of an earlier upload, or within a minute of another swipe. */
  repeated: z.int(),
  /** Outside the holding periods or sign-in hours. */
  outside: z.int(),
  /** People who are not approved. */
  notApproved: z.int(),
  unknown: z.int(),
  invalid: z.int(),
  skewSeconds: z.int(),
  unknownCards: z.array(z.object({ cardNo: z.string(), at: instant, rows: z.int() })),
  invalidRows: z.array(z.object({ row: z.int(), message: z.string() })),
});
export type SwipeUpload = z.output<typeof swipeUpload>;

export const terminals = {
  listTerminals: endpoint({
    method: 'GET',
    path: '/api/unit/terminals',
    summary: '本单位的刷卡考勤机',
    who: ['unit'],
    input: z.object(paging),
    output: pageOf(terminalRow),
  }),
  addTerminal: endpoint({
    method: 'POST',
    path: '/api/unit/terminals',
    summary: '登记刷卡考勤机',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ name: z.string().trim().min(1, '请填写考勤机名称').max(40, '名称最多40字') }),
    output: terminalRow,
  }),
  removeTerminal: endpoint({
    method: 'DELETE',
    path: '/api/unit/terminals/:terminalId',
    summary: '停用刷卡考勤机；已上传的考勤不变',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ terminalId: id }),
    output: done,
  }),
  listCards: endpoint({
    method: 'GET',
    path: '/api/unit/cards',
    summary: '本单位人员的IC卡',
    who: ['unit'],
    input: z.object({ q: z.string().trim().max(40).default(''), ...paging }),
    output: pageOf(cardRow),
  }),
  bindCard: endpoint({
    method: 'POST',
    path: '/api/unit/cards',
    summary: '发卡：把IC卡登记给本单位的一名学员；一人一卡，补卡后旧卡失效',
    who: ['unit'],
    permission: 'approveLearners',
    input: z.object({
      personnelNo: z
        .string()
        .trim()
        .regex(/^\d{10}$/, '人员编号为10位数字'),
      cardNo,
    }),
    output: cardRow,
    errors: ['LEARNER_UNKNOWN', 'CARD_TAKEN'],
  }),
  unbindCard: endpoint({
    method: 'DELETE',
    path: '/api/unit/cards/:cardId',
    summary: '挂失或收回IC卡',
    who: ['unit'],
    permission: 'approveLearners',
    input: z.object({ cardId: id }),
    output: done,
  }),
  activityFile: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/terminal.csv',
    summary: '下载活动信息到考勤机：活动、课程、举办周期和持卡人员（CSV）',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ activityId: id }),
    output: file,
    download: true,
    errors: ['ACTIVITY_NOT_APPROVED'],
  }),
  uploadSwipes: endpoint({
    method: 'POST',
    path: '/api/unit/activities/:activityId/terminal-swipes',
    summary: '上传考勤机的刷卡记录（CSV）；同一文件或同一次刷卡重复上传不会重复记录',
    who: ['unit'],
    permission: 'holdActivities',
    upload: { maxBytes: 10 * 1024 * 1024 },
    input: z.object({
      activityId: id,
      terminalId: id,
      /** What the machine's clock shows while the file is uploaded, `YYYY-MM-DD HH:mm:ss` in China; empty: it is right. */
      terminalTime: z.string().trim().max(30).default(''),
    }),
    output: swipeUpload,
    errors: ['FILE_INVALID', 'ACTIVITY_NOT_APPROVED'],
  }),
  listUploads: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/terminal-swipes',
    summary: '刷卡记录的上传情况',
    who: ['unit'],
    input: z.object({ activityId: id, ...paging }),
    output: pageOf(swipeUpload),
  }),
};
