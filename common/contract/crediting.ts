/** 授分 (manual 000 §四3–5, 001 §三(三)) and its review by the authority (001 §四, 002 §2.2–3). */
import { z } from 'zod';
import {
  CREDIT_CLASSES,
  CREDITING_KINDS,
  CREDITING_STATES,
  codesOf,
  DOUBT_KINDS,
  EXAM_OUTCOMES,
} from '../terms';
import { savedAnalysis } from './analyses';
import { endpoint } from './endpoint';
import { day, file, hundredths, id, instant, minutes, pageOf, paging, personFields, title } from './shapes';

const reason = z.string().trim().min(1, '请填写原因').max(200, '原因最多200字');

/** One batch in a list. */
export const creditingRow = z.object({
  id,
  activityId: id,
  activityName: z.string(),
  projectNumber: z.string(),
  term: z.int(),
  unitName: z.string(),
  kind: z.enum(codesOf(CREDITING_KINDS)),
  creditClass: z.enum(codesOf(CREDIT_CLASSES)),
  /** The credits of each where all have the same, else null. */
  creditsEach: hundredths.nullable(),
  /** Granted to, without those revoked since. */
  persons: z.int(),
  revokedPersons: z.int(),
  /** Effective and unchecked by the unit, with a reason. */
  exceptedPersons: z.int(),
  activityDate: day,
  state: z.enum(codesOf(CREDITING_STATES)),
  /** While it is being written: persons done of all. */
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
  grantedAt: instant,
  grantedBy: z.string(),
  reviewedAt: instant.nullable(),
  reviewedBy: z.string().nullable(),
  returnReason: z.string().nullable(),
  /** Whose turn it is, e.g. 漯河市卫生健康委员会. */
  waitingFor: z.string().nullable(),
  /** The last day for its review; null when it is not under review. */
  reviewDueOn: day.nullable(),
  /** Days left until then, negative when late. */
  daysLeft: z.int().nullable(),
  /** By hand: the authority must have looked at it. */
  isManual: z.boolean(),
  can: z.array(z.enum(['approve', 'return', 'submit', 'revoke'])),
});
export type CreditingRow = z.output<typeof creditingRow>;

/** One person of a batch. */
export const creditingPerson = z.object({
  ...personFields,
  state: z.enum(['granted', 'revoked', 'excepted']),
  credits: hundredths,
  minutes,
  /** Of the analysis; empty for lecturers and by hand. */
  swipes: z.array(z.int()),
  exam: z.enum(codesOf(EXAM_OUTCOMES)).nullable(),
  isEvaluated: z.boolean(),
  doubts: z.array(z.enum(codesOf(DOUBT_KINDS))),
  /** Why by hand, why unchecked, why revoked. */
  reason: z.string().nullable(),
  /** Who revoked it. */
  byName: z.string().nullable(),
});
export type CreditingPerson = z.output<typeof creditingPerson>;

export const creditingView = creditingRow.extend({
  /** Evidence; null for lecturers, by hand, and where there was none. */
  analysis: savedAnalysis.nullable(),
  /** Persons granted to in spite of a doubt, by kind. */
  doubts: z.array(z.object({ kind: z.enum(codesOf(DOUBT_KINDS)), persons: z.int() })),
  units: z.array(z.object({ name: z.string(), persons: z.int() })),
  titles: z.array(z.object({ title, persons: z.int() })),
  /** Why it cannot be approved, in words. */
  faults: z.array(z.string()),
  moves: z.array(
    z.object({
      at: instant,
      byName: z.string(),
      move: z.enum(['granted', 'returned', 'submitted', 'approved', 'revoked']),
      reason: z.string(),
    }),
  ),
});
export type CreditingView = z.output<typeof creditingView>;

/** An activity in 项目参加者授分. */
export const creditableRow = z.object({
  activityId: id,
  projectNumber: z.string(),
  term: z.int(),
  name: z.string(),
  from: instant,
  to: instant,
  creditClass: z.enum(codesOf(CREDIT_CLASSES)),
  credits: hundredths,
  attended: z.int(),
  analyses: z.int(),
  credited: z.int(),
  /** Of the last analysis: effective and not credited. */
  grantable: z.int(),
  /** The last day for granting; null before it has ended. */
  dueOn: day.nullable(),
  daysLeft: z.int().nullable(),
});
export type CreditableRow = z.output<typeof creditableRow>;

export const lecturerRow = z.object({
  /** Null where he has no account, or his 人员编号 was not given. */
  learnerId: id.nullable(),
  personnelNo: z.string().nullable(),
  name: z.string(),
  unitName: z.string(),
  title: title.nullable(),
  courses: z.array(z.object({ name: z.string(), minutes })),
  minutes,
  credits: hundredths,
  isCredited: z.boolean(),
  /** Why he cannot be credited, and what to do about it. */
  obstacle: z.string().nullable(),
});
export type LecturerRow = z.output<typeof lecturerRow>;

const activityId = { activityId: id };
const creditingId = { creditingId: id };

export const crediting = {
  listCreditable: endpoint({
    method: 'GET',
    path: '/api/unit/creditable-activities',
    summary: '项目参加者授分：本单位已开始举办的项目，待授分的在前',
    who: ['unit'],
    input: z.object({
      show: z.enum(['open', 'late', 'all']).default('open'),
      q: z.string().trim().max(50).optional(),
      ...paging,
    }),
    output: pageOf(creditableRow).extend({ late: z.int() }),
  }),
  grant: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/creditings',
    summary:
      '授分：按一次考勤分析，给有效人员（learnerIds 省略时为全部）授予学分，每人只授一次；except 为取消“有效”的人员及原因；人多时在后台继续，progress 为进度',
    who: ['unit'],
    permission: 'credit',
    input: z.object({
      ...activityId,
      analysisId: id,
      learnerIds: z.array(id).min(1, '请选择授分人员').max(5000, '一次最多选择5000人，请使用全选').optional(),
      except: z
        .array(z.object({ learnerId: id, reason }))
        .max(500, '一次最多取消500人')
        .default([]),
      activityDate: day,
    }),
    output: creditingRow.extend({ alreadyCredited: z.int() }),
    errors: ['NOT_PRESENT', 'NOTHING_TO_CREDIT', 'ACTIVITY_NOT_APPROVED', 'ANALYSIS_OUTDATED'],
  }),
  listLecturers: endpoint({
    method: 'GET',
    path: '/api/activities/:activityId/lecturers',
    summary: '主讲人授分：各门课程的主讲人、授课学时和可授学分',
    who: ['unit'],
    input: z.object(activityId),
    output: z.object({ items: z.array(lecturerRow) }),
  }),
  grantLecturers: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/lecturer-creditings',
    summary: '主讲人授分：给授课的老师授予学分，每人只授一次',
    who: ['unit'],
    permission: 'credit',
    input: z.object({
      ...activityId,
      learnerIds: z.array(id).min(1, '请选择主讲人').max(200, '一次最多选择200人'),
      activityDate: day,
    }),
    output: creditingRow.extend({ alreadyCredited: z.int() }),
    errors: ['NOT_PRESENT', 'NOTHING_TO_CREDIT', 'ACTIVITY_NOT_APPROVED'],
  }),
  grantManually: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/manual-creditings',
    summary: '手工授分：个别无法考勤的人员，逐人写明原因；审核时须逐一核对',
    who: ['unit'],
    permission: 'credit',
    input: z.object({
      ...activityId,
      persons: z
        .array(z.object({ learnerId: id, reason }))
        .min(1, '请添加授分人员')
        .max(200, '一次最多200人'),
      activityDate: day,
    }),
    output: creditingRow.extend({ alreadyCredited: z.int() }),
    errors: ['LEARNER_UNKNOWN', 'NOTHING_TO_CREDIT', 'ACTIVITY_NOT_APPROVED'],
  }),
  listCreditings: endpoint({
    method: 'GET',
    path: '/api/creditings',
    summary: '授分批次：单位看本单位的，行政部门看所辖区域的；快到期和逾期的在前',
    who: ['unit', 'authority'],
    input: z.object({
      state: z.enum(['all', 'mine', 'late', ...codesOf(CREDITING_STATES)]).default('all'),
      kind: z.enum(codesOf(CREDITING_KINDS)).optional(),
      activityId: id.optional(),
      q: z.string().trim().max(50).optional(),
      ...paging,
    }),
    output: pageOf(creditingRow).extend({ mine: z.int(), late: z.int() }),
  }),
  getCrediting: endpoint({
    method: 'GET',
    path: '/api/creditings/:creditingId',
    summary: '一批授分：考勤分析依据、疑点、统计、经过',
    who: ['unit', 'authority'],
    input: z.object(creditingId),
    output: creditingView,
  }),
  creditingPersons: endpoint({
    method: 'GET',
    path: '/api/creditings/:creditingId/persons',
    summary: '一批授分的人员：考勤、考试、评价、疑点，取消和撤销的原因',
    who: ['unit', 'authority'],
    input: z.object({
      ...creditingId,
      show: z.enum(['granted', 'doubted', 'excepted', 'revoked', 'all']).default('granted'),
      q: z.string().trim().max(30).optional(),
      ...paging,
    }),
    output: pageOf(creditingPerson),
  }),
  exportCrediting: endpoint({
    method: 'GET',
    path: '/api/creditings/:creditingId/persons.xlsx',
    summary: '导出授分人员名单（Excel）',
    who: ['unit', 'authority'],
    input: z.object(creditingId),
    output: file,
    download: true,
  }),
  approve: endpoint({
    method: 'POST',
    path: '/api/creditings/:creditingId/approval',
    summary: '学分审核通过；手工授分须确认已逐一核对',
    who: ['authority'],
    permission: 'review',
    input: z.object({ ...creditingId, hasChecked: z.boolean().default(false) }),
    output: creditingRow,
    errors: ['CREDITING_NOT_ANALYSED', 'MANUAL_UNCHECKED', 'REPORT_REQUIRED', 'MOVE_REFUSED'],
  }),
  approveMany: endpoint({
    method: 'POST',
    path: '/api/creditings/approvals',
    summary: '批量审核通过：手工授分和不符合规定的批次跳过并说明原因',
    who: ['authority'],
    permission: 'review',
    input: z.object({ creditingIds: z.array(id).min(1, '请选择授分批次').max(200, '一次最多选择200批') }),
    output: z.object({
      approved: z.int(),
      skipped: z.array(z.object({ id, activityName: z.string(), message: z.string() })),
    }),
  }),
  returnCrediting: endpoint({
    method: 'POST',
    path: '/api/creditings/:creditingId/return',
    summary: '退回举办单位修改，须写明原因；学分保持未审核',
    who: ['authority'],
    permission: 'review',
    input: z.object({ ...creditingId, reason }),
    output: creditingRow,
    errors: ['MOVE_REFUSED'],
  }),
  resubmit: endpoint({
    method: 'POST',
    path: '/api/creditings/:creditingId/submission',
    summary: '修改后重新提交审核',
    who: ['unit'],
    permission: 'credit',
    input: z.object({ ...creditingId, note: z.string().trim().max(200, '最多200字').default('') }),
    output: creditingRow,
    errors: ['MOVE_REFUSED'],
  }),
  revoke: endpoint({
    method: 'POST',
    path: '/api/unit/creditings/:creditingId/revocations',
    summary: '撤销学分：记一笔冲销并写明原因，原记录不改；审核通过后只能由行政部门撤销',
    who: ['unit'],
    permission: 'credit',
    input: z.object({
      ...creditingId,
      learnerIds: z.array(id).min(1, '请选择人员').max(500, '一次最多撤销500人'),
      reason,
    }),
    output: z.object({ revoked: z.int(), skipped: z.int() }),
    errors: ['MOVE_REFUSED'],
  }),
  revokeReviewed: endpoint({
    method: 'POST',
    path: '/api/authority/creditings/:creditingId/revocations',
    summary: '撤销辖区内的学分，审核通过的也可以：记一笔冲销并写明原因，证书随之作废',
    who: ['authority'],
    permission: 'review',
    input: z.object({
      ...creditingId,
      learnerIds: z.array(id).min(1, '请选择人员').max(500, '一次最多撤销500人'),
      reason,
    }),
    output: z.object({ revoked: z.int(), skipped: z.int() }),
    errors: ['MOVE_REFUSED'],
  }),
};
