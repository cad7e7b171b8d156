/** 考勤分析 (manual 000 §四2, 001 §三(三)): windows drawn over the swipes, who satisfies them, kept as evidence. */
import { z } from 'zod';
import { CREDITING_STRATEGIES, codesOf, DIRECTIONS, DOUBT_KINDS, EXAM_OUTCOMES, EXCLUSIONS } from '../terms';
import { endpoint } from './endpoint';
import {
  day,
  direction,
  file,
  hundredths,
  id,
  instant,
  minutes,
  pageOf,
  paging,
  personFields,
} from './shapes';

/** 刷卡周期: both ends belong to it. Without a direction 签到 and 撤离 both count; without a course every course's swipes do. */
export const attendanceWindow = z
  .object({
    from: instant,
    to: instant,
    direction: direction.nullable().default(null),
    courseId: id.nullable().default(null),
  })
  .refine(({ from, to }) => from < to, { message: '刷卡周期的结束时间须在开始时间之后', path: ['to'] });
export type AttendanceWindowInput = z.output<typeof attendanceWindow>;

/** What is chosen for an analysis; what the authority demands holds whatever is chosen. */
export const analysisMethod = z.object({
  windows: z.array(attendanceWindow).min(1, '请至少设置一个刷卡周期').max(40, '最多设置40个刷卡周期'),
  strategy: z.enum(codesOf(CREDITING_STRATEGIES), '请选择授分策略').default('everyWindow'),
  isExamRequired: z.boolean().default(false),
  isEvaluationRequired: z.boolean().default(false),
});
export type AnalysisMethod = z.output<typeof analysisMethod>;

/** What was demanded beside the attendance: by the authority, or chosen. */
export const analysisConditions = z.object({
  isDepartureRequired: z.boolean(),
  isExamRequired: z.boolean(),
  isEvaluationRequired: z.boolean(),
});

export const analysisCounts = z.object({
  /** Everybody with a swipe. */
  persons: z.int(),
  swipes: z.int(),
  /** Persons with a swipe in each window, in the order of the windows. */
  perWindow: z.array(z.int()),
  /** Whom the windows and the strategy leave in. */
  attended: z.int(),
  /** Those of them with whatever else is demanded: 有效人员. */
  effective: z.int(),
  /** Persons by reason; one may have several. */
  excluded: z.array(z.object({ reason: z.enum(codesOf(EXCLUSIONS)), persons: z.int() })),
  /** Effective persons with a doubt that stands. */
  doubted: z.int(),
});
export type AnalysisCounts = z.output<typeof analysisCounts>;

/** One bar of the histogram. */
export const swipeBar = z.object({ at: instant, in: z.int(), out: z.int() });

export const savedAnalysis = z.object({
  id,
  activityId: id,
  /** 1, 2, … within its activity. */
  no: z.int(),
  at: instant,
  byName: z.string(),
  windows: z.array(
    z.object({
      from: instant,
      to: instant,
      direction: z.enum(codesOf(DIRECTIONS)).nullable(),
      courseId: id.nullable(),
      courseName: z.string().nullable(),
    }),
  ),
  strategy: z.enum(codesOf(CREDITING_STRATEGIES)),
  conditions: analysisConditions,
  counts: analysisCounts,
  /** Effective persons who have no credit of the activity now. */
  grantable: z.int(),
  /** Batches that were granted by it. */
  creditings: z.int(),
  /** Why it cannot be granted by any more, in words: the authority demands more since. */
  outdated: z.string().nullable(),
  /** Swipes that came or were entered after it was made. */
  newSwipes: z.int(),
  /** 考勤分析截图: a picture of the windows over the swipes, with the counts; a signed address. */
  pictureUrl: z.string(),
});
export type SavedAnalysis = z.output<typeof savedAnalysis>;

/** One person of an analysis. */
export const analysisRow = z.object({
  ...personFields,
  /** Swipes in each window, in their order. */
  swipes: z.array(z.int()),
  firstAt: instant,
  lastAt: instant,
  /** Names of the courses that were attended as demanded; only where the strategy goes by course. */
  courses: z.array(z.string()),
  /** What he would be granted; 0 for who is not effective. */
  credits: hundredths,
  minutes,
  /** Null: no exam was published. */
  exam: z.enum(codesOf(EXAM_OUTCOMES)).nullable(),
  isEvaluated: z.boolean(),
  /** Null: not demanded. */
  hasLeft: z.boolean().nullable(),
  /** 疑点 that stood when it was made. */
  doubts: z.array(z.enum(codesOf(DOUBT_KINDS))),
  effective: z.boolean(),
  exclusions: z.array(z.enum(codesOf(EXCLUSIONS))),
  /** Why not, in words: 第2个刷卡周期内没有考勤；考试未合格. */
  reason: z.string().nullable(),
  /** Has the credit now. */
  credited: z.boolean(),
});
export type AnalysisRow = z.output<typeof analysisRow>;

/** A person whom two analyses judge differently. */
export const analysisDifference = z.object({
  learnerId: id,
  name: z.string(),
  unitName: z.string(),
  /** Effective in the first, in the second; the reasons where not. */
  first: z.object({ effective: z.boolean(), reason: z.string().nullable() }),
  second: z.object({ effective: z.boolean(), reason: z.string().nullable() }),
});

const activityId = { activityId: id };
const analysisId = { analysisId: id };

export const analyses = {
  timeline: endpoint({
    method: 'GET',
    path: '/api/activities/:activityId/timeline',
    summary: '考勤时间轴：每5分钟的签到和撤离人次，举办周期，建议的刷卡周期',
    who: ['unit'],
    input: z.object({ ...activityId, courseId: id.optional() }),
    output: z.object({
      /** Days with a swipe or a period, in order. */
      days: z.array(day),
      barMinutes: z.int(),
      bars: z.array(swipeBar),
      swipes: z.int(),
      persons: z.int(),
      periods: z.array(z.object({ from: instant, to: instant })),
      courses: z.array(z.object({ id, name: z.string(), minutes })),
      /** From the periods and the courses: before each begins and after it ends. */
      suggestions: z.array(
        z.object({ name: z.string(), windows: z.array(z.object({ from: instant, to: instant })) }),
      ),
      /** What the authority demands and nobody can choose away. */
      forced: analysisConditions,
      /** An exam is published; without one nobody can be asked to have passed. */
      hasExam: z.boolean(),
    }),
  }),
  previewAnalysis: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/analysis-preview',
    summary: '按所设刷卡周期即时计算符合条件人数，不保存',
    who: ['unit'],
    input: z.object({ ...activityId, method: analysisMethod }),
    output: analysisCounts,
  }),
  saveAnalysis: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/analyses',
    summary: '考勤分析：计算并保存刷卡周期、每人结果和原因，作为授分依据',
    who: ['unit'],
    permission: 'credit',
    input: z.object({ ...activityId, method: analysisMethod }),
    output: savedAnalysis,
    errors: ['ACTIVITY_NOT_APPROVED'],
  }),
  listAnalyses: endpoint({
    method: 'GET',
    path: '/api/activities/:activityId/analyses',
    summary: '已保存的考勤分析，最近的在前',
    who: ['unit', 'authority'],
    input: z.object({ ...activityId, ...paging }),
    output: pageOf(savedAnalysis),
  }),
  getAnalysis: endpoint({
    method: 'GET',
    path: '/api/analyses/:analysisId',
    summary: '一次考勤分析：刷卡周期、条件、人数和当时的刷卡分布',
    who: ['unit', 'authority'],
    input: z.object(analysisId),
    output: savedAnalysis.extend({ bars: z.array(swipeBar), barMinutes: z.int() }),
  }),
  analysisRows: endpoint({
    method: 'GET',
    path: '/api/analyses/:analysisId/rows',
    summary: '考勤分析结果：每人在各刷卡周期的考勤、考试、评价、撤离、疑点，是否有效及原因',
    who: ['unit', 'authority'],
    input: z.object({
      ...analysisId,
      only: z.enum(['all', 'effective', 'excluded', 'grantable', 'doubted']).default('all'),
      reason: z.enum(codesOf(EXCLUSIONS)).optional(),
      q: z.string().trim().max(30).optional(),
      ...paging,
    }),
    output: pageOf(analysisRow),
  }),
  exportAnalysis: endpoint({
    method: 'GET',
    path: '/api/analyses/:analysisId/rows.xlsx',
    summary: '导出考勤分析结果（Excel）',
    who: ['unit', 'authority'],
    input: z.object(analysisId),
    output: file,
    download: true,
  }),
  analysisPicture: endpoint({
    method: 'GET',
    path: '/api/analysis-pictures/:ticket',
    summary: '考勤分析截图（含刷卡周期和符合条件人数）',
    who: ['anyone'],
    input: z.object({ ticket: z.string().max(200) }),
    output: file,
    download: true,
  }),
  compareAnalyses: endpoint({
    method: 'GET',
    path: '/api/activities/:activityId/analysis-comparison',
    summary: '比较两次考勤分析：共同有效的人数，结果不同的人员及原因',
    who: ['unit', 'authority'],
    input: z.object({
      ...activityId,
      first: id,
      second: id,
      show: z.enum(['all', 'onlyFirst', 'onlySecond']).default('all'),
      ...paging,
    }),
    output: pageOf(analysisDifference).extend({ both: z.int(), onlyFirst: z.int(), onlySecond: z.int() }),
  }),
};
