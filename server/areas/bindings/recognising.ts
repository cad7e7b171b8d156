import type { Platform } from '../../platform';
import { channelOf } from '../accounts/channels';
import type { IdentityDoc } from '../accounts/model';
import type { Services } from '../services';
import type { BindingsService } from './service';

/** How long nobody asks again: who has no unionid today may have one when the accounts are joined in the Open Platform. */
const NONE_SECONDS = 3600;
/** While WeChat is in trouble a stranger's every message would wait for it. */
const TROUBLE_SECONDS = 60;

export interface Recognising extends Pick<BindingsService, 'learnerOf' | 'follow'> {
  /** A sender's identity, made on first sight; with his learner where the unionid tells who he is. */
  recognise(account: string, openid: string): Promise<IdentityDoc>;
}

/** Who writes to an official account. */
export function createRecognising(
  { wechat, redis, clock, cipher, log }: Platform,
  services: Services,
): Recognising {
  /** WeChat's word, asked once an hour at most; null without. */
  async function askUnionid(account: string, openid: string): Promise<string | null> {
    const asked = `binding:no-unionid:${account}:${cipher.hash('openid', openid)}`;
    if (await redis.exists(asked)) {
      return null;
    }
    let again = NONE_SECONDS;
    const unionid = await wechat
      .account(account)
      .unionidOf(openid)
      .catch((err: unknown) => {
        log.warn({ err }, 'unionid');
        again = TROUBLE_SECONDS;
        return null;
      });
    if (!unionid) {
      await redis.set(asked, '1', 'EX', again);
    }
    return unionid;
  }

  async function recognise(account: string, openid: string, met?: IdentityDoc | null): Promise<IdentityDoc> {
    const { identities } = services.accounts;
    const channel = channelOf(account);
    const identity = met === undefined ? await identities.find(channel, openid) : met;
    if (identity?.learnerId) {
      return identity;
    }
    if (identity?.unionid) {
      return identities.adopt(identity);
    }
    // Registered in the mini-program: the unionid joins the two. Without WeChat's answer the sender stays a stranger.
    return identities.meet(channel, { openid, unionid: await askUnionid(account, openid) });
  }

  async function nameOf({ _id, learnerId, learnerName }: IdentityDoc): Promise<string | null> {
    if (learnerName || !learnerId) {
      return learnerName ?? null;
    }
    const learner = await services.learners.get(String(learnerId));
    if (learner) {
      await services.accounts.identities.keepName(_id, learnerId, learner.name);
    }
    return learner?.name ?? null;
  }

  return {
    recognise: async (account, openid) => recognise(account, openid),
    async learnerOf(account, openid) {
      const met = await services.accounts.identities.find(channelOf(account), openid);
      const identity = met?.learnerId ? met : await recognise(account, openid, met);
      if (!identity.learnerId || identity.releasedAt) {
        return null;
      }
      const name = await nameOf(identity);
      return name === null ? null : { learnerId: String(identity.learnerId), name };
    },
    async follow(account, openid, isFollowing) {
      const since = isFollowing ? null : new Date(clock.now());
      await services.accounts.identities.setUnfollowed(channelOf(account), openid, since);
      if (isFollowing) {
        // Known by his unionid, he can be told things before he writes anything.
        await recognise(account, openid);
      }
    },
  };
}
