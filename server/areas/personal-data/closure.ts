import type { Platform } from '../../platform';
import type { Services } from '../services';
import { ownNumbers } from './numbers';

/**
 * 注销账号 (个人信息保护法 art. 47): credits, check-ins, exam attempts and the marks of 项目评价 stay by 医通卡号, all that says who
 * he was goes, and the same person can register anew. Attempts and marks hold nothing of him but that reference: an exam's
 * statistics count them.
 */
export function createClosure(platform: Platform, services: Services) {
  const { mongo } = platform;

  return {
    /** By SMS to the registered phone, good for this only. */
    sendCode: async (learnerId: string) => services.learners.sendCode(learnerId, 'closure'),
    /** @throws AppError SMS_CODE_INVALID. */
    async close(learnerId: string, smsCode: string, requestId: string): Promise<void> {
      await services.learners.checkCode(learnerId, smsCode, 'closure');
      const { idNo, phone } = await ownNumbers(platform, services, learnerId);
      let identityIds: string[] = [];
      let accountId: string | null = null;
      await mongo.transaction(async (session) => {
        await services.learners.close(learnerId, session);
        await services.transfers.forget(learnerId, session);
        await services.enrolments.forget(learnerId, session);
        await services.walkIns.forget({ learnerId, idNo }, session);
        await services.regionsUnits.forgetRequests(learnerId, session);
        await services.notifications.forget(learnerId, session);
        identityIds = await services.accounts.unbindLearner(learnerId, session);
        accountId = await services.accounts.removeLearnerAccount(learnerId, session);
      });
      await services.accounts.endSessions(identityIds, accountId);
      await services.accounts.smsCodes.spend(phone, 'closure');
      await services.audit.append({
        actor: { kind: 'learner', id: learnerId },
        action: 'learner.closed',
        subject: `learner:${learnerId}`,
        requestId,
      });
    },
  };
}
