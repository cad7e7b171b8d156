import { z } from 'zod';
import { CHECK_IN_METHODS, codesOf, DOUBT_KINDS, HELD_KINDS, HELD_STATES } from '../terms';
import { endpoint } from './endpoint';
import { direction, done, file, id, instant, minutes, pageOf, paging } from './shapes';

const activityId = { activityId: id };
const reason = z.string().trim().min(2, '请填写原因').max(200, '原因最多200字');
/** 人员编号（医通卡号） or 身份证号. */
const person = z.string().trim().min(10, '请填写人员编号或身份证号').max(20, '请填写人员编号或身份证号');

/** One swipe of 考勤明细. */
export const swipeRow = z.object({
  id,
  learnerId: id,
  name: z.string(),
  unitName: z.string(),
  department: z.string(),
  courseName: z.string(),
  direction,
  at: instant,
  method: z.enum(codesOf(CHECK_IN_METHODS)),
  /** Of a manual entry, and of a held one that was accepted. */
  reason: z.string().nullable(),
  /** The administrator who entered or accepted it. */
  by: z.string().nullable(),
  /** Metres from the venue; null where no place was given. */
  metres: z.int().nullable(),
});
export type SwipeRow = z.output<typeof swipeRow>;

/** A scan that does not count yet. */
export const heldRow = z.object({
  id,
  kind: z.enum(codesOf(HELD_KINDS)),
  state: z.enum(codesOf(HELD_STATES)),
  /** 尚未注册 for a WeChat that nobody has registered with. */
  name: z.string(),
  unitName: z.string(),
  courseName: z.string(),
  direction,
  at: instant,
  receivedAt: instant,
  /** Why it waits and for whom, in words. */
  words: z.string(),
  /** Whether an administrator may decide it: one of kind `unapproved` follows the approval. */
  canDecide: z.boolean(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
});
export type HeldRow = z.output<typeof heldRow>;

/** What speaks against a learner's attendance, computed from what was recorded. */
export const doubt = z.object({
  kind: z.enum(codesOf(DOUBT_KINDS)),
  /** One sentence with the figures, e.g. 同一手机在3分钟内为4人签到. */
  words: z.string(),
  at: instant,
  /** The single facts: who, when, where. */
  evidence: z.array(z.string()),
  cleared: z.object({ by: z.string(), reason: z.string(), at: instant }).nullable(),
});
export type Doubt = z.output<typeof doubt>;
export const doubtRow = z.object({
  learnerId: id,
  name: z.string(),
  unitName: z.string(),
  doubts: z.array(doubt),
});
export type DoubtRow = z.output<typeof doubtRow>;

/** One of 签到与撤离名单 (manual 002 §2.2). */
export const rosterRow = z.object({
  /** The learner's, or the form's. */
  id,
  /** Null for a person of the 现场登记表 without an approved account: credits wait for the registration. */
  learnerId: id.nullable(),
  name: z.string(),
  idNoMasked: z.string(),
  unitName: z.string(),
  department: z.string(),
  /** First 签到 and last 撤离 of each holding period, null where there is none. */
  periods: z.array(z.object({ in: instant.nullable(), out: instant.nullable() })),
  /** 实际参会: what lies within the periods between 签到 and 撤离. */
  minutes,
  isFull: z.boolean(),
});
export type RosterRow = z.output<typeof rosterRow>;

export const attendance = {
  listSwipes: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/swipes',
    summary: '考勤明细：所有有效考勤，最近的在前',
    who: ['unit'],
    input: z.object({
      ...activityId,
      /** Characters of the name. */
      q: z.string().trim().max(40).default(''),
      courseId: id.optional(),
      direction: direction.optional(),
      method: z.enum(codesOf(CHECK_IN_METHODS)).optional(),
      learnerId: id.optional(),
      ...paging,
    }),
    output: pageOf(swipeRow).extend({ persons: z.int() }),
  }),
  exportSwipes: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/swipes.xlsx',
    summary: '导出考勤明细（Excel）；完整身份证号须有“查看完整个人信息”权限，并记入日志',
    who: ['unit'],
    input: z.object({ ...activityId, idNo: z.enum(['masked', 'whole']).default('masked') }),
    output: file,
    download: true,
    errors: ['PERMISSION_REQUIRED'],
  }),
  findAttendee: endpoint({
    method: 'POST',
    path: '/api/unit/activities/:activityId/attendees/search',
    summary: '按人员编号或身份证号查找要补录考勤的学员',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ ...activityId, person }),
    output: z.object({ learnerId: id, name: z.string(), idNoMasked: z.string(), unitName: z.string() }),
    errors: ['LEARNER_UNKNOWN'],
    limit: { points: 60, seconds: 60 },
  }),
  enterSwipe: endpoint({
    method: 'POST',
    path: '/api/unit/activities/:activityId/swipes',
    summary: '补录考勤：须写明原因，在考勤明细中标明为管理员补录',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ ...activityId, learnerId: id, courseId: id, direction, at: instant, reason }),
    output: swipeRow,
    errors: ['LEARNER_NOT_APPROVED', 'OUTSIDE_HOLDING_PERIOD', 'SWIPE_EXISTS', 'ACTIVITY_NOT_APPROVED'],
  }),
  listHeld: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/held-scans',
    summary: '待确认的扫码：补传的、位置不符的、尚未审核通过的学员的',
    who: ['unit'],
    input: z.object({
      ...activityId,
      state: z.enum(['all', ...codesOf(HELD_STATES)]).default('waiting'),
      ...paging,
    }),
    output: pageOf(heldRow).extend({ waiting: z.int() }),
  }),
  decideHeld: endpoint({
    method: 'POST',
    path: '/api/unit/activities/:activityId/held-scans/decisions',
    summary: '确认或不予确认扫码；不予确认须写明原因，学员会收到通知',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({
      ...activityId,
      ids: z.array(id).min(1, '请选择扫码记录').max(200),
      accept: z.boolean(),
      reason: z.string().trim().max(200, '原因最多200字').default(''),
    }),
    output: z.object({ decided: z.int(), skipped: z.int() }),
    errors: ['REASON_REQUIRED'],
  }),
  listDoubts: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/doubts',
    summary: '考勤疑点：每人的疑点和依据',
    who: ['unit'],
    input: z.object({
      ...activityId,
      only: z.enum(['open', 'all']).default('open'),
      learnerId: id.optional(),
      ...paging,
    }),
    output: pageOf(doubtRow).extend({
      /** Persons with a doubt that stands. */
      open: z.int(),
    }),
  }),
  clearDoubt: endpoint({
    method: 'POST',
    path: '/api/unit/activities/:activityId/doubts/clearances',
    summary: '核实后排除疑点，须写明核实情况',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ ...activityId, learnerId: id, kind: z.enum(codesOf(DOUBT_KINDS)), reason }),
    output: done,
  }),
  roster: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/roster',
    summary: '签到与撤离名单：每个举办周期的签到、撤离时间和实际参会学时',
    who: ['unit'],
    input: z.object({ ...activityId, only: z.enum(['all', 'full']).default('all'), ...paging }),
    output: pageOf(rosterRow).extend({
      periods: z.array(z.object({ from: instant, to: instant })),
      persons: z.int(),
      fullPersons: z.int(),
      /** Two weeks after the last period (manual 002 §2.2). */
      dueAt: instant,
      handedUp: z.object({ at: instant, by: z.string(), persons: z.int() }).nullable(),
    }),
  }),
  exportRoster: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/roster.xlsx',
    summary: '导出签到与撤离名单（Excel）',
    who: ['unit'],
    input: z.object(activityId),
    output: file,
    download: true,
  }),
  handUpRoster: endpoint({
    method: 'POST',
    path: '/api/unit/activities/:activityId/roster/submission',
    summary: '活动结束后上报签到与撤离名单，由科教部门选择完成规定学时的学员授分；可以重新上报',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object(activityId),
    output: done,
    errors: ['MOVE_REFUSED'],
  }),
};
