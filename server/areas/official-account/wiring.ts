import { parseQrText, qrText } from '@common/rules/qr';
import type { Platform } from '../../platform';
import type { OfficialAccountSettings } from '../../platform/officialAccounts';
import type { Services } from '../services';
import type { OfficialAccountPorts } from './ports';
import { recordsOf } from './records';
import { createOfficialAccount, type OfficialAccount } from './service';

/** Every configured official account over the other areas' services, by its key. */
export const wireOfficialAccounts = (platform: Platform, services: Services): Map<string, OfficialAccount> =>
  new Map(
    platform.config.officialAccounts.map((account) => [
      account.key,
      createOfficialAccount(platform, account, portsOf(platform, services, account)),
    ]),
  );

/** Where the account's answers lead. */
const linksOf = (publicUrl: string): OfficialAccountPorts['links'] => ({
  home: `${publicUrl}/`,
  register: `${publicUrl}/#/pages/register/index`,
});

function portsOf(
  platform: Platform,
  services: Services,
  account: OfficialAccountSettings,
): OfficialAccountPorts {
  const { config, wechat } = platform;
  const found = (learner: { _id: unknown } | null) =>
    learner && { learnerId: String(learner._id), hasPhone: true };

  return {
    ...recordsOf(platform, services, account),
    learnerOf: async (openid) => services.bindings.learnerOf(account.key, openid),
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
    async isHis(learnerId, claim) {
      if ('idNo' in claim) {
        return services.learners.idNoEndsWith(learnerId, claim.idNo);
      }
      const own = await services.learners.get(learnerId);
      const isCard = own?.personnelNo === claim.personnelNo;
      return isCard && services.learners.idNoEndsWith(learnerId, claim.last4);
    },
    tellIssued: async (learnerId) =>
      services.notifications.tell(learnerId, {
        key: `password-issued-${platform.random.bytes(12).toString('base64url')}`,
        kind: 'account',
        title: '已发放一次性登录密码',
        lines: [`公众号：${account.name}`, '如非本人操作，请立即联系单位管理员。'],
        page: 'pages/sessions/index',
        isUrgent: true,
      }),
    sendRecoveryCode: async (learnerId, code) =>
      services.learners.sendSms(
        learnerId,
        `【${account.name}】您正在找回账号，验证码是${code}，10分钟内在公众号中回复有效。如非本人操作请忽略。`,
      ),
    credits: async (learnerId, year) => services.credits.yearCredits(learnerId, year),
    redeemScene: async (openid, scene) => services.bindings.redeem(account.key, openid, scene),
    follow: async (openid, isFollowing) => services.bindings.follow(account.key, openid, isFollowing),
    delivered: async (messageId, status) => services.notifications.delivered(account.key, messageId, status),
    checkInUrl(scanned) {
      const token = parseQrText(scanned, config.PUBLIC_URL);
      return token && qrText(config.PUBLIC_URL, token);
    },
    note: (entry) => services.messageLog.note({ ...entry, account: account.key }),
    sendText: async (openid, text) => wechat.account(account.key).sendText(openid, text),
    audit: async ({ action, actor, subject, reason }) =>
      services.audit.append({
        // Entries stay for ever, and so would who he was.
        actor: { kind: 'wechat', id: platform.cipher.hash('openid', actor) },
        action,
        subject: subject ? `learner:${subject}` : 'learner:unknown',
        reason,
      }),
    links: {
      ...linksOf(config.PUBLIC_URL),
      miniprogramAppId: config.WECHAT_MINIPROGRAM_APPID ?? null,
    },
  };
}
