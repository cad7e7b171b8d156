import type { Platform } from '../../platform';
import type { Services } from '../services';
import { officialAccountMenu } from './menu';
import type { OfficialAccountPorts } from './ports';
import { createOfficialAccount, type OfficialAccount } from './service';

/** The official account over the other areas' services; null where none is configured. */
export function wireOfficialAccount(platform: Platform, services: Services): OfficialAccount | null {
  const {
    WECHAT_OFFICIAL_APPID: appId,
    WECHAT_OFFICIAL_TOKEN: token,
    WECHAT_OFFICIAL_NAME: name,
  } = platform.config;
  if (!appId || !token) {
    return null;
  }
  const aesKey = platform.config.WECHAT_OFFICIAL_AES_KEY ?? null;
  return createOfficialAccount(platform, { name, appId, token, aesKey }, portsOf(platform, services));
}

/** Where the account's answers and its menu lead. */
const linksOf = (publicUrl: string): OfficialAccountPorts['links'] => ({
  home: `${publicUrl}/`,
  register: `${publicUrl}/#/pages/register/index`,
});

/** The account's menu, with this deployment's addresses. */
export const menuOf = ({ config }: Pick<Platform, 'config'>) =>
  officialAccountMenu(linksOf(config.PUBLIC_URL));

function portsOf(platform: Platform, services: Services): OfficialAccountPorts {
  const { config, wechat, log } = platform;
  const { identities } = services.accounts;
  const found = (learner: { _id: unknown } | null) =>
    learner && { learnerId: String(learner._id), hasPhone: true };

  return {
    async learnerOf(openid) {
      let identity = await identities.find('officialAccount', openid);
      if (!identity?.learnerId) {
        // Registered in the mini-program: the unionid joins the two. Without WeChat's answer the sender stays a stranger.
        const unionid = await wechat.unionidOf(openid).catch((err: unknown) => {
          log.warn({ err }, 'unionid');
          return null;
        });
        identity = await identities.meet('officialAccount', { openid, unionid });
      }
      const learner = identity.learnerId && (await services.learners.get(String(identity.learnerId)));
      return learner ? { learnerId: String(learner._id), name: learner.name } : null;
    },
    findByIdNo: async (idNo) => found(await services.learners.findByIdNo(idNo)),
    async findByPersonnelNo(personnelNo, last4) {
      const learner = await services.learners.findByPersonnelNo(personnelNo);
      const isHis = learner && (await services.learners.idNoEndsWith(String(learner._id), last4));
      return isHis ? found(learner) : null;
    },
    async issueOneTimePassword(learnerId) {
      const [userName, issued] = await Promise.all([
        services.learners.userName(learnerId),
        services.accounts.passwords.issueOneTime('learner', learnerId),
      ]);
      return { userName, ...issued };
    },
    sendRecoveryCode: async (learnerId, code) =>
      services.learners.sendSms(
        learnerId,
        `【${config.WECHAT_OFFICIAL_NAME}】您正在找回账号，验证码是${code}，10分钟内在公众号中回复有效。如非本人操作请忽略。`,
      ),
    credits: async (learnerId, year) => services.credits.summary(learnerId, year),
    sendText: async (openid, text) => wechat.sendText(openid, text),
    audit: async ({ action, actor, subject, reason }) =>
      services.audit.append({
        actor: { kind: 'wechat', id: actor },
        action,
        subject: subject ? `learner:${subject}` : 'learner:unknown',
        reason,
      }),
    links: linksOf(config.PUBLIC_URL),
  };
}
