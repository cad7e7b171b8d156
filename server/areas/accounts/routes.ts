import type { accounts } from '@common/contract/accounts';
import { actorOf, type Call, callerId, type Handlers } from '../../http/call';
import { appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import type { Own } from './ownSessions';

export function accountsRoutes(platform: Platform, services: Services): Handlers<typeof accounts> {
  const { config, clock, wechat } = platform;
  const present = async ({ token, session }: { token: string; session: SessionRecord }) => ({
    token,
    expiresAt: new Date(session.expiresAt).toISOString(),
    me: await services.accounts.me(session),
  });

  return {
    config: async () => ({
      publicUrl: config.PUBLIC_URL,
      officialAccountName: config.WECHAT_OFFICIAL_NAME,
      wechatAuthorizeUrl: wechat.authorizeUrl(),
      simulated: config.SIMULATOR,
      serverTime: new Date(clock.now()).toISOString(),
    }),
    signInWithWechat: async ({ input, userAgent }) =>
      present(await services.accounts.signInWithWechat(input.channel, input.code, userAgent)),
    signInWithPassword: async ({ input, session, ip, userAgent }) =>
      present(await services.accounts.signInWithPassword({ ...input, ip, userAgent }, session)),
    me: async (call) => services.accounts.me(own(call).session),
    async signOut(call) {
      await services.accounts.sessions.close(own(call).token);
      return { ok: true };
    },
    async changePassword(call) {
      const { session, token } = own(call);
      await services.accounts.changePassword(token, session, call.input);
      await services.audit.append({
        actor: actorOf(call),
        action: 'password.changed',
        subject: `account:${callerId(call, 'accountId')}`,
        requestId: call.requestId,
      });
      return { ok: true };
    },
    sendSmsCode: async ({ input }) => ({
      ok: true,
      retryAfter: await services.accounts.smsCodes.send(input.phone, 'registration'),
    }),
    captcha: async () => services.accounts.captcha.challenge(),
    listSessions: async (call) => ({ items: await services.accounts.ownSessions.list(own(call)) }),
    async closeSession(call) {
      await services.accounts.ownSessions.close(own(call), call.input.sessionId);
      return { ok: true };
    },
    closeOtherSessions: async (call) => ({
      closed: await services.accounts.ownSessions.closeOthers(own(call)),
    }),
    sendRecoveryCode: async ({ input, ip, requestId }) =>
      services.accounts.recovery.sendCode(input, { ip, requestId }),
    async recoverPassword({ input, requestId }) {
      await services.accounts.recovery.recover(input, requestId);
      return { ok: true };
    },
  };
}

/** The session of a call that the contract let through. */
function own({ session, token }: Pick<Call, 'session' | 'token'>): Own {
  if (!session || !token) {
    throw appError('NOT_SIGNED_IN');
  }
  return { session, token };
}
