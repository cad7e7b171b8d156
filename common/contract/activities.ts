import { z } from 'zod';
import { ACTIVITY_STATES, CREDIT_CLASSES, codesOf, PROJECT_LEVELS, PROJECT_NATURES } from '../terms';
import { documentRow } from './documents';
import { endpoint } from './endpoint';
import { decisionAnswer, decisionInput, reviewBrief, reviewHistory } from './reviews';
import { direction, done, hundredths, id, instant, minutes, nothing, pageOf, paging, title } from './shapes';
import { learnerTask } from './tasks';

const text = (most: number) => z.string().trim().max(most, `最多${most}字`);

const period = z.object({ from: instant, to: instant });
const lecturer = z.object({
  name: z.string(),
  /** 人员编号; null for one who has none: he gets no credits for lecturing. */
  personnelNo: z.string().nullable(),
  title: title.nullable(),
  unitName: z.string(),
});
const course = z.object({
  id,
  name: z.string(),
  minutes,
  /** All lecturers' names, as one line. */
  lecturer: z.string(),
  lecturers: z.array(lecturer),
});
const place = z.object({ longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) });

/** A review as an activity has it: its own state list, no publishing. */
const { state: _state, ...brief } = reviewBrief;

/** One term of a project, as lists show it. */
export const activityRow = z.object({
  id,
  projectNumber: z.string(),
  term: z.int(),
  name: z.string(),
  discipline: z.string(),
  level: z.enum(codesOf(PROJECT_LEVELS)),
  creditClass: z.enum(codesOf(CREDIT_CLASSES)),
  leader: z.string(),
  venue: z.string(),
  unitName: z.string(),
  /** Null in a draft without periods. */
  from: instant.nullable(),
  to: instant.nullable(),
  credits: hundredths,
  minutes,
  state: z.enum(codesOf(ACTIVITY_STATES)),
  nature: z.enum(codesOf(PROJECT_NATURES)),
  year: z.int(),
  /** A change of its dates or venue that waits for review. */
  hasChange: z.boolean(),
  ...brief,
  holding: z.enum(['before', 'within', 'between', 'after', 'none']),
});
export type ActivityRow = z.output<typeof activityRow>;

/** A change of an approved activity on its way through its short review. */
const change = z.object({
  id,
  venue: z.string(),
  address: z.string(),
  point: place.nullable(),
  periods: z.array(period),
  reason: z.string(),
  ...reviewBrief,
  ...reviewHistory,
});

export const activityView = activityRow.extend({
  courses: z.array(course),
  /** 举办周期: only swipes inside them count. */
  periods: z.array(period),
  /** Seconds between two turns of the QR, set by the authority. */
  qrPeriodSeconds: z.int(),
  address: z.string(),
  point: place.nullable(),
  /** 0: without limit. */
  capacity: z.int(),
  contact: z.string(),
  contactPhone: z.string(),
  /** 举办前登记. */
  registration: z.object({ expectedPersons: z.int(), audience: z.string(), remark: z.string() }),
  documents: z.array(documentRow),
  /** What is missing before it can be handed in. */
  missing: z.array(z.object({ field: z.string(), message: z.string() })),
  /** The project's hours, which the courses' must add up to. */
  projectMinutes: minutes,
  ...reviewHistory,
  change: change.nullable(),
});
export type ActivityView = z.output<typeof activityView>;

/** A class that concerns the learner now: held by his unit and open, or one that he has signed into. */
export const learnerActivity = z.object({
  id,
  name: z.string(),
  projectNumber: z.string(),
  unitName: z.string(),
  venue: z.string(),
  from: instant,
  to: instant,
  creditClass: z.enum(codesOf(CREDIT_CLASSES)),
  credits: hundredths,
  today: z.boolean(),
  checkIns: z.array(z.object({ courseName: z.string(), direction, at: instant })),
  /** The stages on the way to the credit, and who has the next step: 本人, or a unit's or authority's name. */
  stages: z.array(
    z.object({
      name: z.string(),
      state: z.enum(['done', 'waiting', 'ahead']),
      waitingFor: z.string().nullable(),
    }),
  ),
  /** 撤离, 参加考试, 项目评价, as far as the activity has them; empty without a check-in. */
  tasks: z.array(learnerTask),
});
export type LearnerActivity = z.output<typeof learnerActivity>;

export const activities = {
  listUnitActivities: endpoint({
    method: 'GET',
    path: '/api/unit/activities',
    summary: '继教活动－项目管理：本单位举办的活动，最近的在前',
    who: ['unit'],
    input: z.object({
      /** Characters of the project's name, number or leader. */
      q: z.string().trim().max(40).default(''),
      year: z.coerce.number().int().min(2000).max(2100).optional(),
      level: z.enum(codesOf(PROJECT_LEVELS)).optional(),
      state: z.enum(['all', ...codesOf(ACTIVITY_STATES)]).default('all'),
      ...paging,
    }),
    output: pageOf(activityRow),
  }),
  createActivity: endpoint({
    method: 'POST',
    path: '/api/unit/activities',
    summary: '添加：从项目库选择本单位的项目，生成新的一期（草稿，一门总课程）',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ projectId: id }),
    output: activityView,
    errors: ['PROJECT_NOT_YOURS'],
  }),
  saveActivity: endpoint({
    method: 'PUT',
    path: '/api/unit/activities/:activityId',
    summary: '保存未上报或退回的活动：会场、课程与主讲人、举办周期、举办前登记；填了多少存多少',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({
      activityId: id,
      version: z.int().min(0),
      venue: text(200).default(''),
      address: text(200).default(''),
      point: place.nullable().default(null),
      capacity: z.int().min(0).max(100_000).default(0),
      contact: text(40).default(''),
      contactPhone: text(20).default(''),
      registration: z
        .object({
          expectedPersons: z.int().min(0).max(100_000).default(0),
          audience: text(200).default(''),
          remark: text(1000).default(''),
        })
        .prefault({}),
      courses: z
        .array(
          z.object({
            /** Of a course that is kept; absent for a new one. */
            id: id.optional(),
            name: text(200).default(''),
            minutes: minutes.min(0).max(100_000).default(0),
            lecturers: z
              .array(
                z.object({
                  name: text(40).default(''),
                  personnelNo: text(20).nullable().default(null),
                  title: title.nullable().default(null),
                  unitName: text(100).default(''),
                }),
              )
              .max(10, '每门课程最多10位主讲人')
              .default([]),
          }),
        )
        .max(50, '最多50门课程')
        .default([]),
      periods: z.array(period).max(100, '最多100个举办周期').default([]),
    }),
    output: activityView,
    errors: ['REVIEW_MOVED', 'MOVE_REFUSED', 'LECTURER_UNKNOWN'],
  }),
  findLecturer: endpoint({
    method: 'GET',
    path: '/api/unit/lecturers/:personnelNo',
    summary: '输入人员编号，匹配授课人员',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ personnelNo: z.string().trim().max(20) }),
    output: lecturer,
    errors: ['LECTURER_UNKNOWN'],
    limit: { points: 120, seconds: 600 },
  }),
  submitActivity: endpoint({
    method: 'POST',
    path: '/api/unit/activities/:activityId/submit',
    summary: '提交申请：单位科教部门确认后由行政部门审核',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ activityId: id, version: z.int().min(0) }),
    output: activityView,
    errors: ['REVIEW_MOVED', 'MOVE_REFUSED', 'HOURS_DIFFER', 'DOCUMENTS_MISSING', 'NO_REVIEWER'],
  }),
  withdrawActivity: endpoint({
    method: 'POST',
    path: '/api/unit/activities/:activityId/withdraw',
    summary: '撤回审核中的举办申请',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ activityId: id }),
    output: activityView,
    errors: ['REVIEW_MOVED', 'MOVE_REFUSED'],
  }),
  removeActivity: endpoint({
    method: 'DELETE',
    path: '/api/unit/activities/:activityId',
    summary: '删除未上报或退回的活动及其资料',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ activityId: id }),
    output: done,
    errors: ['MOVE_REFUSED'],
  }),
  requestChange: endpoint({
    method: 'POST',
    path: '/api/unit/activities/:activityId/changes',
    summary: '申请变更已通过的活动的时间或会场，由行政部门重新审核；通过前按原安排',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({
      activityId: id,
      venue: text(200).min(1, '请填写会场'),
      address: text(200).default(''),
      /** The new venue's; null where it is not known. */
      point: place.nullable().default(null),
      periods: z.array(period).min(1, '请填写举办周期').max(100),
      reason: text(500).min(1, '请填写变更原因'),
    }),
    output: activityView,
    errors: ['MOVE_REFUSED'],
  }),
  withdrawChange: endpoint({
    method: 'POST',
    path: '/api/unit/activities/:activityId/changes/withdraw',
    summary: '撤回变更申请',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ activityId: id }),
    output: activityView,
    errors: ['MOVE_REFUSED'],
  }),
  listActivityReviews: endpoint({
    method: 'GET',
    path: '/api/reviews/activities',
    summary: '举办申请审核：等待本单位科教部门或本部门审核的举办申请与变更；先提交的在前',
    who: ['unit', 'authority'],
    input: z.object({
      q: z.string().trim().max(40).default(''),
      show: z.enum(['waiting', 'changes', 'decided', 'all']).default('waiting'),
      ...paging,
    }),
    output: pageOf(activityRow),
  }),
  decideActivities: endpoint({
    method: 'POST',
    path: '/api/reviews/activities',
    summary: '审核通过、退回修改、审核不通过举办申请，一项或多项',
    who: ['unit', 'authority'],
    permission: 'approveProjects',
    input: decisionInput,
    output: decisionAnswer,
    errors: ['REASON_REQUIRED'],
  }),
  decideChange: endpoint({
    method: 'POST',
    path: '/api/reviews/activities/:activityId/change',
    summary: '审核活动的变更：通过后按新的时间与会场，不通过则按原安排',
    who: ['unit', 'authority'],
    permission: 'approveProjects',
    input: z.object({
      activityId: id,
      changeId: id,
      version: z.int().min(0),
      decision: z.enum(['pass', 'return']),
      reason: text(500).default(''),
    }),
    output: activityView,
    errors: ['REASON_REQUIRED', 'REVIEW_MOVED', 'MOVE_REFUSED'],
  }),
  getActivity: endpoint({
    method: 'GET',
    path: '/api/activities/:activityId',
    summary: '活动详情',
    who: ['unit', 'authority'],
    input: z.object({ activityId: id }),
    output: activityView,
  }),
  myActivities: endpoint({
    method: 'GET',
    path: '/api/me/activities',
    summary: '学员的活动：今天在本单位举办的，以及考勤记录查询',
    who: ['learner'],
    input: nothing,
    output: z.object({ items: z.array(learnerActivity) }),
  }),
};
