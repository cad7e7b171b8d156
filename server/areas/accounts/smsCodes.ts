import { isPhone, normalisePhone } from '@common/rules/phone';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';

const LIFE_MS = 10 * 60_000;
const RESEND_SECONDS = 60;
const TRIES = 5;

export interface SmsCodes {
  /** Sends six digits to a phone; answers the seconds until the next may be asked for. */
  send(phone: string): Promise<number>;
  /** Checks a code without using it up, so that a form that fails elsewhere need not ask for another. */
  check(phone: string, code: string): Promise<void>;
  /** Uses it up. */
  spend(phone: string): Promise<void>;
}

/** 短信验证码: six digits, ten minutes, five tries, one a minute for each phone. Redis keeps hashes only. */
export function createSmsCodes({ redis, cipher, random, sms, log }: Platform): SmsCodes {
  const keyOf = (phone: string) => `sms:code:{${cipher.hash('phone', phone)}}`;

  return {
    async send(given) {
      const phone = normalisePhone(given);
      if (!isPhone(phone)) {
        throw appError('INVALID_INPUT', { message: '手机号格式不正确，请输入11位手机号', field: 'phone' });
      }
      const key = keyOf(phone);
      if (!(await redis.set(`${key}:sent`, '1', 'EX', RESEND_SECONDS, 'NX'))) {
        const retryAfter = Math.max(1, await redis.ttl(`${key}:sent`));
        throw appError('TOO_MANY_REQUESTS', {
          message: `验证码已发送，请${retryAfter}秒后再获取`,
          field: 'phone',
          retryAfter,
        });
      }
      const code = String(random.int(1_000_000)).padStart(6, '0');
      await redis
        .multi()
        .hset(key, { hash: cipher.hash('smsCode', code), tries: '0' })
        .pexpire(key, LIFE_MS)
        .exec();
      try {
        await sms.send(phone, `【继教通】您的验证码是${code}，10分钟内有效。如非本人操作请忽略。`);
      } catch (err) {
        log.error({ err }, 'sms');
        await redis.del(key, `${key}:sent`);
        throw appError('STORE_UNAVAILABLE', { message: '短信发送失败，请稍后重试', field: 'phone' });
      }
      return RESEND_SECONDS;
    },
    async check(given, code) {
      const key = keyOf(normalisePhone(given));
      const invalid = appError('SMS_CODE_INVALID', { field: 'smsCode' });
      const hash = await redis.hget(key, 'hash');
      if (!hash || (await redis.hincrby(key, 'tries', 1)) > TRIES) {
        await redis.del(key);
        throw invalid;
      }
      if (cipher.hash('smsCode', code.normalize('NFKC').trim()) !== hash) {
        throw invalid;
      }
    },
    async spend(phone) {
      await redis.del(keyOf(normalisePhone(phone)));
    },
  };
}
