import { z } from 'zod';
import { BINDING_STATES, codesOf } from '../terms';
import { endpoint } from './endpoint';
import { done, id, instant, nothing } from './shapes';

/** Which official account: `main`, or the key of another one in the configuration. */
const account = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, '公众号不存在');

/** 绑定公众号: one WeChat, one learner. Begun in the mini-program, ended by the learner's WeChat in the account itself. */
export const bindings = {
  myBindings: endpoint({
    method: 'GET',
    path: '/api/me/official-accounts',
    summary: '各公众号与本人的绑定情况',
    who: ['learner'],
    input: nothing,
    output: z.object({
      items: z.array(
        z.object({
          account,
          name: z.string(),
          isBound: z.boolean(),
          /** False after 取消关注: still bound, but no messages are sent. */
          isFollowing: z.boolean(),
          /** Null where the same 微信 was recognised without a binding of its own. */
          boundAt: instant.nullable(),
        }),
      ),
    }),
  }),
  startBinding: endpoint({
    method: 'POST',
    path: '/api/me/official-accounts/:account/binding',
    summary: '开始绑定：得到二维码和绑定码，10分钟内用微信扫码或在公众号发送“绑定 绑定码”',
    who: ['learner'],
    input: z.object({
      account,
      /** Needed only where another WeChat is bound already: proves that it is the learner himself. */
      smsCode: z
        .string()
        .regex(/^\d{6}$/, '验证码为6位数字')
        .optional(),
    }),
    output: z.object({
      /** Eight letters and digits, to be sent as 绑定 CODE. */
      code: z.string(),
      /** What the QR says; null where WeChat gave none (then the code is the way). */
      qrText: z.string().nullable(),
      expiresAt: instant,
    }),
    errors: ['BINDING_NEEDS_PROOF', 'SMS_CODE_INVALID', 'NOT_FOUND'],
    limit: { points: 20, seconds: 3600 },
  }),
  sendBindingCode: endpoint({
    method: 'POST',
    path: '/api/me/official-accounts/:account/proof',
    summary: '更换绑定的微信前，向登记的手机发送短信验证码',
    who: ['learner'],
    input: z.object({ account }),
    output: z.object({
      retryAfter: z.int(),
      /** Where it went: 138****8001. */
      phoneMasked: z.string(),
    }),
    errors: ['NOT_FOUND', 'TOO_MANY_REQUESTS'],
    limit: { points: 10, seconds: 3600 },
  }),
  bindingState: endpoint({
    method: 'GET',
    path: '/api/me/official-accounts/:account/binding',
    summary: '刚开始的绑定进行到哪一步',
    who: ['learner'],
    input: z.object({ account }),
    output: z.object({
      state: z.enum(codesOf(BINDING_STATES)),
      /** Why refused, and what to do. */
      words: z.string(),
    }),
  }),
  releaseBinding: endpoint({
    method: 'DELETE',
    path: '/api/me/official-accounts/:account',
    summary: '解绑：该公众号不再向此微信提供本人的学分和消息',
    who: ['learner'],
    input: z.object({ account }),
    output: done,
    errors: ['NOT_FOUND'],
  }),

  learnerWechats: endpoint({
    method: 'GET',
    path: '/api/unit/learners/:learnerId/wechats',
    summary: '本单位一名人员绑定的微信，按小程序和公众号',
    who: ['unit'],
    input: z.object({ learnerId: id }),
    output: z.object({
      items: z.array(
        z.object({
          /** 小程序, or the official account's name. */
          name: z.string(),
          /** Null where it was not bound by a QR or a code: he registered by it, or it is the same 微信. */
          boundAt: instant.nullable(),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
  }),
  partLearnerWechats: endpoint({
    method: 'POST',
    path: '/api/unit/learners/:learnerId/wechats/parting',
    summary: '解除本单位一名人员的全部微信绑定（换手机、绑错人）：以这些微信登录的会话全部失效',
    who: ['unit'],
    permission: 'approveLearners',
    input: z.object({
      learnerId: id,
      reason: z.string().trim().min(1, '请填写解除的原因').max(200, '原因最多200字'),
    }),
    /** How many there were. */
    output: z.object({ parted: z.int() }),
    errors: ['NOT_FOUND'],
  }),
};
