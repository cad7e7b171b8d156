import { z } from 'zod';
import { codesOf, FORM_KINDS, FORM_QUESTION_KINDS } from '../terms';
import { endpoint } from './endpoint';
import { instant } from './shapes';

const key = z.string().regex(/^[\w-]{1,40}$/, '题目标识不正确');

/** One question of a 项目评价 or 调查问卷. */
export const formQuestion = z.object({
  key,
  kind: z.enum(codesOf(FORM_QUESTION_KINDS), '请选择题型'),
  text: z.string().trim().min(1, '请填写题目').max(200, '题目最多200字'),
  /** Of a choice; empty for the others. */
  options: z
    .array(z.object({ key, text: z.string().trim().min(1, '请填写选项').max(100, '选项最多100字') }))
    .max(20, '最多20个选项')
    .default([]),
  /** So many options are to be chosen, neither more nor fewer: 1, or 2 for 选两项. */
  choose: z.int().min(1).max(20).default(1),
  isRequired: z.boolean().default(true),
});
export type FormQuestion = z.output<typeof formQuestion>;

/** One answer: options of a choice, 1–5 stars, or words. An empty one is as good as none. */
export const formAnswer = z.object({
  question: z.string().max(40),
  options: z.array(z.string().max(40)).max(20).default([]),
  stars: z.int().min(1).max(5).optional(),
  text: z.string().trim().max(1000, '最多1000字').optional(),
});
export type FormAnswer = z.input<typeof formAnswer>;

export const formQuestions = z.array(formQuestion).min(1, '至少要有一道题').max(50, '最多50道题');

/** What came of one question. */
export const questionResult = z.object({
  key: z.string(),
  kind: z.enum(codesOf(FORM_QUESTION_KINDS)),
  /** With （选两项） where several are chosen. */
  text: z.string(),
  /** How many answered it. */
  answered: z.int(),
  options: z.array(z.object({ text: z.string(), count: z.int() })),
  /** From one star to five. */
  stars: z.array(z.int()),
  /** Mean of the stars; null without any. */
  average: z.number().nullable(),
  /** In no order that tells who wrote them; the first 200, all are in the Excel. */
  texts: z.array(z.string()),
});
export type QuestionResult = z.output<typeof questionResult>;

export const formResults = z.object({
  /** Who has filled it in. */
  persons: z.int(),
  /** Who could have. */
  expected: z.int(),
  /** So few that one could guess who wrote what: only the number is told. */
  isTooFew: z.boolean(),
  questions: z.array(questionResult),
});
export type FormResults = z.output<typeof formResults>;

const form = z.object({
  kind: z.enum(codesOf(FORM_KINDS)),
  questions: z.array(formQuestion),
  /** Whether this authority has its own; else it is as the one above has it. */
  isOwn: z.boolean(),
  /** As the one above has it. */
  above: z.array(formQuestion),
  /** Grows with each change, also with following the one above; 0 where there has never been one of its own. */
  version: z.int(),
  publishedAt: instant.nullable(),
});
export type FormSetting = z.output<typeof form>;

const kind = z.enum(codesOf(FORM_KINDS));
export const forms = {
  getForm: endpoint({
    method: 'GET',
    path: '/api/authority/forms/:kind',
    summary: '本地区现行的项目评价表或调查问卷，和上级的',
    who: ['authority'],
    input: z.object({ kind }),
    output: form,
  }),
  setForm: endpoint({
    method: 'PUT',
    path: '/api/authority/forms/:kind',
    summary: '修改项目评价表或调查问卷：还没有人填写的活动从现在起使用；已有人填写的仍用原来的',
    who: ['authority'],
    permission: 'manageAccount',
    input: z.object({ kind, version: z.int().min(0), questions: formQuestions }),
    output: form,
    errors: ['REVIEW_MOVED'],
  }),
  followAbove: endpoint({
    method: 'DELETE',
    path: '/api/authority/forms/:kind',
    summary: '取消本地区自己的问卷，使用上级的',
    who: ['authority'],
    permission: 'manageAccount',
    input: z.object({ kind }),
    output: form,
    errors: ['REVIEW_MOVED'],
  }),
};
