/**
 * 验证码 of a certificate, a statement or a booklet: 13 characters of Crockford's base 32, 65 random bits, so that guessing
 * finds nothing. People read it off paper, so it has no letter that looks like a digit, and is printed in groups.
 */
import { plainText } from './plainText';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 13;
const BITS = 5;
/** Random bytes that a code is made of. */
export const CODE_BYTES = Math.ceil((LENGTH * BITS) / 8);

const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);
/** What people put between the groups. */
const GAPS = /[\s\-_.·‐‑‒–—―−－]/g;

/**
 * A new code.
 * @param bytes At least `CODE_BYTES` random ones.
 * @throws RangeError for fewer.
 */
export function verificationCodeOf(bytes: ArrayLike<number>): string {
  if (bytes.length < CODE_BYTES) {
    throw new RangeError(`Needs ${CODE_BYTES} bytes`);
  }
  let code = '';
  for (let at = 0; at < LENGTH; at += 1) {
    const bit = at * BITS;
    const byte = Math.floor(bit / 8);
    const pair = ((bytes[byte] ?? 0) << 8) | (bytes[byte + 1] ?? 0);
    code += ALPHABET.charAt((pair >> (16 - BITS - (bit % 8))) & 31);
  }
  return code;
}

/** `0123456789ABC` as it is printed: `0123-4567-89ABC`. */
export const formatVerificationCode = (code: string): string =>
  `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;

/**
 * Reads a typed or pasted code: any case, with or without groups, full-width, O for 0, I and L for 1, and the whole address
 * that a QR holds.
 * @returns Its one spelling; null for what is none.
 */
export function parseVerificationCode(text: string): string | null {
  const [, last = ''] = /([^/]*)\/*$/.exec(plainText(text)) ?? [];
  const code = last.toUpperCase().replace(GAPS, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return CODE.test(code) ? code : null;
}
