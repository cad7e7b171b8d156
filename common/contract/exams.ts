import { z } from 'zod';
import { codesOf, EXAM_QUESTION_KINDS, EXAM_STATES } from '../terms';
import { endpoint } from './endpoint';
import { id, instant } from './shapes';

/** A question as it is put to a learner: nothing in it tells the right answer. */
export const askedQuestion = z.object({
  id,
  kind: z.enum(codesOf(EXAM_QUESTION_KINDS)),
  stem: z.string(),
  pictureUrl: z.string().nullable(),
  /** In the order of this attempt: an answer names them by their place, from 0. */
  options: z.array(z.string()),
});
export type AskedQuestion = z.output<typeof askedQuestion>;

/** What was chosen of a question; empty: nothing (any more). */
export const givenAnswer = z.object({ question: id, chosen: z.array(z.int().min(0).max(9)).max(10) });
export type GivenAnswer = z.output<typeof givenAnswer>;

/** An attempt that is open. */
export const attemptView = z.object({
  id,
  activityId: id,
  activityName: z.string(),
  tryNumber: z.int(),
  questions: z.array(askedQuestion),
  answers: z.array(givenAnswer),
  /** Of the saved answers; what is sent must be newer. */
  revision: z.int(),
  passScore: z.int(),
  startedAt: instant,
  /** By the server's clock; null where nothing ends it. */
  deadline: instant.nullable(),
  serverTime: instant,
});
export type AttemptView = z.output<typeof attemptView>;

export const reviewedQuestion = askedQuestion.extend({
  chosen: z.array(z.int()),
  right: z.array(z.int()),
  isRight: z.boolean(),
  explanation: z.string(),
});
export type ReviewedQuestion = z.output<typeof reviewedQuestion>;

export const attemptResult = z.object({
  id,
  activityId: id,
  activityName: z.string(),
  tryNumber: z.int(),
  /** Of 100. */
  score: z.int(),
  passScore: z.int(),
  isPassed: z.boolean(),
  right: z.int(),
  total: z.int(),
  startedAt: instant,
  submittedAt: instant,
  /** The time was over: what had been saved until then was counted. */
  isTimedOut: z.boolean(),
  /** Null: without limit. */
  triesLeft: z.int().nullable(),
  /** The questions with what was right; null where the activity does not show it, or not yet. */
  review: z.array(reviewedQuestion).nullable(),
  /** Why there is none, in words. */
  reviewWords: z.string(),
});
export type AttemptResult = z.output<typeof attemptResult>;

/** Where a learner stands with the exam of an activity. */
export const examView = z.object({
  activityId: id,
  activityName: z.string(),
  unitName: z.string(),
  state: z.enum(codesOf(EXAM_STATES)),
  /** What to do, or why not, in words. */
  words: z.string(),
  /** No credit without it. */
  isRequired: z.boolean(),
  questions: z.int(),
  passScore: z.int(),
  /** 0: without limit. */
  minutes: z.int(),
  tries: z.int(),
  triesLeft: z.int().nullable(),
  opensAt: instant,
  closesAt: instant,
  /** An attempt that can be gone on with. */
  openAttemptId: id.nullable(),
  best: z.int().nullable(),
  attempts: z.array(
    z.object({ id, tryNumber: z.int(), score: z.int(), isPassed: z.boolean(), submittedAt: instant }),
  ),
});
export type ExamView = z.output<typeof examView>;

const answers = z.array(givenAnswer).max(500);
export const exams = {
  myExam: endpoint({
    method: 'GET',
    path: '/api/me/activities/:activityId/exam',
    summary: '参加考试：本活动考试的说明、时间、次数与成绩',
    who: ['learner'],
    input: z.object({ activityId: id }),
    output: examView,
    errors: ['EXAM_NONE'],
  }),
  startExam: endpoint({
    method: 'POST',
    path: '/api/me/activities/:activityId/attempts',
    summary: '开始考试；有没交卷的则继续',
    who: ['learner'],
    input: z.object({ activityId: id }),
    output: attemptView,
    errors: ['EXAM_NONE', 'EXAM_NOT_ATTENDED', 'EXAM_HOURS', 'EXAM_NO_TRIES', 'EXAM_PASSED'],
  }),
  myAttempt: endpoint({
    method: 'GET',
    path: '/api/me/attempts/:attemptId',
    summary: '继续考试：题目和已保存的答案',
    who: ['learner'],
    input: z.object({ attemptId: id }),
    output: attemptView,
    errors: ['EXAM_SUBMITTED'],
  }),
  saveAnswers: endpoint({
    method: 'PUT',
    path: '/api/me/attempts/:attemptId/answers',
    summary: '保存答案：以服务器时间为准；可以重复、迟到、乱序，只有较新的生效',
    who: ['learner'],
    input: z.object({ attemptId: id, revision: z.int().min(1), answers }),
    output: z.object({ revision: z.int(), serverTime: instant }),
    errors: ['EXAM_SUBMITTED', 'EXAM_TIME_OVER', 'NOT_DRAWN'],
    limit: { points: 120, seconds: 60 },
  }),
  submitExam: endpoint({
    method: 'POST',
    path: '/api/me/attempts/:attemptId/submission',
    summary: '交卷：立即得到成绩；重复交卷得到同一结果；超过时间的按时间内保存的答案计分',
    who: ['learner'],
    input: z.object({ attemptId: id, revision: z.int().min(1), answers }),
    output: attemptResult,
    errors: ['NOT_DRAWN'],
  }),
  myResult: endpoint({
    method: 'GET',
    path: '/api/me/attempts/:attemptId/result',
    summary: '考试成绩',
    who: ['learner'],
    input: z.object({ attemptId: id }),
    output: attemptResult,
    errors: ['EXAM_NOT_SUBMITTED'],
  }),
};
