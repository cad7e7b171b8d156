/**
 * 找回用户名和密码 by message (manual 003 §四), answered so that it gives nothing to a stranger (DESIGN, "`kj` is answered
 * safely"): the password goes to a sender bound to that learner, or to who sends back the code that the registered phone got;
 * everybody else reads the same words whether the number is registered or not.
 */
import { maskIdNo } from '@common/rules/idNo';
import type { Platform } from '../../platform';
import { type Claim, createPendingRecoveries } from './pendingRecoveries';
import type { FoundLearner, OfficialAccountPorts } from './ports';
import { createTries } from './tries';
import { words } from './words';

/** Who asks. `later` runs a task after the answer is out, so that its time tells nothing. */
export interface Sender {
  openid: string;
  later(task: () => Promise<void>): void;
}

export interface Recovery {
  /** A request by idNo (checked) or card; answers in words. */
  ask(sender: Sender, claim: Claim): Promise<string>;
  /** A code that was sent back; answers in words. */
  answerCode(sender: Sender, code: string): Promise<string>;
}

export function createRecovery(
  platform: Pick<Platform, 'redis' | 'clock' | 'random' | 'cipher'>,
  appId: string,
  ports: OfficialAccountPorts,
): Recovery {
  const { clock } = platform;
  const tries = createTries(platform, appId);
  const pending = createPendingRecoveries(platform, appId);

  const find = (claim: Claim): Promise<FoundLearner | null> =>
    'idNo' in claim ? ports.findByIdNo(claim.idNo) : ports.findByPersonnelNo(claim.personnelNo, claim.last4);

  async function tooMany(actor: string, waitMs: number): Promise<string> {
    await ports.audit({ action: 'recovery.limited', actor, subject: null });
    return words.tooMany(waitMs, clock.now());
  }

  async function issue(actor: string, learnerId: string, reason: string): Promise<string> {
    const password = await ports.issueOneTimePassword(learnerId, reason);
    await ports.audit({ action: 'recovery.passwordIssued', actor, subject: learnerId, reason });
    // Before it is handed out: where the learner cannot be told of it, nobody gets it.
    await ports.tellIssued(learnerId);
    return words.password(password, ports.links);
  }

  async function sendCode(actor: string, claim: Claim, code: string): Promise<void> {
    const learner = await find(claim);
    // Whichever numbers are used, by however many senders, one phone gets no more than this.
    if (!learner?.hasPhone || (await tries.take('phone', learner.learnerId)) > 0) {
      return;
    }
    await ports.sendRecoveryCode(learner.learnerId, code);
    await ports.audit({ action: 'recovery.codeSent', actor, subject: learner.learnerId });
  }

  return {
    async ask({ openid, later }, claim) {
      const senderWait = await tries.take('sender', openid);
      if (senderWait > 0) {
        return tooMany(openid, senderWait);
      }
      // His own number is not limited by what strangers tried with it. Whether another's is known is not looked at here: the
      // time would tell.
      const bound = await ports.learnerOf(openid);
      if (bound && (await ports.isHis(bound.learnerId, claim))) {
        return issue(openid, bound.learnerId, '公众号 kj：已绑定本人');
      }
      const claimWait = await tries.take('claim', 'idNo' in claim ? claim.idNo : claim.personnelNo);
      if (claimWait > 0) {
        return tooMany(openid, claimWait);
      }
      const code = await pending.begin(openid, claim);
      await ports.audit({ action: 'recovery.asked', actor: openid, subject: null });
      later(() => sendCode(openid, claim, code));
      return words.codeOnItsWay(maskIdNo('idNo' in claim ? claim.idNo : claim.personnelNo), ports.links);
    },

    async answerCode({ openid }, code) {
      const check = await pending.check(openid, code);
      const learner = check.kind === 'right' ? await find(check.claim) : null;
      if (learner?.hasPhone) {
        return issue(openid, learner.learnerId, '公众号 kj：短信验证码');
      }
      if (check.kind === 'wrong') {
        await ports.audit({ action: 'recovery.codeWrong', actor: openid, subject: null });
        return words.wrongCode(check.left);
      }
      return words.noCode();
    },
  };
}
