import { z } from 'zod';
import { endpoint, ROLES } from './endpoint';
import { learnerSelf } from './learners';
import { done, id, instant, nothing } from './shapes';

const unitBrief = z.object({ id, code: z.string(), name: z.string(), regionName: z.string() });
const authorityBrief = z.object({ id, code: z.string(), name: z.string() });

/** Who the session is. Every screen decides what to show by this. */
export const me = z.object({
  roles: z.array(z.enum(ROLES)),
  /** The session came from a one-time password: only a new password can be set. */
  mustChangePassword: z.boolean(),
  /** The sign-in name, for sessions opened by password. */
  accountName: z.string().nullable(),
  learner: learnerSelf.nullable(),
  unit: unitBrief.nullable(),
  authority: authorityBrief.nullable(),
});
export type Me = z.output<typeof me>;

export const session = z.object({ token: z.string(), expiresAt: instant, me });
export type Session = z.output<typeof session>;

export const publicConfig = z.object({
  publicUrl: z.string(),
  officialAccountName: z.string(),
  /**
   * The page-authorisation address for H5; null where no official account is set up. The page appends, in this order,
   * `&redirect_uri=…&response_type=code&scope=snsapi_base&state=…#wechat_redirect`.
   */
  wechatAuthorizeUrl: z.string().nullable(),
  /** The simulator stands in for WeChat, so any browser can sign in as a simulated WeChat user. Never in production. */
  simulated: z.boolean(),
  serverTime: instant,
});

const wechatChannel = z.enum(['miniprogram', 'officialAccount']);

export const accounts = {
  config: endpoint({
    method: 'GET',
    path: '/api/config',
    summary: '公开配置',
    who: ['anyone'],
    input: nothing,
    output: publicConfig,
  }),
  signInWithWechat: endpoint({
    method: 'POST',
    path: '/api/sessions/wechat',
    summary: '微信登录：小程序 wx.login 或公众号网页授权的 code 换取会话',
    who: ['anyone'],
    input: z.object({ channel: wechatChannel, code: z.string().min(1).max(256) }),
    output: session,
    errors: ['WECHAT_CODE_INVALID', 'WECHAT_UNAVAILABLE'],
    // By address: a whole hospital may sit behind one.
    limit: { points: 3000, seconds: 60 },
  }),
  signInWithPassword: endpoint({
    method: 'POST',
    path: '/api/sessions/password',
    summary: '用户名（单位账号、医通卡号或身份证号）与密码登录；携带微信会话时，新会话同时保留微信身份',
    who: ['anyone'],
    input: z.object({
      name: z.string().trim().min(1, '请输入用户名').max(64),
      password: z.string().min(1, '请输入密码').max(128),
    }),
    output: session,
    errors: ['WRONG_CREDENTIALS', 'ACCOUNT_LOCKED'],
    limit: { points: 300, seconds: 60 },
  }),
  me: endpoint({
    method: 'GET',
    path: '/api/me',
    summary: '当前登录者',
    who: ['session'],
    input: nothing,
    output: me,
    beforePasswordChange: true,
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/api/sessions/current',
    summary: '退出登录',
    who: ['session'],
    input: nothing,
    output: done,
    beforePasswordChange: true,
  }),
  changePassword: endpoint({
    method: 'POST',
    path: '/api/me/password',
    summary: '修改密码；一次性密码登录后不需要原密码。其他会话全部失效',
    who: ['learner', 'unit', 'authority'],
    input: z.object({
      current: z.string().max(128).optional(),
      next: z.string().min(1, '请输入新密码').max(128),
    }),
    output: done,
    errors: ['WRONG_PASSWORD', 'WEAK_PASSWORD'],
    limit: { points: 10, seconds: 60 },
    beforePasswordChange: true,
  }),
  sendSmsCode: endpoint({
    method: 'POST',
    path: '/api/sms-codes',
    summary: '发送注册用短信验证码（6位，10分钟有效）',
    who: ['wechat'],
    input: z.object({ phone: z.string().min(1, '请输入手机号').max(32) }),
    output: z.object({ ok: z.literal(true), retryAfter: z.int() }),
    limit: { points: 5, seconds: 600 },
  }),
};
