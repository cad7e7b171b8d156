import { z } from 'zod';
import { CREDIT_CLASSES, CREDIT_ROLES, CREDIT_STATES, codesOf, PROJECT_LEVELS } from '../terms';
import { endpoint } from './endpoint';
import { day, hundredths, id, minutes, paging } from './shapes';

export const creditRow = z.object({
  id,
  /** What it was granted for; its stages are with the learner's activities. */
  activityId: id,
  activityDate: day,
  /** 起止时间: the first and the last day held. */
  startedOn: day,
  endedOn: day,
  projectNumber: z.string(),
  activityName: z.string(),
  /** Who held it. */
  unitName: z.string(),
  level: z.enum(codesOf(PROJECT_LEVELS)),
  /** 学科 as `护理学/外科护理学`. */
  discipline: z.string(),
  creditClass: z.enum(codesOf(CREDIT_CLASSES)),
  role: z.enum(codesOf(CREDIT_ROLES)),
  credits: hundredths,
  minutes,
  state: z.enum(codesOf(CREDIT_STATES)),
  /** False: granted by the unit, waiting for the authority's review. */
  reviewed: z.boolean(),
  /** Whom it waits for, e.g. 漯河市卫生健康委员会. */
  waitingFor: z.string().nullable(),
  /** 审核意见: why returned or revoked. */
  opinion: z.string().nullable(),
});
export type CreditRow = z.output<typeof creditRow>;

/** Hundredths, and minutes. Revoked ones count nowhere. */
export const creditTotalsShape = z.object({
  total: hundredths,
  reviewed: hundredths,
  pending: hundredths,
  classI: hundredths,
  classII: hundredths,
  other: hundredths,
  minutes,
});

export const creditSummary = z.object({
  year: z.int(),
  /** Years with entries, newest first, always with the current one. */
  years: z.array(z.int()),
  /** 年度应达学分 of the learner's authority, hundredths. */
  required: hundredths,
  /** Of the whole year. */
  totals: creditTotalsShape,
  /** The year by 学分级别, those with credits. */
  byLevel: z.array(z.object({ level: z.enum(codesOf(PROJECT_LEVELS)), credits: hundredths, minutes })),
  items: z.array(creditRow),
});
export type CreditSummary = z.output<typeof creditSummary>;

/** One condition of a credit, in the order in which they come. */
export const creditCondition = z.object({
  key: z.enum(['approval', 'checkIn', 'departure', 'exam', 'evaluation', 'analysis', 'granting', 'review']),
  label: z.string(),
  /** done; mine: the learner can act; theirs: it waits for somebody; missed: it cannot be mended by him; ahead: not its turn. */
  state: z.enum(['done', 'mine', 'theirs', 'missed', 'ahead']),
  /** What is the matter, in words: 第2个刷卡周期（07-21 16:30–18:00）内没有您的考勤. */
  words: z.string(),
  /** Whom it waits for. */
  waitingFor: z.string().nullable(),
});
export type CreditCondition = z.output<typeof creditCondition>;

export const missingCredit = z.object({
  activityId: id,
  activityName: z.string(),
  projectNumber: z.string(),
  unitName: z.string(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** The answer in one sentence. */
  answer: z.string(),
  /** What to do next, in one sentence; null where there is nothing to do. */
  advice: z.string().nullable(),
  conditions: z.array(creditCondition),
  /** His scans of this activity that did not count, the latest first. */
  refused: z.array(z.object({ at: z.iso.datetime(), reason: z.string() })),
});
export type MissingCredit = z.output<typeof missingCredit>;

export const credits = {
  myCredits: endpoint({
    method: 'GET',
    path: '/api/me/credits',
    summary: '我的学分：按年度列出，含待审核，按类别和级别合计',
    who: ['learner'],
    input: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    output: creditSummary,
  }),
  searchMyCredits: endpoint({
    method: 'GET',
    path: '/api/me/credit-entries',
    summary: '学分情况查询：按起止日期、审核状态、学分类别查询，附合计',
    who: ['learner'],
    input: z.object({
      from: day.optional(),
      to: day.optional(),
      state: z.enum(['all', ...codesOf(CREDIT_STATES)]).default('all'),
      creditClass: z.enum(codesOf(CREDIT_CLASSES)).optional(),
      ...paging,
    }),
    output: z.object({
      items: z.array(creditRow),
      total: z.int(),
      page: z.int(),
      pageSize: z.int(),
      /** Of all that was found. */
      totals: creditTotalsShape,
    }),
  }),
  whyMissing: endpoint({
    method: 'GET',
    path: '/api/me/missing-credits/:activityId',
    summary: '为什么查不到学分：逐项说明条件、卡在哪一步、等谁处理',
    who: ['learner'],
    input: z.object({ activityId: id }),
    output: missingCredit,
  }),
};
