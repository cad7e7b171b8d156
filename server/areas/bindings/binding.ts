import type { AuditAction } from '@common/auditActions';
import { bindingScene, readBindingCode } from '@common/rules/bindingCode';
import type { Actor } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isCollision, isDuplicate, tryAgain } from '../../platform/mongo';
import type { Taken } from '../accounts/boundIdentities';
import { channelOf } from '../accounts/channels';
import type { IdentityDoc } from '../accounts/model';
import type { Services } from '../services';
import { type BindingCodes, CODE_SECONDS } from './codes';
import { createBindingMessages, stateWords } from './messages';
import type { Recognising } from './recognising';
import type { BindingsService } from './service';

export type Binding = Pick<
  BindingsService,
  'start' | 'sendProof' | 'state' | 'redeem' | 'release' | 'releaseOwn'
>;

const ATTEMPTS = 5;
/** Two WeChats for one learner, or one for two, at the same time: the later looks again. */
const isPassing = (error: unknown) => isDuplicate(error) || isCollision(error);

const ACTIONS = {
  bound: 'wechat.bound',
  replaced: 'wechat.replaced',
  taken: 'wechat.refused',
} as const satisfies Record<Taken['kind'], AuditAction>;

/** Whether anything is otherwise than before: it may have been his, by the unionid or an earlier code. */
const isNews = (taken: Taken) => taken.kind !== 'bound' || !taken.before || Boolean(taken.before.releasedAt);

/** 绑定 and 解绑: begun by a learner in the mini-program, ended by his WeChat in the account. */
export function createBinding(
  platform: Platform,
  services: Services,
  { recognise, learnerOf }: Pick<Recognising, 'recognise' | 'learnerOf'>,
  codes: BindingCodes,
): Binding {
  const { mongo, clock, wechat, config, log } = platform;
  const tell = createBindingMessages(platform, services);

  function accountOf(key: string) {
    const account = config.officialAccounts.find((one) => one.key === key);
    if (!account) {
      throw appError('NOT_FOUND', { message: '没有找到这个公众号' });
    }
    return account;
  }

  /**
   * Whoever holds the learner's phone unlocked could put his own WeChat in the place of the learner's; so the one that has it,
   * released or not, is only replaced by who reads the registered phone's SMS as well.
   */
  async function insistOnProof(account: string, learnerId: string, smsCode?: string): Promise<void> {
    const place = await services.accounts.identities.inChannel(learnerId, channelOf(account));
    if (!place) {
      return;
    }
    if (!smsCode) {
      throw appError('BINDING_NEEDS_PROOF', {
        ...(place.releasedAt && { message: '您曾绑定过该公众号，请先用短信验证码确认是您本人' }),
      });
    }
    await services.learners.redeemCode(learnerId, smsCode, `binding:${account}`);
  }

  /** What WeChat's scanner reads; null where WeChat gives none, the code is the way then. */
  async function qrText(account: string, code: string): Promise<string | null> {
    try {
      return await wechat.account(account).temporaryQr(bindingScene(code), CODE_SECONDS);
    } catch (err) {
      log.warn({ err }, 'binding QR');
      return null;
    }
  }

  const append = async (action: AuditAction, actor: Actor, learnerId: string, reason: string) =>
    services.audit.append({ actor, action, subject: `learner:${learnerId}`, reason });

  /** All of it or nothing: the place, and the learner told of it. */
  async function bind(account: string, identityId: string, learnerId: string): Promise<Taken> {
    const { name } = accountOf(account);
    let taken: Taken = { kind: 'taken' };
    await mongo.transaction(async (session) => {
      const now = new Date(clock.now());
      taken = await services.accounts.identities.take(identityId, learnerId, now, session);
      if (taken.kind !== 'taken' && isNews(taken)) {
        await tell(learnerId, taken.kind, name, session);
      }
      if (taken.kind === 'replaced') {
        // Before it stands, so that it does not stand without; and after it for who signed in between.
        await services.accounts.sessions.closeAll({ identityId: taken.olderId });
      }
    });
    return taken;
  }

  /** Ends it; false where there was nothing to end. */
  async function end(account: string, identity: IdentityDoc | null, by: Actor['kind']): Promise<boolean> {
    const { identities } = services.accounts;
    const learnerId = identity?.learnerId && String(identity.learnerId);
    if (!learnerId || !(await identities.release(identity._id, new Date(clock.now())))) {
      return false;
    }
    const { name } = accountOf(account);
    await append(
      'wechat.released',
      { kind: by, id: by === 'learner' ? learnerId : String(identity._id) },
      learnerId,
      name,
    );
    await tell(learnerId, 'released', name);
    return true;
  }

  return {
    async start(learnerId, account, smsCode) {
      accountOf(account);
      await insistOnProof(account, learnerId, smsCode);
      const { code, expiresAt } = await codes.begin(account, learnerId);
      return {
        code,
        qrText: await qrText(account, code),
        expiresAt: new Date(expiresAt).toISOString(),
      };
    },
    async sendProof(learnerId, account) {
      accountOf(account);
      return services.learners.sendCode(learnerId, `binding:${account}`);
    },
    async state(learnerId, account) {
      const { name } = accountOf(account);
      const state = await codes.state(account, learnerId);
      return { state, words: stateWords(state, name) };
    },
    async redeem(account, openid, typed) {
      const code = readBindingCode(typed);
      const begun = code && (await codes.take(account, code, openid));
      const learner = begun && (await services.learners.get(begun.learnerId));
      if (!begun || !learner) {
        return { kind: 'unknown' };
      }
      const { learnerId } = begun;
      const bound = { kind: 'bound', learnerId, name: learner.name } as const;
      if (begun.isDone) {
        // Scanned once more, or delivered once more. What was ended since does not begin again.
        const whose = await learnerOf(account, openid);
        return whose?.learnerId === learnerId ? bound : { kind: 'unknown' };
      }
      let identityId: string;
      let taken: Taken;
      try {
        identityId = String((await recognise(account, openid))._id);
        taken = await tryAgain(async () => bind(account, identityId, learnerId), isPassing, ATTEMPTS);
      } catch (error) {
        await begun.settle('waiting').catch(() => undefined);
        throw error;
      }
      await begun.settle(taken.kind === 'taken' ? 'refused' : 'bound');
      if (isNews(taken)) {
        await append(
          ACTIONS[taken.kind],
          { kind: 'wechat', id: identityId },
          learnerId,
          accountOf(account).name,
        );
      }
      if (taken.kind === 'replaced') {
        // Sold or lost, for all we know.
        await services.accounts.sessions.closeAll({ identityId: taken.olderId });
      }
      return taken.kind === 'taken' ? { kind: 'taken' } : bound;
    },
    release: async (account, openid) =>
      end(account, await services.accounts.identities.find(channelOf(account), openid), 'wechat'),
    async releaseOwn(learnerId, account) {
      accountOf(account);
      const place = await services.accounts.identities.inChannel(learnerId, channelOf(account));
      if (!(await end(account, place, 'learner'))) {
        throw appError('NOT_FOUND', { message: '您还没有绑定该公众号' });
      }
    },
  };
}
