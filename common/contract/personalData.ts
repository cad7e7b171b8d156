import { z } from 'zod';
import { endpoint } from './endpoint';
import { day, done, file, id, instant, nothing, pageOf, paging } from './shapes';

/** One line of the log as an authority reads it: no personal data beyond names of administrators. */
export const auditRow = z.object({
  sequence: z.int(),
  at: instant,
  /** e.g. 漯河市中心医院 · 王芳. */
  actorName: z.string(),
  actorKind: z.enum(['learner', 'unit', 'authority', 'wechat', 'system']),
  action: z.string(),
  /** The action in Chinese, e.g. 审核通过. */
  actionLabel: z.string(),
  /** Whom or what it was done to, e.g. 人员 陈*敏, 单位 舞阳县中医院. */
  subjectName: z.string(),
  reason: z.string().nullable(),
});
export type AuditRow = z.output<typeof auditRow>;

/** What the Personal Information Protection Law (个人信息保护法 ch. 4) gives a person; and the log that proves it. */
export const personalData = {
  myReaders: endpoint({
    method: 'GET',
    path: '/api/me/readers',
    summary: '谁查阅过我的个人信息，最近的在前',
    who: ['learner'],
    input: z.object({ ...paging }),
    output: pageOf(
      z.object({
        at: instant,
        /** The unit or authority and the administrator, e.g. 漯河市中心医院 · 王芳. */
        readerName: z.string(),
        /** What was read, e.g. 查看完整身份证号码与手机号. */
        what: z.string(),
      }),
    ),
  }),
  exportMine: endpoint({
    method: 'GET',
    path: '/api/me/export',
    summary: '导出本人全部数据（Excel）：资料、同意记录、签到、学分、查阅记录',
    who: ['learner'],
    download: true,
    input: nothing,
    output: file,
    limit: { points: 10, seconds: 3600 },
  }),
  myConsents: endpoint({
    method: 'GET',
    path: '/api/me/consents',
    summary: '我同意过的个人信息处理说明及版本',
    who: ['learner'],
    input: nothing,
    output: z.object({
      items: z.array(z.object({ version: z.string(), at: instant })),
      /** The version in force; other than the last agreed one: ask again. */
      current: z.string(),
    }),
  }),
  agree: endpoint({
    method: 'POST',
    path: '/api/me/consents',
    summary: '同意新版个人信息处理说明',
    who: ['learner'],
    input: z.object({ version: z.string().max(20) }),
    output: done,
    errors: ['PRIVACY_CHANGED'],
  }),
  sendClosureCode: endpoint({
    method: 'POST',
    path: '/api/me/closure/codes',
    summary: '注销账号前向登记的手机发送验证码',
    who: ['learner'],
    input: nothing,
    output: z.object({ ok: z.literal(true), retryAfter: z.int(), phoneMasked: z.string() }),
    limit: { points: 5, seconds: 600 },
  }),
  closeAccount: endpoint({
    method: 'POST',
    path: '/api/me/closure',
    summary: '注销账号：学分按医通卡号保留，个人信息删除，不可恢复',
    who: ['learner'],
    input: z.object({ smsCode: z.string().min(1, '请输入验证码').max(12) }),
    output: done,
    errors: ['SMS_CODE_INVALID'],
    limit: { points: 10, seconds: 600 },
  }),
  listAudit: endpoint({
    method: 'GET',
    path: '/api/authority/audit',
    summary: '辖区内的操作日志，最近的在前',
    who: ['authority'],
    permission: 'manageAccount',
    input: z.object({
      /** Exact action, e.g. learner.read. */
      action: z.string().max(60).default(''),
      /** A unit of the region. */
      unitId: id.optional(),
      from: day.optional(),
      to: day.optional(),
      ...paging,
    }),
    output: pageOf(auditRow).extend({
      /** All actions there are, for the filter. */
      actions: z.array(z.object({ action: z.string(), label: z.string() })),
    }),
  }),
};
