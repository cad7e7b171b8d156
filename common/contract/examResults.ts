import { z } from 'zod';
import { codesOf, EXAM_QUESTION_KINDS } from '../terms';
import { endpoint } from './endpoint';
import { file, id, instant, pageOf, paging } from './shapes';

export const examResultRow = z.object({
  learnerId: id,
  name: z.string(),
  idNoMasked: z.string(),
  unitName: z.string(),
  department: z.string(),
  /** Attempts submitted. */
  tries: z.int(),
  /** Best of them; null for who has not taken it. */
  best: z.int().nullable(),
  isPassed: z.boolean(),
  /** Of the best. */
  submittedAt: instant.nullable(),
});
export type ExamResultRow = z.output<typeof examResultRow>;

/** 试题分析 of one question over the first attempt of each learner to whom it was put. */
export const itemAnalysis = z.object({
  questionId: id,
  kind: z.enum(codesOf(EXAM_QUESTION_KINDS)),
  stem: z.string(),
  /** How many were asked it. */
  asked: z.int(),
  /** 难度: the share of right answers, 0–1, null where nobody was asked. Formula and source: common/rules/itemAnalysis. */
  difficulty: z.number().nullable(),
  /** 区分度: −1 to 1; null where the groups are too small. */
  discrimination: z.number().nullable(),
  /** 偏难、区分度差 and the like, in words; empty where nothing is to be said. */
  words: z.string(),
  options: z.array(z.object({ text: z.string(), isRight: z.boolean(), chosen: z.int() })),
});
export type ItemAnalysis = z.output<typeof itemAnalysis>;

export const examResults = {
  listExamResults: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/exam-results',
    summary: '考试成绩：签到人员的最好成绩，谁还没有参加',
    who: ['unit'],
    input: z.object({
      activityId: id,
      only: z.enum(['all', 'passed', 'failed', 'notTaken']).default('all'),
      q: z.string().trim().max(40).default(''),
      ...paging,
    }),
    output: pageOf(examResultRow).extend({
      attended: z.int(),
      taken: z.int(),
      passed: z.int(),
    }),
  }),
  examStatistics: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/exam-statistics',
    summary: '考试统计：合格率、成绩分布、试题难度与区分度',
    who: ['unit'],
    input: z.object({ activityId: id }),
    output: z.object({
      attended: z.int(),
      taken: z.int(),
      passed: z.int(),
      /** Of those who took it, the best score of each; null without any. */
      average: z.number().nullable(),
      highest: z.int().nullable(),
      lowest: z.int().nullable(),
      /** Persons by best score: 0–9, 10–19, … 90–100. */
      distribution: z.array(z.int()).length(10),
      items: z.array(itemAnalysis),
    }),
  }),
  exportExamResults: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/exam-results.xlsx',
    summary: '导出考试成绩与试题分析',
    who: ['unit'],
    input: z.object({ activityId: id }),
    output: file,
    download: true,
  }),
};
