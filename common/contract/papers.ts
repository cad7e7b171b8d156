import { z } from 'zod';
import { ANSWERS_SHOWN, codesOf, EXAM_OPENINGS, EXAM_QUESTION_KINDS, PAPER_STATES } from '../terms';
import { endpoint } from './endpoint';
import { file, id, instant } from './shapes';

/** A question of 在线考试 as it is written: manual 000 §二.2. */
export const examQuestionInput = z.object({
  kind: z.enum(codesOf(EXAM_QUESTION_KINDS), '请选择试题类型'),
  /** 题干. */
  stem: z.string().trim().min(1, '请填写题干').max(1000, '题干最多1000字'),
  /** A picture in the stem. */
  pictureId: id.nullable().default(null),
  options: z
    .array(
      z.object({
        text: z.string().trim().min(1, '请填写答案选项').max(300, '选项最多300字'),
        isRight: z.boolean(),
      }),
    )
    .min(2, '至少要有两个选项')
    .max(10, '最多10个选项'),
  /** 解析, shown with the right answer. */
  explanation: z.string().trim().max(1000, '解析最多1000字').default(''),
});
export type ExamQuestionInput = z.output<typeof examQuestionInput>;

export const examQuestion = examQuestionInput.extend({
  id,
  pictureUrl: z.string().nullable(),
  /** Grows with each change. */
  revision: z.int(),
});
export type ExamQuestion = z.output<typeof examQuestion>;

/** How a paper is taken. */
export const paperRules = z.object({
  /** So many questions are drawn at random for each attempt; 0: all. */
  draw: z.int().min(0).max(500, '最多抽取500题').default(0),
  isQuestionsShuffled: z.boolean().default(true),
  isOptionsShuffled: z.boolean().default(true),
  /** 及格分, of 100. */
  passScore: z.int().min(1, '及格分为1至100').max(100, '及格分为1至100').default(60),
  /** 0: without limit. */
  tries: z.int().min(0).max(20, '最多20次').default(3),
  /** Of one attempt; 0: without limit. */
  minutes: z.int().min(0).max(300, '最长300分钟').default(0),
  /** From when it may be taken; always only by who has signed in. */
  opens: z.enum(codesOf(EXAM_OPENINGS)).default('onSite'),
  /** Until so many days after the last holding period, end of the day; 0: until its end. */
  daysAfter: z.int().min(0).max(60, '最多60天').default(7),
  answersShown: z.enum(codesOf(ANSWERS_SHOWN)).default('whenOver'),
});
export type PaperRules = z.output<typeof paperRules>;

/** The paper of an activity as its unit sees it. An activity without one has an empty draft. */
export const paperView = z.object({
  activityId: id,
  state: z.enum(codesOf(PAPER_STATES)),
  /** Of what is published; 0 before the first time. Each 启用 after a change is one more. */
  version: z.int(),
  /** The draft is not as what is published. */
  isChanged: z.boolean(),
  rules: paperRules,
  questions: z.array(examQuestion),
  /** Grows with each change of anything in it. */
  revision: z.int(),
  /** What stands in the way of 启用, in words; empty where nothing does. */
  faults: z.array(z.object({ questionId: id.nullable(), message: z.string() })),
  /** The authority demands it: no code on the venue screen without, and no credit without having passed. */
  isRequired: z.boolean(),
  /** When it may be taken with these rules. */
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  publishedAt: instant.nullable(),
  /** Attempts begun so far, of all versions. */
  attempts: z.int(),
});
export type PaperView = z.output<typeof paperView>;

const activity = { activityId: id };
const change = { method: 'POST', who: ['unit'], permission: 'holdActivities', output: paperView } as const;

export const papers = {
  getPaper: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/paper',
    summary: '在线考试：该活动的试卷',
    who: ['unit'],
    input: z.object(activity),
    output: paperView,
  }),
  setPaperRules: endpoint({
    ...change,
    method: 'PUT',
    path: '/api/unit/activities/:activityId/paper/rules',
    summary: '考试设置：抽题、及格分、次数、时长、开放时间、答案公布',
    input: z.object({ ...activity, ...paperRules.shape }),
  }),
  addQuestion: endpoint({
    ...change,
    path: '/api/unit/activities/:activityId/paper/questions',
    summary: '添加试题',
    input: z.object({ ...activity, ...examQuestionInput.shape }),
    errors: ['QUESTION_INVALID', 'PAPER_FULL', 'PICTURE_INVALID'],
  }),
  saveQuestion: endpoint({
    ...change,
    method: 'PUT',
    path: '/api/unit/activities/:activityId/paper/questions/:questionId',
    summary: '修改试题；已经开始的考试仍用原来的',
    input: z.object({ ...activity, questionId: id, revision: z.int().min(0), ...examQuestionInput.shape }),
    errors: ['QUESTION_INVALID', 'REVIEW_MOVED', 'PICTURE_INVALID'],
  }),
  removeQuestions: endpoint({
    ...change,
    path: '/api/unit/activities/:activityId/paper/questions/removal',
    summary: '删除一道或多道试题',
    input: z.object({ ...activity, questionIds: z.array(id).min(1).max(500) }),
  }),
  orderQuestions: endpoint({
    ...change,
    method: 'PUT',
    path: '/api/unit/activities/:activityId/paper/order',
    summary: '调整试题顺序：全部试题按新的顺序',
    input: z.object({ ...activity, questionIds: z.array(id).max(500) }),
    errors: ['REVIEW_MOVED'],
  }),
  addFromBank: endpoint({
    ...change,
    path: '/api/unit/activities/:activityId/paper/from-bank',
    summary: '从题库选题：加入所选试题，已在试卷中的不重复加入',
    input: z.object({ ...activity, questionIds: z.array(id).min(1, '请选择试题').max(500) }),
    errors: ['PAPER_FULL'],
  }),
  drawFromBank: endpoint({
    ...change,
    path: '/api/unit/activities/:activityId/paper/draw-from-bank',
    summary: '从题库随机抽题，加入试卷',
    input: z.object({
      ...activity,
      /** Two digits for a 二级学科, four for a 三级学科; all where absent. */
      discipline: z
        .string()
        .regex(/^\d{2}(\d{2})?$/)
        .optional(),
      count: z.int().min(1).max(200),
    }),
    errors: ['PAPER_FULL', 'BANK_TOO_SMALL'],
  }),
  publishPaper: endpoint({
    ...change,
    path: '/api/unit/activities/:activityId/paper/publication',
    summary: '启用：至少五道试题，每题有正确答案；修改后再次启用为新的版本',
    input: z.object({ ...activity, revision: z.int().min(0) }),
    errors: ['PAPER_INCOMPLETE', 'REVIEW_MOVED', 'ACTIVITY_NOT_APPROVED'],
  }),
  closePaper: endpoint({
    ...change,
    path: '/api/unit/activities/:activityId/paper/closing',
    summary: '关闭：不能再开始考试；已经开始的可以交卷。再次启用即重新开放',
    input: z.object(activity),
    errors: ['MOVE_REFUSED'],
  }),
  exportPaper: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/paper.xlsx',
    summary: '导出试卷，可作为模板再次导入',
    who: ['unit'],
    input: z.object(activity),
    output: file,
    download: true,
  }),
  uploadPicture: endpoint({
    method: 'POST',
    path: '/api/unit/exam-pictures',
    summary: '上传题干图片（PNG、JPEG，最大3MB）；一天内没有用到的自动删除',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({}),
    output: z.object({ pictureId: id, url: z.string() }),
    upload: { maxBytes: 3 * 1024 * 1024 },
    errors: ['PICTURE_INVALID'],
  }),
  picture: endpoint({
    method: 'GET',
    path: '/api/exam-pictures/:ticket',
    summary: '题干图片；地址带签名，两小时内有效',
    who: ['anyone'],
    input: z.object({ ticket: z.string().max(200) }),
    output: file,
    download: true,
  }),
};
