import { z } from 'zod';
import { CREDITING_STATES, codesOf } from '../terms';
import { endpoint } from './endpoint';
import { decisionAnswer, decisionInput, reviewBrief, reviewHistory } from './reviews';
import { day, id, instant, pageOf, paging } from './shapes';

const text = (most: number) => z.string().trim().max(most, `最多${most}字`);

/** 执行情况反馈 of an activity that has ended (manual 001 §三.3, §四). */
export const reportRow = z.object({
  id,
  activityId: id,
  projectNumber: z.string(),
  term: z.int(),
  name: z.string(),
  unitName: z.string(),
  /** The last day held. */
  endedOn: day,
  /** The last of 30 working days after it. */
  dueOn: day,
  /** Working days left, the due day included; negative when late. Null once it is handed in. */
  daysLeft: z.int().nullable(),
  /** The public holidays of the due day's year have not been announced yet. */
  isProvisional: z.boolean(),
  isLate: z.boolean(),
  ...reviewBrief,
});
export type ReportRow = z.output<typeof reportRow>;

/** What the unit writes; pages 3 and 4 are filled in by the system. */
export const reportForm = z.object({
  holding: z
    .object({
      /** 实际参加人数, 授课人数. */
      participants: z.int().min(0).max(100_000).default(0),
      lecturers: z.int().min(0).max(10_000).default(0),
      place: text(200).default(''),
      /** What was held otherwise than applied for. */
      deviations: text(1000).default(''),
    })
    .prefault({}),
  summary: z
    .object({
      effect: text(2000).default(''),
      problems: text(2000).default(''),
      advice: text(2000).default(''),
    })
    .prefault({}),
});
export type ReportForm = z.output<typeof reportForm>;

export const reportView = reportRow.extend({
  form: reportForm,
  missing: z.array(z.object({ page: z.string(), field: z.string(), message: z.string() })),
  /** Page 3: 考勤分析, as the system has it. */
  analysis: z.object({
    windows: z.array(z.object({ from: instant, to: instant })),
    persons: z.int(),
    effectivePersons: z.int(),
    creditedPersons: z.int(),
    /** 考勤分析截图; null where none has been saved. */
    pictureUrl: z.string().nullable(),
  }),
  /** Page 4: 授分人员名单, batch by batch. */
  creditings: z.array(
    z.object({ id, activityDate: day, persons: z.int(), state: z.enum(codesOf(CREDITING_STATES)) }),
  ),
  ...reviewHistory,
});
export type ReportView = z.output<typeof reportView>;

const activityId = { activityId: id };
const version = z.int().min(0);

export const reports = {
  listReports: endpoint({
    method: 'GET',
    path: '/api/reports',
    summary: '执行情况反馈：本单位的，或辖区单位的；快到期和逾期的在前',
    who: ['unit', 'authority'],
    input: z.object({
      show: z.enum(['open', 'late', 'waiting', 'done', 'all']).default('open'),
      /** For an authority: those of one unit of its region. */
      unitId: id.optional(),
      ...paging,
    }),
    output: pageOf(reportRow).extend({ late: z.int() }),
  }),
  getReport: endpoint({
    method: 'GET',
    path: '/api/reports/:activityId',
    summary: '执行情况反馈：各页内容、期限、审核记录',
    who: ['unit', 'authority'],
    input: z.object(activityId),
    output: reportView,
  }),
  saveReport: endpoint({
    method: 'PUT',
    path: '/api/unit/reports/:activityId',
    summary: '保存执行情况反馈的草稿',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ ...activityId, version, form: reportForm }),
    output: reportView,
    errors: ['REVIEW_MOVED', 'MOVE_REFUSED'],
  }),
  submitReport: endpoint({
    method: 'POST',
    path: '/api/unit/reports/:activityId/submit',
    summary: '提交执行情况反馈；逾期仍可提交，行政部门会看到',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ ...activityId, version }),
    output: reportView,
    errors: ['REVIEW_MOVED', 'MOVE_REFUSED', 'NO_REVIEWER'],
  }),
  withdrawReport: endpoint({
    method: 'POST',
    path: '/api/unit/reports/:activityId/withdraw',
    summary: '撤回审核中的执行情况反馈',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object(activityId),
    output: reportView,
    errors: ['REVIEW_MOVED', 'MOVE_REFUSED'],
  }),
  decideReports: endpoint({
    method: 'POST',
    path: '/api/reviews/reports',
    summary: '审核执行情况反馈：通过或退回修改',
    who: ['unit', 'authority'],
    permission: 'approveProjects',
    input: decisionInput,
    output: decisionAnswer,
    errors: ['REASON_REQUIRED'],
  }),
};
