import { z } from 'zod';
import { CREDIT_CLASSES, CREDITING_STATES, codesOf, DOUBT_KINDS, EXAM_OUTCOMES } from '../terms';
import { completionRules } from './completionRules';
import { endpoint } from './endpoint';
import { day, hundredths, id, instant, pageOf, paging, title } from './shapes';

/** One person of 有效人员明细. */
export const attendanceRow = z.object({
  learnerId: id,
  name: z.string(),
  idNoMasked: z.string(),
  unitName: z.string(),
  title,
  /** Swipes in each holding period, in the order of `windows`. */
  swipes: z.array(z.int()),
  firstAt: instant,
  lastAt: instant,
  /** Null: no exam was published. */
  exam: z.enum(codesOf(EXAM_OUTCOMES)).nullable(),
  isEvaluated: z.boolean(),
  effective: z.boolean(),
  /** Why not, in words: e.g. 第2个举办周期内没有签到；考试未合格；未做项目评价. */
  reason: z.string().nullable(),
  credited: z.boolean(),
  /** 疑点 that stand: whether to credit all the same is the administrator's decision. */
  doubts: z.array(z.enum(codesOf(DOUBT_KINDS))),
});
export type AttendanceRow = z.output<typeof attendanceRow>;

export const creditingRow = z.object({
  id,
  activityId: id,
  activityName: z.string(),
  projectNumber: z.string(),
  unitName: z.string(),
  creditClass: z.enum(codesOf(CREDIT_CLASSES)),
  creditsEach: hundredths,
  persons: z.int(),
  activityDate: day,
  state: z.enum(codesOf(CREDITING_STATES)),
  grantedAt: instant,
  grantedBy: z.string(),
  reviewedAt: instant.nullable(),
  reviewedBy: z.string().nullable(),
  /** Whose review it waits for, e.g. 漯河市卫生健康委员会. */
  waitingFor: z.string().nullable(),
});
export type CreditingRow = z.output<typeof creditingRow>;

export const crediting = {
  attendance: endpoint({
    method: 'GET',
    path: '/api/activities/:activityId/attendance',
    summary: '考勤分析：每个举办周期内都有签到，并完成了所要求的考试与评价的为有效人员',
    who: ['unit'],
    input: z.object({
      activityId: id,
      only: z.enum(['all', 'effective', 'uncredited']).default('all'),
      ...paging,
    }),
    output: pageOf(attendanceRow).extend({
      windows: z.array(z.object({ from: instant, to: instant })),
      /** What the authority demands beside. */
      completion: completionRules.extend({
        /** 签到 and 撤离, both needed (manual 002 §2.1). */
        isDepartureRequired: z.boolean(),
      }),
      persons: z.int(),
      effectivePersons: z.int(),
      creditedPersons: z.int(),
      /** Effective and not credited yet. */
      grantablePersons: z.int(),
      /** Persons with a doubt that stands. */
      doubtedPersons: z.int(),
    }),
  }),
  grant: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/creditings',
    summary:
      '授分：给有效人员授予学分，每人只授一次；learnerIds 省略时为全部有效人员；活动日期须是已举办的一天',
    who: ['unit'],
    permission: 'credit',
    input: z.object({
      activityId: id,
      learnerIds: z.array(id).min(1, '请选择授分人员').max(2000).optional(),
      activityDate: day,
    }),
    output: z.object({ creditingId: id, granted: z.int(), alreadyCredited: z.int() }),
    errors: ['NOT_PRESENT', 'NOTHING_TO_CREDIT', 'ACTIVITY_NOT_APPROVED'],
  }),
  listCreditings: endpoint({
    method: 'GET',
    path: '/api/creditings',
    summary: '授分批次：单位看本单位的，行政部门看所辖区域的',
    who: ['unit', 'authority'],
    input: z.object({
      state: z.enum(['all', ...codesOf(CREDITING_STATES)]).default('all'),
      activityId: id.optional(),
      ...paging,
    }),
    output: pageOf(creditingRow),
  }),
  review: endpoint({
    method: 'POST',
    path: '/api/creditings/:creditingId/approval',
    summary: '学分审核通过：该批学分由待审核变为已审核',
    who: ['authority'],
    permission: 'review',
    input: z.object({ creditingId: id }),
    output: creditingRow,
  }),
};
