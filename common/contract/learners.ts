import { z } from 'zod';
import { APPROVAL_STATES, codesOf } from '../terms';
import { endpoint } from './endpoint';
import { id, instant, pageOf, paging, title } from './shapes';

const approvalState = z.enum(codesOf(APPROVAL_STATES));

/** A learner as he sees himself: masked, because phones are looked over and lost. */
export const learnerSelf = z.object({
  id,
  name: z.string(),
  idNoMasked: z.string(),
  phoneMasked: z.string(),
  title,
  unit: z.object({ id, name: z.string(), regionName: z.string() }),
  department: z.string(),
  /** 医通卡号, given on approval. */
  personnelNo: z.string().nullable(),
  approval: z.object({
    state: approvalState,
    /** Why it was rejected. */
    reason: z.string().nullable(),
    submittedAt: instant,
    decidedAt: instant.nullable(),
  }),
});
export type LearnerSelf = z.output<typeof learnerSelf>;

/** A learner in the list of the unit's administrator. */
export const learnerRow = z.object({
  id,
  name: z.string(),
  idNoMasked: z.string(),
  phoneMasked: z.string(),
  title,
  department: z.string(),
  state: approvalState,
  reason: z.string().nullable(),
  personnelNo: z.string().nullable(),
  submittedAt: instant,
  /** Another learner of this unit has the same name: look twice. */
  sameNameInUnit: z.boolean(),
});
export type LearnerRow = z.output<typeof learnerRow>;

const department = z.string().trim().max(40, '科室名称过长').default('');
const unitId = id.describe('所选单位');

export const learners = {
  register: endpoint({
    method: 'POST',
    path: '/api/learners',
    summary: '学员注册并提交单位审核；手机号用微信一键授权（phoneCode）或短信验证码（phone + smsCode）',
    who: ['wechat'],
    input: z.object({
      name: z.string().min(1, '请输入姓名').max(60),
      idNo: z.string().min(1, '请输入身份证号码').max(40),
      title,
      unitId,
      department,
      phoneCode: z.string().max(256).optional(),
      phone: z.string().max(32).optional(),
      smsCode: z.string().max(12).optional(),
      /** 单独同意处理身份证号码等敏感个人信息 (个人信息保护法 art. 29). */
      consent: z.literal(true, '请先阅读并同意个人信息处理说明'),
    }),
    output: learnerSelf,
    errors: ['IDNO_TAKEN', 'IDENTITY_HAS_LEARNER', 'UNIT_UNKNOWN', 'SMS_CODE_INVALID', 'PHONE_CODE_INVALID'],
    limit: { points: 20, seconds: 600 },
  }),
  resubmit: endpoint({
    method: 'PUT',
    path: '/api/me/learner',
    summary: '审核通过前修改信息并重新提交单位审核（证件号码不可改）',
    who: ['learner'],
    input: z.object({ name: z.string().min(1, '请输入姓名').max(60), title, unitId, department }),
    output: learnerSelf,
    errors: ['LEARNER_NOT_EDITABLE', 'UNIT_UNKNOWN'],
    limit: { points: 20, seconds: 600 },
  }),
  listLearners: endpoint({
    method: 'GET',
    path: '/api/unit/learners',
    summary: '人员信息审核列表：默认未审核，先提交的在前',
    who: ['unit'],
    input: z.object({
      state: z.enum(['all', ...codesOf(APPROVAL_STATES)]).default('pending'),
      /** Part of a name, or a whole 身份证号码 or 医通卡号. */
      q: z.string().trim().max(40).default(''),
      ...paging,
    }),
    output: pageOf(learnerRow),
  }),
  decide: endpoint({
    method: 'POST',
    path: '/api/unit/learners/decisions',
    summary: '审核通过或不通过一名或多名学员；已审核的不再改变，逐一给出结果',
    who: ['unit'],
    input: z.object({
      learnerIds: z.array(id).min(1, '请选择人员').max(200, '一次最多审核200人'),
      decision: z.enum(['approve', 'reject']),
      reason: z.string().trim().max(200, '原因最多200字').optional(),
    }),
    output: z.object({
      changed: z.int(),
      results: z.array(z.object({ learnerId: id, state: approvalState, changed: z.boolean() })),
    }),
    errors: ['REASON_REQUIRED'],
  }),
};
