import { z } from 'zod';
import { codesOf, NOTICE_KINDS, NOTICE_STATES } from '../terms';
import { endpoint } from './endpoint';
import { done, file, id, instant, pageOf, paging } from './shapes';

const kind = z.enum(codesOf(NOTICE_KINDS));
/** GB/T 2260, `00` for the whole country: an address has no room for an empty one. */
export const audienceCode = z.string().regex(/^(00|\d{2}(\d{2}(\d{2})?)?)$/, '地区不正确');

export const noticeAttachment = z.object({
  id,
  name: z.string(),
  bytes: z.int(),
  type: z.string(),
});
export type NoticeAttachment = z.output<typeof noticeAttachment>;

/** A notice or a question with its answer, as its readers see it in a list. */
export const noticeRow = z.object({
  id,
  kind,
  /** Of a 常见问题: the question. */
  title: z.string(),
  /** 学分查询, 注册与审核: groups the questions; empty for none. */
  topic: z.string(),
  /** The first words of the text. */
  summary: z.string(),
  authorityName: z.string(),
  isImportant: z.boolean(),
  isPinned: z.boolean(),
  hasAttachments: z.boolean(),
  /** Null while a draft. */
  publishedAt: instant.nullable(),
});
export type NoticeRow = z.output<typeof noticeRow>;

export const notice = noticeRow.extend({
  /** HTML with the few tags that the server lets through; safe to show as it is. */
  html: z.string(),
  attachments: z.array(noticeAttachment),
});
export type Notice = z.output<typeof notice>;

/** As its authority manages it. */
const managed = {
  state: z.enum(codesOf(NOTICE_STATES)),
  updatedAt: instant,
  /** Learners who have opened it; openings on the public page. */
  reads: z.int(),
  views: z.int(),
  /** 推送: how many learners have been told of how many; null where it was not pushed. */
  push: z.object({ told: z.int(), total: z.int().nullable(), finishedAt: instant.nullable() }).nullable(),
};
export const managedNotice = notice.extend(managed);
export type ManagedNotice = z.output<typeof managedNotice>;
export const managedNoticeRow = noticeRow.extend(managed);
export type ManagedNoticeRow = z.output<typeof managedNoticeRow>;

const content = {
  title: z.string().trim().min(1, '请填写标题').max(100, '标题最多100字'),
  topic: z.string().trim().max(20, '分类最多20字').default(''),
  /** As many as a request holds. */
  html: z.string().max(70_000, '正文过长，请把篇幅长的内容作为附件上传'),
  isImportant: z.boolean().default(false),
  isPinned: z.boolean().default(false),
};

/** 通知, 常见问题: published by an authority for its region, read in the mini-program, in the account, on a public page. */
export const notices = {
  listNotices: endpoint({
    method: 'GET',
    path: '/api/authority/notices',
    summary: '本部门的通知与常见问题',
    who: ['authority'],
    input: z.object({
      kind,
      state: z.enum(codesOf(NOTICE_STATES)).optional(),
      words: z.string().trim().max(50).default(''),
      ...paging,
    }),
    output: pageOf(managedNoticeRow),
  }),
  getNotice: endpoint({
    method: 'GET',
    path: '/api/authority/notices/:noticeId',
    summary: '一篇通知或常见问题',
    who: ['authority'],
    input: z.object({ noticeId: id }),
    output: managedNotice,
  }),
  createNotice: endpoint({
    method: 'POST',
    path: '/api/authority/notices',
    summary: '新建，存为未发布',
    who: ['authority'],
    permission: 'publish',
    input: z.object({ kind, ...content }),
    output: managedNotice,
  }),
  updateNotice: endpoint({
    method: 'PUT',
    path: '/api/authority/notices/:noticeId',
    summary: '修改；已发布的随即更新',
    who: ['authority'],
    permission: 'publish',
    input: z.object({ noticeId: id, ...content }),
    output: managedNotice,
    errors: ['NOTICE_EMPTY'],
  }),
  publishNotice: endpoint({
    method: 'POST',
    path: '/api/authority/notices/:noticeId/publish',
    summary: '发布；选择推送的，告知本地区的全部学员',
    who: ['authority'],
    permission: 'publish',
    input: z.object({ noticeId: id, push: z.boolean().default(false) }),
    output: managedNotice,
    errors: ['NOTICE_EMPTY'],
  }),
  withdrawNotice: endpoint({
    method: 'POST',
    path: '/api/authority/notices/:noticeId/withdraw',
    summary: '撤回：学员和公众不再看到',
    who: ['authority'],
    permission: 'publish',
    input: z.object({ noticeId: id }),
    output: managedNotice,
  }),
  removeNotice: endpoint({
    method: 'DELETE',
    path: '/api/authority/notices/:noticeId',
    summary: '删除未发布或已撤回的',
    who: ['authority'],
    permission: 'publish',
    input: z.object({ noticeId: id }),
    output: done,
    errors: ['NOTICE_PUBLISHED'],
  }),
  addAttachment: endpoint({
    method: 'POST',
    path: '/api/authority/notices/:noticeId/attachments',
    summary: '上传附件：PDF、Word、Excel、图片，最大10MB，最多10个',
    who: ['authority'],
    permission: 'publish',
    input: z.object({ noticeId: id }),
    output: managedNotice,
    upload: { maxBytes: 10 * 1024 * 1024 },
    errors: ['FILE_INVALID'],
  }),
  getAttachment: endpoint({
    method: 'GET',
    path: '/api/authority/notices/:noticeId/attachments/:attachmentId',
    summary: '打开附件，未发布的也可以',
    who: ['authority'],
    input: z.object({ noticeId: id, attachmentId: id }),
    output: file,
    download: true,
  }),
  removeAttachment: endpoint({
    method: 'DELETE',
    path: '/api/authority/notices/:noticeId/attachments/:attachmentId',
    summary: '删除附件',
    who: ['authority'],
    permission: 'publish',
    input: z.object({ noticeId: id, attachmentId: id }),
    output: managedNotice,
  }),

  publicRegions: endpoint({
    method: 'GET',
    path: '/api/public/notice-regions',
    summary: '发布了通知、常见问题或学分标准的地区',
    who: ['anyone'],
    input: z.object({}),
    output: z.object({ items: z.array(z.object({ regionCode: audienceCode, name: z.string() })) }),
  }),
  publicNotices: endpoint({
    method: 'GET',
    path: '/api/public/notices',
    summary: '一个地区（含上级）已发布的通知或常见问题，置顶和最近的在前',
    who: ['anyone'],
    input: z.object({
      kind,
      regionCode: audienceCode.default('00'),
      words: z.string().trim().max(50).default(''),
      ...paging,
    }),
    output: pageOf(noticeRow),
  }),
  publicNotice: endpoint({
    method: 'GET',
    path: '/api/public/notices/:noticeId',
    summary: '一篇已发布的通知或常见问题',
    who: ['anyone'],
    input: z.object({ noticeId: id }),
    output: notice,
  }),
  publicAttachment: endpoint({
    method: 'GET',
    path: '/api/public/notices/:noticeId/attachments/:attachmentId',
    summary: '下载附件',
    who: ['anyone'],
    input: z.object({ noticeId: id, attachmentId: id }),
    output: file,
    download: true,
  }),

  myNotices: endpoint({
    method: 'GET',
    path: '/api/me/notices',
    summary: '本人所在地区（含上级）的通知或常见问题',
    who: ['learner'],
    input: z.object({ kind, words: z.string().trim().max(50).default(''), ...paging }),
    output: pageOf(noticeRow.extend({ isRead: z.boolean() })).extend({ unread: z.int() }),
  }),
  readNotice: endpoint({
    method: 'POST',
    path: '/api/me/notices/:noticeId/read',
    summary: '记为已读，每人一次',
    who: ['learner'],
    input: z.object({ noticeId: id }),
    output: done,
  }),
};
