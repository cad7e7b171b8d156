import type { bindings } from '@common/contract/bindings';
import type { OutputOf } from '@common/contract/endpoint';
import type { Platform } from '../../platform';
import type { OfficialAccountSettings } from '../../platform/officialAccounts';
import { channelOf } from '../accounts/channels';
import type { ByUnit } from '../learners/policy';
import type { Services } from '../services';
import { createBinding } from './binding';
import { createBindingCodes } from './codes';
import { nearestFirst } from './nearest';
import { createRecognising } from './recognising';
import { createUnbinding } from './unbinding';

/** What came of a code or scene that reached an official account. */
export type Redeemed =
  /** Bound now, or bound to him before. */
  | { kind: 'bound'; learnerId: string; name: string }
  /** No such code, used, or too old. */
  | { kind: 'unknown' }
  /** This WeChat belongs to another learner: only an administrator can part them. */
  | { kind: 'taken' };

/** A sender of an official account, as far as he is known. */
export interface BoundLearner {
  learnerId: string;
  name: string;
}

/** 绑定: which WeChat of an official account is which learner's. `account` is the account's key in the configuration. */
export interface BindingsService {
  /** The learner bound to this sender, by the openid itself or by the unionid; null for a stranger and after 解绑. */
  learnerOf(account: string, openid: string): Promise<BoundLearner | null>;
  /** A code that was typed (`绑定 CODE`) or a QR's scene; good once, ten minutes. */
  redeem(account: string, openid: string, code: string): Promise<Redeemed>;
  /** 解绑 by the sender himself: no credits, no messages any more; the WeChat stays his for check-ins. False where he was not bound. */
  release(account: string, openid: string): Promise<boolean>;
  /** 关注 and 取消关注. The binding itself stays. */
  follow(account: string, openid: string, isFollowing: boolean): Promise<void>;
  /** Where messages to a learner can go: accounts that he follows and is bound in, the one nearest to his region first. */
  reachable(learnerId: string): Promise<{ account: string; openid: string }[]>;
  /** How many learners are bound in each account, and how many of them follow it. */
  counts(): Promise<Map<string, { bound: number; following: number }>>;

  /** Every account with what a learner is in it. */
  mine(learnerId: string): Promise<OutputOf<typeof bindings.myBindings>['items']>;
  /** @throws AppError NOT_FOUND for an unknown account, BINDING_NEEDS_PROOF, SMS_CODE_INVALID. */
  start(
    learnerId: string,
    account: string,
    smsCode?: string,
  ): Promise<OutputOf<typeof bindings.startBinding>>;
  /** Sends the code that proves it is he. @throws AppError NOT_FOUND, TOO_MANY_REQUESTS. */
  sendProof(learnerId: string, account: string): Promise<OutputOf<typeof bindings.sendBindingCode>>;
  /** How far his last binding has come. @throws AppError NOT_FOUND for an unknown account. */
  state(learnerId: string, account: string): Promise<OutputOf<typeof bindings.bindingState>>;
  /** 解绑 in the mini-program. @throws AppError NOT_FOUND where he is not bound. */
  releaseOwn(learnerId: string, account: string): Promise<void>;
  /** The WeChats of one of the unit's learners, by app. @throws AppError NOT_FOUND. */
  wechatsOf(by: ByUnit, learnerId: string): Promise<OutputOf<typeof bindings.learnerWechats>['items']>;
  /**
   * Parts one of the unit's learners from his WeChats and ends what is signed in by them: they can become another's, and he
   * binds anew. Answers how many there were. @throws AppError NOT_FOUND.
   */
  part(by: ByUnit, learnerId: string, reason: string): Promise<number>;
}

export function createBindingsService(platform: Platform, services: Services): BindingsService {
  const { officialAccounts } = platform.config;
  const { recognise, ...recognising } = createRecognising(platform, services);
  const codes = createBindingCodes(platform);

  /** The identities by which a learner is bound, with their accounts as far as those are configured. */
  async function boundIn(learnerId: string) {
    const found = await services.accounts.identities.ofLearner(learnerId);
    return officialAccounts.flatMap((account) => {
      const identity = found.find(({ channel }) => channel === channelOf(account.key));
      return identity && !identity.releasedAt ? [{ account, identity }] : [];
    });
  }

  async function inOrder(learnerId: string, accounts: OfficialAccountSettings[]) {
    if (accounts.length < 2) {
      return accounts;
    }
    const unitId = (await services.learners.get(learnerId))?.unitId;
    const unit = unitId && (await services.regionsUnits.unit(String(unitId)));
    return nearestFirst(accounts, unit?.regionCode ?? '');
  }

  return {
    ...recognising,
    ...createBinding(platform, services, { recognise, ...recognising }, codes),
    ...createUnbinding(platform, services, codes),
    async reachable(learnerId) {
      const bound = (await boundIn(learnerId)).filter(({ identity }) => !identity.unfollowedAt);
      const openids = new Map(bound.map(({ account, identity }) => [account.key, identity.openid]));
      const accounts = await inOrder(
        learnerId,
        bound.map(({ account }) => account),
      );
      return accounts.map(({ key }) => ({ account: key, openid: openids.get(key) ?? '' }));
    },
    async counts() {
      const counted = await services.accounts.identities.countBound(
        officialAccounts.map(({ key }) => channelOf(key)),
      );
      return new Map(
        officialAccounts.map(({ key }) => [key, counted.get(channelOf(key)) ?? { bound: 0, following: 0 }]),
      );
    },
    async mine(learnerId) {
      const bound = await boundIn(learnerId);
      return officialAccounts.map(({ key, name }) => {
        const identity = bound.find(({ account }) => account.key === key)?.identity;
        return {
          account: key,
          name,
          isBound: Boolean(identity),
          isFollowing: Boolean(identity && !identity.unfollowedAt),
          boundAt: identity?.boundAt?.toISOString() ?? null,
        };
      });
    },
  };
}
