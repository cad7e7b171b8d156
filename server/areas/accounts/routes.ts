import type { accounts } from '@common/contract/accounts';
import { callerId, type Handlers } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function accountsRoutes(platform: Platform, services: Services): Handlers<typeof accounts> {
  const { config, clock, wechat } = platform;
  const present = async ({
    token,
    session,
  }: Awaited<ReturnType<typeof services.accounts.signInWithWechat>>) => ({
    token,
    expiresAt: new Date(session.expiresAt).toISOString(),
    me: await services.accounts.me(session),
  });
  const signedIn = (call: {
    session: Parameters<typeof services.accounts.me>[0] | null;
    token: string | null;
  }) => {
    if (!call.session || !call.token) {
      throw appError('NOT_SIGNED_IN');
    }
    return { session: call.session, token: call.token };
  };

  return {
    config: async () => ({
      publicUrl: config.PUBLIC_URL,
      officialAccountName: config.WECHAT_OFFICIAL_NAME,
      wechatAuthorizeUrl: wechat.authorizeUrl(),
      simulated: config.SIMULATOR,
      serverTime: new Date(clock.now()).toISOString(),
    }),
    signInWithWechat: async ({ input }) =>
      present(await services.accounts.signInWithWechat(input.channel, input.code)),
    signInWithPassword: async ({ input, session }) =>
      present(await services.accounts.signInWithPassword(input.name, input.password, session)),
    me: async (call) => services.accounts.me(signedIn(call).session),
    async signOut(call) {
      await services.accounts.sessions.close(signedIn(call).token);
      return { ok: true };
    },
    async changePassword(call) {
      const { session, token } = signedIn(call);
      await services.accounts.changePassword(token, session, call.input);
      await services.audit.append({
        actor: { kind: actorKind(session), id: callerId(call, 'accountId') },
        action: 'password.changed',
        subject: `account:${callerId(call, 'accountId')}`,
        requestId: call.requestId,
      });
      return { ok: true };
    },
    sendSmsCode: async ({ input }) => ({
      ok: true,
      retryAfter: await services.accounts.smsCodes.send(input.phone),
    }),
  };
}

const actorKind = (session: { unitId?: string; authorityId?: string }) =>
  session.unitId ? 'unit' : session.authorityId ? 'authority' : 'learner';
