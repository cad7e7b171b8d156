import type { accounts } from '@common/contract/accounts';
import type { OutputOf } from '@common/contract/endpoint';
import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';
import { z } from 'zod';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';

const LIFE_MS = 5 * 60_000;
/** Some tenths of a second on a phone, and dear for who guesses by the million. */
const MAX_NUMBER = 50_000;

/** ALTCHA's payload; the library itself would take any algorithm and any kind of number. */
const payload = z.object({
  algorithm: z.literal('SHA-256'),
  challenge: z.string(),
  number: z.int().min(0).max(MAX_NUMBER),
  salt: z.string(),
  signature: z.string(),
});

export interface Captcha {
  /** A new puzzle. */
  challenge(): Promise<OutputOf<typeof accounts.captcha>>;
  /**
   * Takes a solution, once.
   * @throws AppError CAPTCHA_REQUIRED for none, a wrong one, one of more than five minutes ago and one already used: the client
   * fetches a new puzzle.
   */
  require(solution: string | undefined): Promise<void>;
}

/** 安全验证: a proof of work (ALTCHA), which asks nothing of people: no picture to read, nothing that a blind person cannot do. */
export function createCaptcha({ redis, clock, random, cipher }: Platform): Captcha {
  const hmacKey = cipher.hash('captcha', 'key');

  async function isGood(text: string): Promise<boolean> {
    const solved = payload.safeParse(parse(text));
    if (!solved.success || !(await verifySolution(solved.data, hmacKey, false))) {
      return false;
    }
    // The library would ask the machine's clock.
    const left = Number(extractParams(solved.data).expires) * 1000 - clock.now();
    if (!(left > 0)) {
      return false;
    }
    const spent = `captcha:spent:${solved.data.signature}`;
    return (await redis.set(spent, '1', 'PX', LIFE_MS, 'NX')) !== null;
  }

  return {
    async challenge() {
      const { challenge, salt, signature } = await createChallenge({
        algorithm: 'SHA-256',
        hmacKey,
        salt: random.bytes(12).toString('hex'),
        number: random.int(MAX_NUMBER + 1),
        expires: new Date(clock.now() + LIFE_MS),
      });
      return { algorithm: 'SHA-256', challenge, salt, signature, maxNumber: MAX_NUMBER };
    },
    async require(solution) {
      if (!solution || !(await isGood(solution))) {
        throw appError('CAPTCHA_REQUIRED');
      }
    },
  };
}

function parse(base64: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  } catch {
    return null;
  }
}
