import type { Me } from '@common/contract/accounts';
import { appError } from '../../http/errors';
import { rolesOf, type SessionRecord, Sessions } from '../../http/sessions';
import type { Platform } from '../../platform';
import { isBadCode } from '../../platform/wechat';
import { regionName } from '../regions-units/regions';
import type { Services } from '../services';
import { type Captcha, createCaptcha } from './captcha';
import { type Closing, createClosing } from './closing';
import { createIdentities, type Identities } from './identities';
import type { AccountDoc, IdentityDoc } from './model';
import { createOwnSessions, type OwnSessions } from './ownSessions';
import { createPasswords, type Passwords } from './passwords';
import { createPasswordRecovery, type PasswordRecovery } from './recovery';
import { createSignInGuard, type SignInSource } from './signInGuard';
import { createSmsCodes, type SmsCodes } from './smsCodes';

type Opened = { token: string; session: SessionRecord };

export interface AccountsService extends Closing {
  identities: Identities;
  passwords: Passwords;
  smsCodes: SmsCodes;
  sessions: Sessions;
  ownSessions: OwnSessions;
  captcha: Captcha;
  recovery: PasswordRecovery;
  /** Opens a session for the WeChat identity behind a login code. */
  signInWithWechat(channel: IdentityDoc['channel'], code: string, userAgent?: string): Promise<Opened>;
  /** Opens a session by password; one that came from a WeChat session keeps that identity too. */
  signInWithPassword(
    given: { name: string; password: string } & SignInSource & { userAgent?: string },
    from: SessionRecord | null,
  ): Promise<Opened>;
  /** Sets a new password, ends the other sessions and frees this one of the obligation. */
  changePassword(
    token: string,
    session: SessionRecord,
    given: { current?: string; next: string },
  ): Promise<void>;
  me(session: SessionRecord): Promise<Me>;
  /** Ends every session of a subject's account; of a learner those by WeChat go on. */
  closeSessionsOf(kind: AccountDoc['kind'], subjectId: string): Promise<void>;
}

export function createAccountsService(platform: Platform, services: Services): AccountsService {
  const identities = createIdentities(platform);
  const captcha = createCaptcha(platform);
  const passwords = createPasswords(platform, services, createSignInGuard(platform, captcha));
  const sessions = new Sessions(platform);

  async function resolveCode(channel: IdentityDoc['channel'], code: string) {
    try {
      return channel === 'miniprogram'
        ? await platform.wechat.miniprogramLogin(code)
        : await platform.wechat.officialAccountLogin(code);
    } catch (error) {
      // The client can get another code; anything else is WeChat's trouble.
      if (isBadCode(error)) {
        throw appError('WECHAT_CODE_INVALID');
      }
      throw error;
    }
  }

  return {
    ...createClosing(platform, sessions, identities),
    identities,
    passwords,
    smsCodes: createSmsCodes(platform),
    sessions,
    ownSessions: createOwnSessions(sessions, services),
    captcha,
    recovery: createPasswordRecovery(platform, services, captcha),
    async signInWithWechat(channel, code, userAgent) {
      const identity = await identities.meet(channel, await resolveCode(channel, code));
      const learnerId = identity.learnerId && { learnerId: String(identity.learnerId) };
      return sessions.open({ identityId: String(identity._id), ...learnerId }, userAgent);
    },
    async signInWithPassword({ name, password, userAgent, ...source }, from) {
      const { account, mustChange } = await passwords.open(name, password, source);
      const subjectId = String(account.subjectId);
      const isLearner = account.kind === 'learner';
      // Whom this WeChat is says the identity, not the session: that one may have been another's password.
      const identity = from?.identityId ? await identities.get(from.identityId) : null;
      const ownLearnerId = identity?.learnerId && String(identity.learnerId);
      // Another learner's password must not put his record under this phone's WeChat identity.
      const whose = ownLearnerId ?? (identity?.reservedFor && String(identity.reservedFor));
      const isOwnPhone = !isLearner || !whose || whose === subjectId;
      const who = {
        ...(identity && isOwnPhone && { identityId: String(identity._id) }),
        ...(ownLearnerId && isOwnPhone && { learnerId: ownLearnerId }),
        ...(isLearner && { learnerId: subjectId }),
        ...(account.kind === 'unit' && { unitId: subjectId }),
        ...(account.kind === 'authority' && { authorityId: subjectId }),
        accountId: String(account._id),
        ...(mustChange && { mustChangePassword: true }),
      };
      return sessions.open(who, userAgent);
    },
    async changePassword(token, session, given) {
      if (!session.accountId) {
        throw appError('FORBIDDEN', { message: '当前以微信身份登录，没有需要修改的密码' });
      }
      await passwords.change(session.accountId, { ...given, isForced: Boolean(session.mustChangePassword) });
      await sessions.closeAccount(session.accountId, token);
      await sessions.rewrite(token, { mustChangePassword: undefined });
    },
    async closeSessionsOf(kind, subjectId) {
      const account = await passwords.ofSubject(kind, subjectId);
      if (account) {
        await sessions.closeAccount(String(account._id));
      }
    },
    async me(session) {
      const [learner, unit, authority, account, administrator] = await Promise.all([
        session.learnerId ? services.learners.self(session.learnerId) : null,
        session.unitId ? services.regionsUnits.unit(session.unitId) : null,
        session.authorityId ? services.regionsUnits.authority(session.authorityId) : null,
        session.accountId ? passwords.get(session.accountId) : null,
        session.administratorId ? services.administrators.get(session.administratorId) : null,
      ]);
      return {
        roles: rolesOf(session),
        mustChangePassword: Boolean(session.mustChangePassword),
        accountName: account ? (account.name ?? learner?.personnelNo ?? learner?.idNoMasked ?? null) : null,
        learner,
        unit: unit && {
          id: String(unit._id),
          code: unit.code,
          name: unit.name,
          regionCode: unit.regionCode,
          regionName: regionName(unit.regionCode),
        },
        administrator: administrator && {
          id: String(administrator._id),
          name: administrator.name,
          permissions: administrator.permissions,
        },
        needsAdministrator: Boolean(unit || authority) && !administrator,
        authority: authority && { id: String(authority._id), code: authority.code, name: authority.name },
      };
    },
  };
}
