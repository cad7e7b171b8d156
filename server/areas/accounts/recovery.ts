import type { AuditAction } from '@common/auditActions';
import type { accounts } from '@common/contract/accounts';
import type { ParsedInputOf } from '@common/contract/endpoint';
import { checkIdNo, normaliseIdNo } from '@common/rules/idNo';
import { checkPassword } from '@common/rules/passwords';
import { normaliseName } from '@common/rules/personName';
import { isPersonnelNo } from '@common/rules/personnelNo';
import { dayOf } from '@common/rules/shanghaiTime';
import { AppError, appError } from '../../http/errors';
import { typedPhone } from '../../http/typedPhone';
import type { Platform } from '../../platform';
import { createSlidingWindow } from '../../platform/slidingWindow';
import type { Services } from '../services';
import type { Captcha } from './captcha';
import { NOBODY } from './passwords';
import type { SmsPurpose } from './smsCodes';

const LIFE_MS = 10 * 60_000;
const RESEND_SECONDS = 60;
/** For each number that is typed, and for each learner whichever numbers are typed. */
const AN_HOUR = { most: 5, ms: 3_600_000 };
/** For each address, against who tries number after number; many more, because a whole hospital sits behind one. */
const ADDRESS_AN_HOUR = { most: 60, ms: 3_600_000 };

/** By what a person says who he is. */
type Claim = { name: string; idNo: string; phone: string } | { personnelNo: string; last4: string };

export interface PasswordRecovery {
  /**
   * Begins one. The answer, and the work before it, are the same whether somebody fits or not: whom it is about is only looked
   * up when the answer is out.
   * @throws AppError INVALID_INPUT for what can be nobody's, CAPTCHA_REQUIRED, TOO_MANY_REQUESTS.
   */
  sendCode(
    input: ParsedInputOf<typeof accounts.sendRecoveryCode>,
    from: { ip: string; requestId: string },
  ): Promise<{ recoveryId: string; retryAfter: number }>;
  /** Sets the new password and ends the account's sessions. @throws AppError RECOVERY_INVALID, WEAK_PASSWORD. */
  recover(input: ParsedInputOf<typeof accounts.recoverPassword>, requestId: string): Promise<void>;
  /** Resolves when what goes on after the answers is done. */
  settled(): Promise<void>;
}

/** 忘记密码 (manual 003 §三): by 姓名, 身份证号 and 手机号, or by 医通卡号 and the last four of the idNo; both with a code by SMS. */
export function createPasswordRecovery(
  platform: Platform,
  services: Services,
  captcha: Captcha,
): PasswordRecovery {
  const { redis, cipher, clock, random, log } = platform;
  const numbers = createSlidingWindow(platform, 'recovery.number', AN_HOUR);
  const learners = createSlidingWindow(platform, 'recovery.learner', AN_HOUR);
  const addresses = createSlidingWindow(platform, 'recovery.address', ADDRESS_AN_HOUR);
  const going = new Set<Promise<void>>();
  const keyOf = (recoveryId: string) => `recovery:${recoveryId}`;

  /** Whom a claim fits. */
  async function find(claim: Claim): Promise<string | null> {
    if ('personnelNo' in claim) {
      const learner = await services.learners.findByPersonnelNo(claim.personnelNo);
      if (!learner) {
        // As many look-ups as for a number that is somebody's: `recover` answers after them.
        await services.learners.get(NOBODY);
        return null;
      }
      const id = String(learner._id);
      return (await services.learners.idNoEndsWith(id, claim.last4)) ? id : null;
    }
    const learner = await services.learners.findByIdNo(claim.idNo);
    const fits = learner?.name === claim.name && learner.phoneHash === cipher.hash('phone', claim.phone);
    return learner && fits ? String(learner._id) : null;
  }

  async function send(claim: Claim, recoveryId: string, requestId: string): Promise<void> {
    const learnerId = await find(claim);
    if (!learnerId) {
      return;
    }
    if ((await learners.take(learnerId)) > 0) {
      await append('recovery.limited', learnerId, requestId);
      return;
    }
    await services.learners.sendCode(learnerId, `recovery:${recoveryId}`);
    await append('recovery.codeSent', learnerId, requestId);
  }

  const append = async (action: AuditAction, learnerId: string, requestId: string) =>
    services.audit.append({
      actor: { kind: 'system', id: 'anonymous' },
      action,
      subject: `learner:${learnerId}`,
      requestId,
    });

  /** @throws AppError TOO_MANY_REQUESTS. */
  function insistOnWait(waitMs: number): void {
    if (waitMs > 0) {
      throw appError('TOO_MANY_REQUESTS', {
        message: `找回密码过于频繁，请${Math.ceil(waitMs / 60_000)}分钟后再试`,
        retryAfter: Math.ceil(waitMs / 1000),
      });
    }
  }

  function later(task: Promise<void>): void {
    const quiet = task.catch((err: unknown) => log.warn({ err }, 'recovery code'));
    going.add(quiet);
    void quiet.finally(() => going.delete(quiet));
  }

  async function claimOf(recoveryId: string): Promise<Claim | null> {
    const key = keyOf(recoveryId);
    const sealed = await redis.get(key);
    const kept = sealed ? (JSON.parse(cipher.open(key, sealed)) as { claim: Claim; until: number }) : null;
    return kept && kept.until > clock.now() ? kept.claim : null;
  }

  async function isRight(learnerId: string, code: string, purpose: SmsPurpose): Promise<boolean> {
    try {
      if (learnerId === NOBODY) {
        await services.learners.get(NOBODY);
        await services.accounts.smsCodes.check('', code, purpose);
      }
      await services.learners.checkCode(learnerId, code, purpose);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'SMS_CODE_INVALID') {
        return false;
      }
      throw error;
    }
  }

  return {
    async sendCode(input, { ip, requestId }) {
      const claim = readClaim(input, dayOf(clock.now()));
      await captcha.require(input.captcha);
      insistOnWait(await addresses.take(ip));
      insistOnWait(await numbers.take('idNo' in claim ? claim.idNo : claim.personnelNo));
      const recoveryId = random.bytes(16).toString('base64url');
      const key = keyOf(recoveryId);
      const kept = JSON.stringify({ claim, until: clock.now() + LIFE_MS });
      await redis.set(key, cipher.seal(key, kept), 'PX', LIFE_MS);
      later(send(claim, recoveryId, requestId));
      return { recoveryId, retryAfter: RESEND_SECONDS };
    },
    async recover({ recoveryId, smsCode, next }, requestId) {
      // What is wrong with any password tells nothing of anybody, and costs no try.
      const verdict = checkPassword(next, { names: [] });
      if (!verdict.ok) {
        throw appError('WEAK_PASSWORD', { message: verdict.message, field: 'next' });
      }
      const claim = await claimOf(recoveryId);
      const learnerId = claim && (await find(claim));
      const purpose = `recovery:${recoveryId}` as const;
      // Nobody's codes are looked up as well, so that the time tells nothing either.
      if (!(await isRight(learnerId ?? NOBODY, smsCode, purpose)) || !learnerId) {
        if (learnerId) {
          // After the answer, as it is for somebody only.
          later(append('recovery.codeWrong', learnerId, requestId));
        }
        throw appError('RECOVERY_INVALID');
      }
      await services.accounts.passwords.checkNew('learner', learnerId, next);
      // Of two at once only one deletes it.
      if ((await redis.del(keyOf(recoveryId))) === 0) {
        throw appError('RECOVERY_INVALID');
      }
      const accountId = await services.accounts.passwords.setForgotten(learnerId, next);
      await services.accounts.sessions.closeAccount(accountId);
      await services.audit.append({
        actor: { kind: 'learner', id: learnerId },
        action: 'password.recovered',
        subject: `learner:${learnerId}`,
        requestId,
      });
      await services.notifications.tell(learnerId, {
        key: `password-recovered-${recoveryId}`,
        kind: 'account',
        title: '登录密码已重置',
        lines: [
          '您的登录密码刚刚通过短信验证码重新设置，其他设备已退出登录。',
          '如非本人操作，请立即联系单位管理员。',
        ],
        page: 'pages/sessions/index',
        isUrgent: true,
      });
    },
    async settled() {
      await Promise.all(going);
    },
  };
}

/** @throws AppError INVALID_INPUT for what can be nobody's: it says nothing of who is registered. */
function readClaim(input: ParsedInputOf<typeof accounts.sendRecoveryCode>, today: string): Claim {
  if (input.by === 'personnelNo') {
    const personnelNo = normaliseIdNo(input.personnelNo);
    if (!isPersonnelNo(personnelNo)) {
      throw appError('INVALID_INPUT', {
        message: '医通卡号不正确，请逐位核对10位数字',
        field: 'personnelNo',
      });
    }
    return { personnelNo, last4: normaliseIdNo(input.last4) };
  }
  const idNo = checkIdNo(input.idNo, today);
  if (!idNo.ok) {
    throw appError('INVALID_INPUT', { message: idNo.message, field: 'idNo' });
  }
  return { name: normaliseName(input.name), idNo: idNo.idNo, phone: typedPhone(input.phone) };
}
