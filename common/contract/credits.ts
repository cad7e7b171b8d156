import { z } from 'zod';
import { CREDIT_CLASSES, codesOf, PROJECT_LEVELS } from '../terms';
import { endpoint } from './endpoint';
import { day, hundredths, id, minutes } from './shapes';

export const creditRow = z.object({
  id,
  /** What it was granted for; its stages are with the learner's activities. */
  activityId: id,
  activityDate: day,
  projectNumber: z.string(),
  activityName: z.string(),
  unitName: z.string(),
  level: z.enum(codesOf(PROJECT_LEVELS)),
  creditClass: z.enum(codesOf(CREDIT_CLASSES)),
  credits: hundredths,
  minutes,
  /** False: granted by the unit, waiting for the authority's review. */
  reviewed: z.boolean(),
  /** Whom it waits for, e.g. 漯河市卫生健康委员会. */
  waitingFor: z.string().nullable(),
});
export type CreditRow = z.output<typeof creditRow>;

export const creditSummary = z.object({
  year: z.int(),
  /** Years with entries, newest first, always with the current one. */
  years: z.array(z.int()),
  /** 年度应达学分 of the learner's authority, hundredths. */
  required: hundredths,
  totals: z.object({
    total: hundredths,
    reviewed: hundredths,
    pending: hundredths,
    classI: hundredths,
    classII: hundredths,
    other: hundredths,
    minutes,
  }),
  items: z.array(creditRow),
});
export type CreditSummary = z.output<typeof creditSummary>;

export const credits = {
  myCredits: endpoint({
    method: 'GET',
    path: '/api/me/credits',
    summary: '我的学分：按年度列出，含待审核，按类别合计',
    who: ['learner'],
    input: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    output: creditSummary,
  }),
};
