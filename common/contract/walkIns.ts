import { z } from 'zod';
import { codesOf, EDUCATION_LEVELS, SEXES } from '../terms';
import { receipt } from './checkIns';
import { endpoint } from './endpoint';
import { formAnswer, formQuestion, formResults } from './forms';
import { deviceId, file, id, instant, pageOf, paging, place, title } from './shapes';

const claimId = z.string().min(1).max(64);
const phone = z.string().trim().min(1, '请填写手机号').max(20, '手机号格式不正确');
/** Absent: the learner leaves whose WeChat this is. */
const leaving = phone.optional();

/** Jiangsu's 签到登记表 (manual 002 §2.1). Sex and age follow from the idNo; they are sent to be compared. */
export const walkInForm = z.object({
  idNo: z.string().trim().min(1, '请填写身份证号码').max(30, '身份证号码格式不正确'),
  name: z.string().trim().min(2, '请填写姓名').max(40, '姓名过长'),
  sex: z.enum(codesOf(SEXES), '请选择性别'),
  age: z.int('请填写年龄').min(14, '年龄不正确').max(100, '年龄不正确'),
  phone,
  unitName: z.string().trim().min(2, '请填写单位').max(60, '单位名称过长'),
  department: z.string().trim().min(1, '请填写科室').max(40, '科室名称过长'),
  unitPlace: z.string().trim().min(2, '请填写单位所在地').max(60, '单位所在地过长'),
  /** 是否来自基层. */
  isGrassroots: z.boolean('请选择是否来自基层'),
  title,
  post: z.string().trim().max(40, '职务过长').default(''),
  education: z.enum(codesOf(EDUCATION_LEVELS)).optional(),
});
export type WalkInForm = z.input<typeof walkInForm>;

export const walkInRow = z.object({
  id,
  name: z.string(),
  idNoMasked: z.string(),
  phoneMasked: z.string(),
  sex: z.enum(codesOf(SEXES)),
  age: z.int(),
  unitName: z.string(),
  department: z.string(),
  unitPlace: z.string(),
  isGrassroots: z.boolean(),
  title,
  post: z.string(),
  in: instant,
  out: instant.nullable(),
  /** Whether a registered learner with this number and name was found: the check-ins are his then. */
  isMatched: z.boolean(),
});
export type WalkInRow = z.output<typeof walkInRow>;

export const walkIns = {
  submitWalkIn: endpoint({
    method: 'POST',
    path: '/api/walk-ins',
    summary: '现场登记签到：没有账号的学员填写登记表，凭本次扫码签到',
    who: ['wechat'],
    input: walkInForm.extend({
      claimId,
      deviceId: deviceId.optional(),
      place: place.optional(),
      /** 单独同意处理身份证号码等敏感个人信息 (个人信息保护法 art. 29). */
      consent: z.literal(true, '请先阅读并同意个人信息处理说明'),
      privacyVersion: z.string().max(20),
    }),
    output: receipt,
    errors: [
      'CLAIM_EXPIRED',
      'CLAIM_NOT_YOURS',
      'WALK_IN_CLOSED',
      'WALK_IN_DIFFERS',
      'PRIVACY_CHANGED',
      'PLACE_REQUIRED',
      'FACE_REQUIRED',
    ],
    limit: { points: 20, seconds: 60 },
  }),
  myWalkIn: endpoint({
    method: 'GET',
    path: '/api/me/walk-in',
    summary: '本微信上一次填写的登记表，再次登记和注册时不用重填；没有则为空。带扫码凭证时为填表保留本次扫码',
    who: ['wechat'],
    input: z.object({ claimId: claimId.optional() }),
    output: z.object({
      form: walkInForm.nullable(),
      /** The scan that is kept for the form. */
      scan: z
        .object({
          activityName: z.string(),
          courseName: z.string(),
          venue: z.string(),
          scannedAt: instant,
          /** How long it can still be handed in, ms. */
          remainingMs: z.int(),
          isPlaceRequired: z.boolean(),
        })
        .nullable(),
    }),
    errors: ['CLAIM_EXPIRED', 'CLAIM_NOT_YOURS', 'WALK_IN_CLOSED'],
  }),
  departing: endpoint({
    method: 'POST',
    path: '/api/departures/person',
    summary: '撤离第一步：按手机号（注册学员用本人微信则不用）找到本人的签到信息，请本人核对',
    who: ['wechat'],
    input: z.object({ claimId, phone: leaving }),
    output: z.object({
      name: z.string(),
      sex: z.enum(codesOf(SEXES)),
      phoneMasked: z.string(),
      unitName: z.string(),
      department: z.string(),
      /** In words. */
      title: z.string(),
      activityName: z.string(),
      signedInAt: instant,
      /** Empty for who has filled it in before. */
      survey: z.array(formQuestion),
    }),
    errors: ['CLAIM_EXPIRED', 'CLAIM_NOT_YOURS', 'NOT_SIGNED_IN_HERE'],
    limit: { points: 20, seconds: 60 },
  }),
  depart: endpoint({
    method: 'POST',
    path: '/api/departures',
    summary: '撤离第二步：提交调查问卷并确认离场；重复提交得到同一结果',
    who: ['wechat'],
    input: z.object({
      claimId,
      phone: leaving,
      answers: z.array(formAnswer).max(50),
      deviceId: deviceId.optional(),
    }),
    output: receipt,
    errors: ['CLAIM_EXPIRED', 'CLAIM_NOT_YOURS', 'NOT_SIGNED_IN_HERE', 'SURVEY_INCOMPLETE'],
    limit: { points: 60, seconds: 60 },
  }),
  listWalkIns: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/walk-ins',
    summary: '现场登记名单',
    who: ['unit'],
    input: z.object({ activityId: id, ...paging }),
    output: pageOf(walkInRow).extend({ matched: z.int() }),
  }),
  surveyResults: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/survey-results',
    summary: '撤离问卷结果：每题各选项人数，不显示填写人',
    who: ['unit'],
    input: z.object({ activityId: id }),
    output: formResults,
  }),
  exportSurvey: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/survey-results.xlsx',
    summary: '导出撤离问卷结果',
    who: ['unit'],
    input: z.object({ activityId: id }),
    output: file,
    download: true,
  }),
};
