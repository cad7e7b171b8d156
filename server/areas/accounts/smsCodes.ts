import { normalisePhone } from '@common/rules/phone';
import { dayOf, formatDay, startOfDay } from '@common/rules/shanghaiTime';
import { appError } from '../../http/errors';
import { typedPhone } from '../../http/typedPhone';
import type { Platform } from '../../platform';

const LIFE_MS = 10 * 60_000;
const RESEND_MS = 60_000;
const TRIES = 5;
const PER_DAY = 10;
const DAY_MS = 24 * 3_600_000;

/** What a code is asked for; it serves nothing else. A recovery's code serves that recovery only, a binding's that account. */
export type SmsPurpose =
  | 'registration'
  | 'administrator'
  | 'closure'
  | 'phoneChange'
  | `recovery:${string}`
  | `binding:${string}`;

/** What the person is told of it: a code that one did not ask for must say what it would open. */
const DOING: Record<Exclude<SmsPurpose, `${string}:${string}`> | 'recovery' | 'binding', string> = {
  registration: '您的',
  administrator: '您正在以管理员身份登录，',
  closure: '您正在注销账号，',
  phoneChange: '您正在更换手机号，',
  recovery: '您正在重置登录密码，',
  binding: '您正在更换公众号绑定的微信，',
};
const doing = (purpose: SmsPurpose) => DOING[purpose.split(':')[0] as keyof typeof DOING];

export interface SmsCodes {
  /**
   * Sends six digits to a phone; answers the seconds until the next may be asked for.
   * @throws AppError INVALID_INPUT, TOO_MANY_REQUESTS (one a minute, ten a day), STORE_UNAVAILABLE where no SMS could be sent.
   */
  send(phone: string, purpose?: SmsPurpose): Promise<number>;
  /**
   * Checks a code without using it up, so that a form that fails elsewhere need not ask for another.
   * @throws AppError SMS_CODE_INVALID.
   */
  check(phone: string, code: string, purpose?: SmsPurpose): Promise<void>;
  /** Uses it up. */
  spend(phone: string, purpose?: SmsPurpose): Promise<void>;
  /** Checks and uses it up: of two at once only one gets through. @throws AppError SMS_CODE_INVALID. */
  redeem(phone: string, code: string, purpose: SmsPurpose): Promise<void>;
}

/** Takes the phone's minute; answers the milliseconds that are left of the one that is taken. */
const TAKE_MINUTE = `
local left = (tonumber(redis.call('get', KEYS[1])) or 0) + ARGV[2] - ARGV[1]
if left > 0 then return left end
redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 0`;

/** Compares and counts in one step, so that guesses at once get no more than guesses in a row; a right code takes no try. */
const TRY = `
local hash, tries, till = unpack(redis.call('hmget', KEYS[1], 'hash', 'tries', 'until'))
if not hash or tonumber(tries) >= tonumber(ARGV[3]) or tonumber(till) <= tonumber(ARGV[2]) then return 0 end
if hash == ARGV[1] then
  if ARGV[4] == 'spend' then redis.call('del', KEYS[1]) end
  return 1
end
redis.call('hincrby', KEYS[1], 'tries', 1)
return 0`;

/** 短信验证码: six digits, ten minutes, five tries; one a minute and ten a day for each phone. Redis keeps hashes only. */
export function createSmsCodes({ redis, cipher, clock, random, sms, log }: Platform): SmsCodes {
  const phoneKey = (phone: string) => `sms:code:{${cipher.hash('phone', phone)}}`;
  const codeKey = (phone: string, purpose: SmsPurpose) => `${phoneKey(normalisePhone(phone))}:${purpose}`;

  async function takeMinute(phone: string): Promise<void> {
    const left = await redis.eval(TAKE_MINUTE, 1, `${phoneKey(phone)}:sent`, clock.now(), RESEND_MS);
    const retryAfter = Math.ceil(Number(left) / 1000);
    if (retryAfter > 0) {
      throw appError('TOO_MANY_REQUESTS', {
        message: `验证码已发送，请${retryAfter}秒后再获取`,
        field: 'phone',
        retryAfter,
      });
    }
  }

  /** Counts one more of today, by China's day; answers how to give it back. */
  async function takeOfDay(phone: string): Promise<() => Promise<unknown>> {
    const today = dayOf(clock.now());
    const key = `sms:day:${today}:{${cipher.hash('phone', phone)}}`;
    const [[, count] = []] =
      (await redis
        .multi()
        .incr(key)
        .pexpire(key, 2 * DAY_MS)
        .exec()) ?? [];
    if (Number(count) <= PER_DAY) {
      return async () => redis.decr(key);
    }
    const tomorrow = startOfDay(today) + DAY_MS;
    throw appError('TOO_MANY_REQUESTS', {
      message: `该手机号今天获取验证码已达${PER_DAY}次，请明天（${formatDay(tomorrow)}）再获取`,
      field: 'phone',
      retryAfter: Math.ceil((tomorrow - clock.now()) / 1000),
    });
  }

  /** @throws AppError SMS_CODE_INVALID, the same whatever was wrong. */
  async function tryCode(key: string, code: string, then: 'keep' | 'spend'): Promise<void> {
    const hash = cipher.hash('smsCode', code.normalize('NFKC').trim());
    if ((await redis.eval(TRY, 1, key, hash, clock.now(), TRIES, then)) !== 1) {
      throw appError('SMS_CODE_INVALID', { field: 'smsCode' });
    }
  }

  return {
    async send(given, purpose = 'registration') {
      const phone = typedPhone(given);
      await takeMinute(phone);
      const giveBack = await takeOfDay(phone);
      const code = String(random.int(1_000_000)).padStart(6, '0');
      const key = codeKey(phone, purpose);
      await redis
        .multi()
        .hset(key, { hash: cipher.hash('smsCode', code), tries: '0', until: String(clock.now() + LIFE_MS) })
        .pexpire(key, LIFE_MS)
        .exec();
      try {
        await sms.send(
          phone,
          `【继教通】${doing(purpose)}验证码是${code}，10分钟内有效。如非本人操作请忽略。`,
        );
      } catch (err) {
        log.error({ err }, 'sms');
        await Promise.all([redis.del(key, `${phoneKey(phone)}:sent`), giveBack()]);
        throw appError('STORE_UNAVAILABLE', { message: '短信发送失败，请稍后重试', field: 'phone' });
      }
      return RESEND_MS / 1000;
    },
    check: async (phone, code, purpose = 'registration') => tryCode(codeKey(phone, purpose), code, 'keep'),
    async spend(phone, purpose = 'registration') {
      await redis.del(codeKey(phone, purpose));
    },
    redeem: async (phone, code, purpose) => tryCode(codeKey(phone, purpose), code, 'spend'),
  };
}
