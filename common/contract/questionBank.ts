import { z } from 'zod';
import { codesOf, EXAM_QUESTION_KINDS } from '../terms';
import { endpoint } from './endpoint';
import { importReport } from './imports';
import { examQuestion, examQuestionInput } from './papers';
import { file, id, instant, nothing, pageOf, paging } from './shapes';

/** Four digits of a 三级学科. */
const discipline = z.string().regex(/^\d{4}$/, '请选择学科');

/** Characters of one paste: at three bytes each they stay below what a request may hold. */
export const MOST_PASTED = 80_000;

export const bankQuestion = examQuestion.extend({
  disciplineCode: z.string(),
  /** 护理学/外科护理学. */
  discipline: z.string(),
  updatedAt: instant,
});
export type BankQuestion = z.output<typeof bankQuestion>;

export const questionBank = {
  listBank: endpoint({
    method: 'GET',
    path: '/api/unit/question-bank',
    summary: '题库：本单位按学科积累的试题，最近的在前',
    who: ['unit'],
    input: z.object({
      /** Characters of the stem. */
      q: z.string().trim().max(40).default(''),
      discipline: z
        .string()
        .regex(/^\d{2}(\d{2})?$/, '学科不正确')
        .optional(),
      kind: z.enum(['all', ...codesOf(EXAM_QUESTION_KINDS)]).default('all'),
      ...paging,
    }),
    output: pageOf(bankQuestion),
  }),
  addToBank: endpoint({
    method: 'POST',
    path: '/api/unit/question-bank',
    summary: '添加试题到题库；题干与选项相同的不重复保存',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ discipline, ...examQuestionInput.shape }),
    output: bankQuestion,
    errors: ['QUESTION_INVALID', 'QUESTION_EXISTS', 'PICTURE_INVALID'],
  }),
  saveInBank: endpoint({
    method: 'PUT',
    path: '/api/unit/question-bank/:questionId',
    summary: '修改题库中的试题；已加入试卷的不变',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ questionId: id, revision: z.int().min(0), discipline, ...examQuestionInput.shape }),
    output: bankQuestion,
    errors: ['QUESTION_INVALID', 'QUESTION_EXISTS', 'REVIEW_MOVED', 'PICTURE_INVALID'],
  }),
  removeFromBank: endpoint({
    method: 'POST',
    path: '/api/unit/question-bank/removal',
    summary: '从题库删除一道或多道试题；已加入试卷的不变',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ questionIds: z.array(id).min(1).max(500) }),
    output: z.object({ removed: z.int() }),
  }),
  copyToBank: endpoint({
    method: 'POST',
    path: '/api/unit/activities/:activityId/paper/to-bank',
    summary: '将试卷的试题存入题库（学科随项目），已有的跳过',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ activityId: id, questionIds: z.array(id).max(500).optional() }),
    output: z.object({ added: z.int(), repeated: z.int() }),
  }),
  questionTemplate: endpoint({
    method: 'GET',
    path: '/api/unit/questions/template.xlsx',
    summary: '下载试题模板',
    who: ['unit'],
    input: nothing,
    output: file,
    download: true,
  }),
  checkQuestions: endpoint({
    method: 'POST',
    path: '/api/unit/questions/check',
    summary: '模板导入试题：检查Excel，逐行逐列报告，不写入；说明行可以不删',
    who: ['unit'],
    permission: 'holdActivities',
    input: nothing,
    output: importReport,
    upload: { maxBytes: 10 * 1024 * 1024 },
    errors: ['FILE_INVALID'],
  }),
  checkQuestionText: endpoint({
    method: 'POST',
    path: '/api/unit/questions/check-text',
    summary: '粘贴导入试题：检查从Word粘贴的文字（1. 题干 A. … B. … 答案：AC），不写入',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ text: z.string().min(1, '请粘贴试题').max(MOST_PASTED, '一次最多8万字，请分批导入') }),
    output: importReport,
  }),
  commitQuestions: endpoint({
    method: 'POST',
    path: '/api/unit/questions/commit',
    summary: '写入检查通过的试题：加入一个活动的试卷，或存入题库，全部或都不',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({
      importId: z.string().max(100),
      /** Of one's own activity; absent for the bank, which then needs the discipline. */
      activityId: id.optional(),
      discipline: discipline.optional(),
    }),
    output: z.object({ imported: z.int(), repeated: z.int() }),
    errors: ['IMPORT_EXPIRED', 'PAPER_FULL'],
  }),
  exportBank: endpoint({
    method: 'GET',
    path: '/api/unit/question-bank.xlsx',
    summary: '导出题库，可作为模板再次导入',
    who: ['unit'],
    input: z.object({
      discipline: z
        .string()
        .regex(/^\d{2}(\d{2})?$/, '学科不正确')
        .optional(),
    }),
    output: file,
    download: true,
  }),
};
