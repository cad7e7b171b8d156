import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A question of `GET /api/captcha`: which number, behind the salt, hashes to the challenge? */
export type Captcha = OutputOf<Contract['accounts']['captcha']>;

/** So many are tried before the clock is looked at. */
const TRIES = 200;
/** How long the page may stand still: less than two frames. */
const SLICE_MS = 24;

/**
 * Finds the number by trying, in slices between which the page lives on. Our own arithmetic and not `crypto.subtle`, which
 * browsers keep from a page over plain http, as hospitals' own networks have it.
 * @returns ALTCHA's payload for `captcha` of a sign-in; null where no number fits.
 */
export async function solveCaptcha(captcha: Captcha): Promise<string | null> {
  const { algorithm, challenge, salt, signature, maxNumber } = captcha;
  let number = 0;
  while (number <= maxNumber) {
    const end = performance.now() + SLICE_MS;
    while (number <= maxNumber && performance.now() < end) {
      const last = Math.min(number + TRIES - 1, maxNumber);
      for (; number <= last; number++) {
        if (bytesToHex(sha256(utf8ToBytes(salt + number))) === challenge) {
          return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
        }
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return null;
}
