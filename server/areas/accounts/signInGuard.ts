import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { createSlidingWindow } from '../../platform/slidingWindow';
import type { Captcha } from './captcha';

const MAX_FAILURES = 5;
const LOCK_MS = 15 * 60_000;
const CAPTCHA_AFTER = 3;
/** Of one address, whatever the names. A whole hospital sits behind one, so it is asked to prove itself and never blocked. */
const ADDRESS = { most: 30, ms: 15 * 60_000 };
/** Failures are forgotten a day after the last one. */
const KEPT_MS = 24 * 3_600_000;

/** Counts a failure; the milliseconds that a lock, fallen before it, still lasts. */
const FAIL = `
local left = (tonumber(redis.call('hget', KEYS[1], 'lockedUntil')) or 0) - ARGV[1]
if left > 0 then return left end
redis.call('hincrby', KEYS[1], 'sinceRight', 1)
if redis.call('hincrby', KEYS[1], 'failures', 1) >= tonumber(ARGV[2]) then
  redis.call('hset', KEYS[1], 'lockedUntil', ARGV[3], 'failures', 0)
end
redis.call('pexpire', KEYS[1], ARGV[4])
return 0`;

/** Forgets the failures, unless a lock holds. */
const PASS = `
local left = (tonumber(redis.call('hget', KEYS[1], 'lockedUntil')) or 0) - ARGV[1]
if left > 0 then return left end
redis.call('del', KEYS[1])
return 0`;

/** Where a sign-in comes from, and the captcha that it brings. */
export interface SignInSource {
  ip: string;
  captcha?: string;
}

/** `who` is an account or, where there is none, the name as typed: both go the same way, so that nobody learns which it was. */
export interface SignInGuard {
  /** Before a password is looked at. @throws AppError ACCOUNT_LOCKED, CAPTCHA_REQUIRED. */
  admit(who: string, source: SignInSource): Promise<void>;
  /** It was wrong. @throws AppError WRONG_CREDENTIALS; ACCOUNT_LOCKED where a lock fell meanwhile. */
  refuse(who: string, source: SignInSource): Promise<never>;
  /** It was right. @throws AppError ACCOUNT_LOCKED where a lock fell meanwhile: guesses under way gain nothing. */
  pass(who: string): Promise<void>;
  /** Who proved himself by other means is not kept out by somebody else's wrong guesses. */
  lift(who: string): Promise<void>;
}

/** 登录保护: five failures lock for a quarter of an hour; from the third on, a captcha. */
export function createSignInGuard(platform: Platform, captcha: Captcha): SignInGuard {
  const { redis, clock, cipher } = platform;
  const addresses = createSlidingWindow(platform, 'signIn', ADDRESS);
  const keyOf = (who: string) => `sign-in:${cipher.hash('signIn', who)}`;

  function refuseLocked(leftMs: number): void {
    if (leftMs > 0) {
      throw appError('ACCOUNT_LOCKED', {
        message: `密码错误次数过多，账号已锁定，请${Math.ceil(leftMs / 60_000)}分钟后再试`,
        retryAfter: Math.ceil(leftMs / 1000),
      });
    }
  }

  return {
    async admit(who, source) {
      const [lockedUntil, sinceRight] = await redis.hmget(keyOf(who), 'lockedUntil', 'sinceRight');
      refuseLocked(Number(lockedUntil ?? 0) - clock.now());
      if (Number(sinceRight ?? 0) >= CAPTCHA_AFTER || (await addresses.isFull(source.ip))) {
        await captcha.require(source.captcha);
      }
    },
    async refuse(who, { ip }) {
      await addresses.take(ip);
      const now = clock.now();
      refuseLocked(Number(await redis.eval(FAIL, 1, keyOf(who), now, MAX_FAILURES, now + LOCK_MS, KEPT_MS)));
      throw appError('WRONG_CREDENTIALS');
    },
    async pass(who) {
      refuseLocked(Number(await redis.eval(PASS, 1, keyOf(who), clock.now())));
    },
    async lift(who) {
      await redis.del(keyOf(who));
    },
  };
}
