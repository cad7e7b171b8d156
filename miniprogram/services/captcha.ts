import type { Client } from '@common/contract/client';
import { ApiError } from '@common/contract/errors';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64, utf8 } from './bytes';
import { api } from './session';

/** A question of the server: which number between 0 and `maxNumber` makes sha256(salt + number) equal `challenge`? */
export type Captcha = Awaited<ReturnType<Client['accounts']['captcha']>>;

/** Work done before the page is given its turn: a frame or so, ms. */
const SLICE_MS = 20;
/** Looking at the clock costs as much as a hash. */
const HASHES_BETWEEN_LOOKS = 64;
/** An answer may be refused once, for having come too late. */
const MOST_ANSWERS = 2;

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

function isHash(digest: Uint8Array, hex: string): boolean {
  // The first byte tells nearly all of them apart.
  return (
    digest[0] === Number.parseInt(hex.slice(0, 2), 16) &&
    Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === hex
  );
}

/**
 * Solves a proof of work in slices, so that the page stays alive: WeChat's pages have one thread.
 * @returns ALTCHA's payload, base64 of `{algorithm, challenge, number, salt, signature}`.
 * @throws ApiError when no number fits.
 */
export async function solveCaptcha(captcha: Captcha): Promise<string> {
  const { maxNumber, ...question } = captcha;
  const salted = sha256.create().update(utf8(question.salt));
  const wanted = question.challenge.toLowerCase();
  let number = 0;
  while (number <= maxNumber) {
    const until = Date.now() + SLICE_MS;
    do {
      const last = Math.min(maxNumber, number + HASHES_BETWEEN_LOOKS - 1);
      for (; number <= last; number += 1) {
        if (
          isHash(
            salted
              .clone()
              .update(utf8(String(number)))
              .digest(),
            wanted,
          )
        ) {
          return base64(utf8(JSON.stringify({ ...question, number })));
        }
      }
    } while (number <= maxNumber && Date.now() < until);
    await breathe();
  }
  throw new ApiError({ code: 'CAPTCHA_REQUIRED', message: '安全验证没有完成，请重试' });
}

/**
 * Calls something that may ask for a captcha; where it does, solves one and calls again.
 * @param onSolving Told when solving begins and ends: the button says so meanwhile.
 */
export async function withCaptcha<T>(
  call: (captcha: string | undefined) => Promise<T>,
  onSolving: (isSolving: boolean) => void,
): Promise<T> {
  let captcha: string | undefined;
  for (let answered = 0; ; answered += 1) {
    try {
      return await call(captcha);
    } catch (error) {
      const isAsked = error instanceof ApiError && error.code === 'CAPTCHA_REQUIRED';
      if (!isAsked || answered === MOST_ANSWERS) {
        throw error;
      }
    }
    onSolving(true);
    try {
      captcha = await solveCaptcha(await api.accounts.captcha({}));
    } finally {
      onSolving(false);
    }
  }
}
