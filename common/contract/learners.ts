import { z } from 'zod';
import { APPROVAL_STATES, codesOf, REQUEST_STATES } from '../terms';
import { endpoint } from './endpoint';
import { importReport } from './imports';
import {
  approvalState,
  correction,
  learnerProfile,
  personnelStatus,
  profileDetails,
  statusPeriod,
  unitRequestSelf,
} from './profile';
import { day, file, id, instant, nothing, pageOf, paging, regionCode, title } from './shapes';

/** A learner as he sees himself: masked, because phones are looked over and lost. */
export const learnerSelf = z.object({
  id,
  name: z.string(),
  idNoMasked: z.string(),
  phoneMasked: z.string(),
  photoUrl: z.string().nullable(),
  title,
  /** Null while the unit that he asked for has not been added. */
  unit: z.object({ id, name: z.string(), regionName: z.string() }).nullable(),
  unitRequest: unitRequestSelf.nullable(),
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

/** A learner in the lists of the unit's administrator. */
export const learnerRow = z.object({
  id,
  name: z.string(),
  idNoMasked: z.string(),
  phoneMasked: z.string(),
  photoUrl: z.string().nullable(),
  title,
  department: z.string(),
  state: approvalState,
  reason: z.string().nullable(),
  personnelNo: z.string().nullable(),
  submittedAt: instant,
  /** Another learner of this unit has the same name: look twice. */
  sameNameInUnit: z.boolean(),
  /** The department is one of the unit's list, or none is filled in. */
  isDepartmentKnown: z.boolean(),
  /** 人员状态 today. */
  status: personnelStatus,
});
export type LearnerRow = z.output<typeof learnerRow>;

const department = z.string().trim().max(40, '科室名称过长').default('');
const name = z.string().min(1, '请输入姓名').max(60);
const learnerId = id;
const phoneProof = {
  /** WeChat's one-tap number; or else `phone` and `smsCode`. */
  phoneCode: z.string().max(256).optional(),
  phone: z.string().max(32).optional(),
  smsCode: z.string().max(12).optional(),
};
/** The unit: one of the list, or one that should be added (there is no 无单位). */
const unitChoice = {
  unitId: id.describe('所选单位').optional(),
  unitRequest: z
    .object({
      name: z.string().trim().min(4, '请填写单位全称').max(60, '单位名称过长'),
      /** The county (six digits). */
      regionCode: regionCode.length(6, '请选择到区县'),
      note: z.string().trim().max(100, '说明最多100字').default(''),
    })
    .optional(),
};
const photoId = id.nullable().optional();
const reason = z.string().trim().max(200, '原因最多200字');

export const learners = {
  register: endpoint({
    method: 'POST',
    path: '/api/learners',
    summary:
      '学员注册并提交单位审核；手机号用微信一键授权（phoneCode）或短信验证码（phone + smsCode）。单位已导入的人员以登记手机号认领，不重复注册',
    who: ['wechat'],
    input: z.object({
      name,
      idNo: z.string().min(1, '请输入身份证号码').max(40),
      title,
      ...unitChoice,
      department,
      photoId,
      ...phoneProof,
      ...profileDetails.partial().shape,
      /** 单独同意处理身份证号码等敏感个人信息 (个人信息保护法 art. 29). */
      consent: z.literal(true, '请先阅读并同意个人信息处理说明'),
      /** The version of the text that was agreed to (`common/privacy.ts`). */
      privacyVersion: z.string().max(20),
    }),
    output: learnerSelf,
    errors: [
      'IDNO_TAKEN',
      'IDENTITY_HAS_LEARNER',
      'UNIT_UNKNOWN',
      'SMS_CODE_INVALID',
      'PHONE_CODE_INVALID',
      'PHOTO_INVALID',
      'PRIVACY_CHANGED',
    ],
    limit: { points: 20, seconds: 600 },
  }),
  resubmit: endpoint({
    method: 'PUT',
    path: '/api/me/learner',
    summary: '审核通过前修改信息并重新提交单位审核（证件号码不可改）',
    who: ['learner'],
    input: z.object({
      name,
      title,
      ...unitChoice,
      department,
      photoId,
      ...profileDetails.partial().shape,
    }),
    output: learnerSelf,
    errors: ['LEARNER_NOT_EDITABLE', 'UNIT_UNKNOWN', 'PHOTO_INVALID'],
    limit: { points: 20, seconds: 600 },
  }),
  uploadPhoto: endpoint({
    method: 'POST',
    path: '/api/me/photos',
    summary:
      '上传照片（5KB—3MB，JPEG或PNG）：按内容校验、重新编码并去除拍摄信息；提交后24小时内用于注册、资料或证明',
    who: ['wechat', 'learner'],
    upload: { maxBytes: 3 * 1024 * 1024 },
    input: nothing,
    output: z.object({ photoId: id, url: z.string() }),
    errors: ['PHOTO_INVALID', 'BODY_TOO_LARGE'],
    limit: { points: 30, seconds: 600 },
  }),
  photo: endpoint({
    method: 'GET',
    path: '/api/photos/:ticket',
    summary: '照片；ticket 由其他接口给出，数分钟内有效',
    who: ['anyone'],
    download: true,
    input: z.object({ ticket: z.string().max(400) }),
    output: file,
  }),
  myProfile: endpoint({
    method: 'GET',
    path: '/api/me/learner',
    summary: '本人的全部资料（五个页面、职称与单位经历、人员状态）',
    who: ['learner'],
    input: nothing,
    output: learnerProfile,
  }),
  saveProfile: endpoint({
    method: 'PUT',
    path: '/api/me/learner/details',
    summary: '随时修改不需单位审核的资料；未给出的项目不变',
    who: ['learner'],
    input: z.object({ photoId, ...profileDetails.partial().shape }),
    output: learnerProfile,
    errors: ['PHOTO_INVALID', 'LEARNER_NOT_EDITABLE'],
  }),
  sendPhoneCode: endpoint({
    method: 'POST',
    path: '/api/me/learner/phone/codes',
    summary: '更换手机号时向新号码发送短信验证码',
    who: ['learner'],
    input: z.object({ phone: z.string().min(1, '请输入手机号').max(32) }),
    output: z.object({ ok: z.literal(true), retryAfter: z.int() }),
    limit: { points: 5, seconds: 600 },
  }),
  changePhone: endpoint({
    method: 'PUT',
    path: '/api/me/learner/phone',
    summary: '更换手机号：微信一键授权（phoneCode），或新号码与发到新号码的验证码（phone + smsCode）',
    who: ['learner'],
    input: z.object(phoneProof),
    output: learnerProfile,
    errors: ['SMS_CODE_INVALID', 'PHONE_CODE_INVALID'],
    limit: { points: 10, seconds: 600 },
  }),
  requestCorrection: endpoint({
    method: 'POST',
    path: '/api/me/corrections',
    summary: '审核通过后申请职称变更（附取得时间与证明）或姓名更正，由单位审核',
    who: ['learner'],
    input: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('title'),
        title,
        since: day,
        proofId: id.describe('证书照片'),
        note: reason.default(''),
      }),
      z.object({
        kind: z.literal('name'),
        name,
        proofId: id.nullable().default(null),
        note: reason.min(1, '请说明更正原因'),
      }),
    ]),
    output: correction,
    errors: ['CORRECTION_OPEN', 'PHOTO_INVALID', 'LEARNER_NOT_APPROVED'],
  }),
  myCorrections: endpoint({
    method: 'GET',
    path: '/api/me/corrections',
    summary: '本人的更正申请',
    who: ['learner'],
    input: nothing,
    output: z.object({ items: z.array(correction) }),
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
      /** A department's name. */
      department: z.string().trim().max(40).default(''),
      status: z.enum(['all', ...personnelStatus.options]).default('all'),
      ...paging,
    }),
    output: pageOf(learnerRow).extend({ asOf: instant }),
  }),
  decide: endpoint({
    method: 'POST',
    path: '/api/unit/learners/decisions',
    summary: '审核通过或不通过一名或多名学员；已审核的不再改变，逐一给出结果',
    who: ['unit'],
    permission: 'approveLearners',
    input: z.object({
      learnerIds: z.array(id).min(1, '请选择人员').max(200, '一次最多审核200人'),
      decision: z.enum(['approve', 'reject']),
      reason: reason.optional(),
      /** The list's `asOf`: whoever changed his data since is left for a second look. */
      asOf: instant.optional(),
    }),
    output: z.object({
      changed: z.int(),
      results: z.array(
        z.object({
          learnerId: id,
          state: approvalState,
          changed: z.boolean(),
          /** He submitted again after `asOf`. */
          isNewer: z.boolean(),
        }),
      ),
    }),
    errors: ['REASON_REQUIRED'],
  }),
  learnerDetail: endpoint({
    method: 'GET',
    path: '/api/unit/learners/:learnerId',
    summary: '本单位一名人员的全部资料与审核提示；查阅记入日志，本人可见',
    who: ['unit'],
    input: z.object({ learnerId }),
    output: learnerProfile.extend({
      /** Others of this unit with the same name. */
      sameName: z.array(
        z.object({
          id,
          idNoMasked: z.string(),
          department: z.string(),
          title,
          state: approvalState,
        }),
      ),
      isDepartmentKnown: z.boolean(),
      corrections: z.array(correction),
    }),
  }),
  revealNumbers: endpoint({
    method: 'POST',
    path: '/api/unit/learners/:learnerId/numbers',
    summary: '查看完整的身份证号码与手机号；记入日志，本人可见',
    who: ['unit'],
    permission: 'readPersonalData',
    input: z.object({ learnerId }),
    output: z.object({ idNo: z.string(), phone: z.string() }),
    limit: { points: 120, seconds: 600 },
  }),
  assignDepartment: endpoint({
    method: 'PUT',
    path: '/api/unit/learners/department',
    summary: '调整人员所在科室',
    who: ['unit'],
    permission: 'approveLearners',
    input: z.object({ learnerIds: z.array(id).min(1, '请选择人员').max(200), department }),
    output: z.object({ changed: z.int() }),
  }),
  addStatusPeriod: endpoint({
    method: 'POST',
    path: '/api/unit/learners/:learnerId/statuses',
    summary: '登记人员状态：产假、不计达标、注销，及起止日期',
    who: ['unit'],
    permission: 'approveLearners',
    input: statusPeriod.omit({ id: true }).extend({ learnerId, reason: reason.default('') }),
    output: learnerProfile,
    errors: ['STATUS_OVERLAP'],
  }),
  endStatusPeriod: endpoint({
    method: 'PUT',
    path: '/api/unit/learners/:learnerId/statuses/:statusId',
    summary: '修改一段人员状态的止日；起日之前的止日即撤销该段',
    who: ['unit'],
    permission: 'approveLearners',
    input: z.object({ learnerId, statusId: id, to: day.nullable() }),
    output: learnerProfile,
    errors: ['STATUS_OVERLAP'],
  }),
  listCorrections: endpoint({
    method: 'GET',
    path: '/api/unit/corrections',
    summary: '本单位人员的更正申请',
    who: ['unit'],
    input: z.object({ state: z.enum(['all', ...codesOf(REQUEST_STATES)]).default('waiting'), ...paging }),
    output: pageOf(
      correction.extend({ learnerId: id, name: z.string(), department: z.string(), idNoMasked: z.string() }),
    ),
  }),
  decideCorrection: endpoint({
    method: 'POST',
    path: '/api/unit/corrections/:correctionId/decision',
    summary: '通过或不通过一项更正申请',
    who: ['unit'],
    permission: 'approveLearners',
    input: z.object({
      correctionId: id,
      decision: z.enum(['accept', 'refuse']),
      reason: reason.optional(),
    }),
    output: correction,
    errors: ['REASON_REQUIRED', 'REQUEST_DECIDED'],
  }),
  staffTemplate: endpoint({
    method: 'GET',
    path: '/api/unit/imports/staff/template',
    summary: '人员导入模板（Excel）',
    who: ['unit'],
    permission: 'approveLearners',
    download: true,
    input: nothing,
    output: file,
  }),
  checkStaff: endpoint({
    method: 'POST',
    path: '/api/unit/imports/staff',
    summary: '上传人员Excel并逐行检查，尚不写入',
    who: ['unit'],
    permission: 'approveLearners',
    upload: { maxBytes: 10 * 1024 * 1024 },
    input: nothing,
    output: importReport,
    errors: ['FILE_INVALID', 'BODY_TOO_LARGE'],
    limit: { points: 20, seconds: 600 },
  }),
  commitStaff: endpoint({
    method: 'POST',
    path: '/api/unit/imports/staff/:importId',
    summary: '写入检查无误的导入：全部成功或全部不写',
    who: ['unit'],
    permission: 'approveLearners',
    input: z.object({ importId: z.string().max(64) }),
    output: z.object({ added: z.int() }),
    errors: ['IMPORT_EXPIRED', 'IDNO_TAKEN'],
  }),
};
