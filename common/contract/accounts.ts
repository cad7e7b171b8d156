import { z } from 'zod';
import { codesOf, PERMISSIONS } from '../terms';
import { endpoint, ROLES } from './endpoint';
import { learnerSelf } from './learners';
import { done, id, instant, nothing } from './shapes';

const unitBrief = z.object({
  id,
  code: z.string(),
  name: z.string(),
  /** GB/T 2260: whose notices hold for it. */
  regionCode: z.string(),
  regionName: z.string(),
});
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
  /** The person who acts for the unit or authority. */
  administrator: z
    .object({ id, name: z.string(), permissions: z.array(z.enum(codesOf(PERMISSIONS))) })
    .nullable(),
  /** The password was right, but who it is has not been confirmed by SMS yet: ask `administratorChoices`. */
  needsAdministrator: z.boolean(),
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

/** Base64 of the JSON `{algorithm, challenge, number, salt, signature}`, ALTCHA's payload. */
export const solvedCaptcha = z.string().max(2000);

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
    summary: '账号（单位账号、医通卡号或身份证号）与密码登录；携带微信会话时，新会话同时保留微信身份',
    who: ['anyone'],
    input: z.object({
      name: z.string().trim().min(1, '请输入账号').max(64),
      password: z.string().min(1, '请输入密码').max(128),
      /** A solved `captcha`, asked for by CAPTCHA_REQUIRED after failures. */
      captcha: solvedCaptcha.optional(),
    }),
    output: session,
    errors: ['WRONG_CREDENTIALS', 'ACCOUNT_LOCKED', 'CAPTCHA_REQUIRED'],
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
    beforeAdministrator: true,
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/api/sessions/current',
    summary: '退出登录',
    who: ['session'],
    input: nothing,
    output: done,
    beforePasswordChange: true,
    beforeAdministrator: true,
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
  captcha: endpoint({
    method: 'GET',
    path: '/api/captcha',
    summary: '安全验证题（工作量证明）：求 number，使 sha256(salt + number) 的十六进制等于 challenge',
    who: ['anyone'],
    input: nothing,
    output: z.object({
      algorithm: z.literal('SHA-256'),
      challenge: z.string(),
      salt: z.string(),
      signature: z.string(),
      /** The number lies between 0 and this. */
      maxNumber: z.int(),
    }),
    limit: { points: 600, seconds: 60 },
  }),
  listSessions: endpoint({
    method: 'GET',
    path: '/api/me/sessions',
    summary: '当前账号的登录设备，最近使用的在前',
    who: ['session'],
    input: nothing,
    output: z.object({
      items: z.array(
        z.object({
          /** Not the token: it opens nothing. */
          id: z.string(),
          /** e.g. 微信（iPhone）, Windows 电脑 · Chrome. */
          device: z.string(),
          /** The administrator who signed in, for units and authorities. */
          administratorName: z.string().nullable(),
          openedAt: instant,
          lastSeenAt: instant,
          isCurrent: z.boolean(),
        }),
      ),
    }),
    beforePasswordChange: true,
  }),
  closeSession: endpoint({
    method: 'DELETE',
    path: '/api/me/sessions/:sessionId',
    summary: '让一台设备退出登录',
    who: ['session'],
    input: z.object({ sessionId: z.string().max(64) }),
    output: done,
    beforePasswordChange: true,
  }),
  closeOtherSessions: endpoint({
    method: 'DELETE',
    path: '/api/me/sessions',
    summary: '除本设备外全部退出登录',
    who: ['session'],
    input: nothing,
    output: z.object({ closed: z.int() }),
    beforePasswordChange: true,
  }),
  sendRecoveryCode: endpoint({
    method: 'POST',
    path: '/api/password-recovery/codes',
    summary: '忘记密码：核对信息后向登记的手机发送验证码；无论信息是否相符，回答相同',
    who: ['anyone'],
    input: z.discriminatedUnion('by', [
      z.object({
        by: z.literal('idNo'),
        name: z.string().min(1, '请输入姓名').max(60),
        idNo: z.string().min(1, '请输入身份证号码').max(40),
        phone: z.string().min(1, '请输入手机号').max(32),
        captcha: solvedCaptcha.optional(),
      }),
      z.object({
        by: z.literal('personnelNo'),
        personnelNo: z.string().min(1, '请输入医通卡号').max(20),
        last4: z.string().trim().length(4, '请输入证件号码后4位'),
        captcha: solvedCaptcha.optional(),
      }),
    ]),
    output: z.object({ recoveryId: z.string(), retryAfter: z.int() }),
    errors: ['CAPTCHA_REQUIRED'],
    limit: { points: 30, seconds: 600 },
  }),
  recoverPassword: endpoint({
    method: 'POST',
    path: '/api/password-recovery',
    summary: '忘记密码：凭短信验证码设置新密码，其他会话全部失效',
    who: ['anyone'],
    input: z.object({
      recoveryId: z.string().max(64),
      smsCode: z.string().min(1, '请输入验证码').max(12),
      next: z.string().min(1, '请输入新密码').max(128),
    }),
    output: done,
    errors: ['RECOVERY_INVALID', 'WEAK_PASSWORD'],
    limit: { points: 30, seconds: 600 },
  }),
};
