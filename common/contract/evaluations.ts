import { z } from 'zod';
import { codesOf, EVALUATION_STATES } from '../terms';
import { endpoint } from './endpoint';
import { formAnswer, formQuestion, formResults } from './forms';
import { done, file, id, instant } from './shapes';

export const evaluationView = z.object({
  activityId: id,
  activityName: z.string(),
  unitName: z.string(),
  state: z.enum(codesOf(EVALUATION_STATES)),
  /** What to do, or why not, in words. */
  words: z.string(),
  /** No credit without it. */
  isRequired: z.boolean(),
  /** Null while the activity has no holding periods. */
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  /** Empty unless it is open. */
  questions: z.array(formQuestion),
});
export type EvaluationView = z.output<typeof evaluationView>;

export const evaluations = {
  myEvaluation: endpoint({
    method: 'GET',
    path: '/api/me/activities/:activityId/evaluation',
    summary: '项目评价：能不能填、填什么；单位看不到是谁填的',
    who: ['learner'],
    input: z.object({ activityId: id }),
    output: evaluationView,
  }),
  evaluate: endpoint({
    method: 'POST',
    path: '/api/me/activities/:activityId/evaluation',
    summary: '提交项目评价，一人一份；重复提交不改变已提交的',
    who: ['learner'],
    input: z.object({ activityId: id, answers: z.array(formAnswer).max(50) }),
    output: done,
    errors: ['EVALUATION_CLOSED', 'FORM_INCOMPLETE'],
  }),
  evaluationResults: endpoint({
    method: 'GET',
    path: '/api/activities/:activityId/evaluation-results',
    summary: '项目评价结果：人数、每题的选择与星级、文字意见；不显示填写人',
    who: ['unit', 'authority'],
    input: z.object({ activityId: id }),
    output: formResults,
  }),
  exportEvaluations: endpoint({
    method: 'GET',
    path: '/api/activities/:activityId/evaluation-results.xlsx',
    summary: '导出项目评价结果',
    who: ['unit', 'authority'],
    input: z.object({ activityId: id }),
    output: file,
    download: true,
  }),
};
