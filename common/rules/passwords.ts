/** 密码: what a chosen password must be, and how a one-time password is composed (manual 003 §七: digits, letters, special characters). */
import { plainText } from './plainText';

/** What `checkPassword` answers; the message says what to change. */
export type PasswordCheck = { ok: true } | { ok: false; message: string };

const MIN_LENGTH = 10;
const MAX_LENGTH = 64;
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
];
/** Letters of a password that is only one of these words and some digits or signs, such as admin@2026. */
const COMMON_WORDS = new Set(
  'password passwd pass admin administrator root user test welcome iloveyou woaini woaiwo qwerty qwertyuiop qwer asdf asdfgh zxcvbn zxcvbnm hospital doctor nurse yiyuan yisheng hushi huayi kejiao jijiao jijiaotong'.split(
    ' ',
  ),
);
const COMMON = new Set(
  'a1b2c3d4e5 q1w2e3r4t5 1q2w3e4r5t qazwsx123456 qwe123456789 5201314woaini abcd123456789'.split(' '),
);

const UPPER = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const LOWER = 'abcdefghjkmnpqrstuvwxyz';
const DIGITS = '23456789';
const SPECIAL = '@#%+=?';

/**
 * Checks a password that a person chose.
 * @param options.names What it must not hold, in any case: account name, personnel number, phone… Shorter than 4 are ignored.
 */
export function checkPassword(password: string, { names }: { names: readonly string[] }): PasswordCheck {
  const bad = (message: string): PasswordCheck => ({ ok: false, message });
  if (password.length < MIN_LENGTH || password.length > MAX_LENGTH) {
    return bad(`密码需要${MIN_LENGTH}至${MAX_LENGTH}个字符`);
  }
  if (!/^[!-~]+$/.test(password)) {
    return bad('密码只能用英文字母、数字和符号，不能有空格和中文');
  }
  if (!/[A-Za-z]/.test(password) || !/\d/.test(password)) {
    return bad('密码需要同时包含字母和数字');
  }
  const lower = password.toLowerCase();
  const holdsName = names.some((name) => {
    const part = plainText(name).toLowerCase();
    return part.length >= 4 && lower.includes(part);
  });
  if (holdsName) {
    return bad('密码不能包含账号、姓名、编号或手机号');
  }
  if (isPlain(lower)) {
    return bad('密码是重复或连续的字符，太容易被猜到，请换一个');
  }
  if (isCommon(lower)) {
    return bad('这个密码太常见，容易被猜到，请换一个');
  }
  return { ok: true };
}

/** Fewer than five different characters, or nothing but runs along the alphabet, the digits or a row of the keyboard. */
function isPlain(lower: string): boolean {
  if (new Set(lower).size < 5) {
    return true;
  }
  const runs = lower.match(/[a-z]+|\d+/g) ?? [];
  const inRuns = runs.filter((run) => run.length >= 3 && isRun(run)).join('').length;
  return inRuns >= lower.length - 1;
}

function isRun(run: string): boolean {
  const reversed = Array.from(run).reverse().join('');
  return new Set(run).size === 1 || ROWS.some((row) => row.includes(run) || row.includes(reversed));
}

function isCommon(lower: string): boolean {
  const unmasked = lower
    .replace(/[^a-z]+$/, '')
    .replace(/@/g, 'a')
    .replace(/0/g, 'o')
    .replace(/\$/g, 's');
  return (
    COMMON.has(lower) ||
    COMMON_WORDS.has(lower.replace(/[^a-z]/g, '')) ||
    COMMON_WORDS.has(unmasked) ||
    ROWS.some((row) => row.includes(lower))
  );
}

/**
 * Twelve characters with at least one letter, one digit and one of `@#%+=?`, none that is taken for another (no 0 O 1 I l o i).
 * The bytes are read as one large number and divided by each choice in turn, so with 24 random bytes the bias is below 2^-90.
 * @param bytes At least 24 random bytes from the injected source; the same bytes give the same password.
 * @throws RangeError for fewer.
 */
export function composeOneTimePassword(bytes: Uint8Array): string {
  if (bytes.length < 24) {
    throw new RangeError('Needs at least 24 random bytes');
  }
  const draw = divider(bytes);
  const pick = (alphabet: string) => alphabet.charAt(draw(alphabet.length));
  const letters = UPPER + LOWER;
  const characters = [pick(letters), pick(DIGITS), pick(SPECIAL)];
  while (characters.length < 12) {
    characters.push(pick(letters + DIGITS + SPECIAL));
  }
  // Takes them out in a drawn order, so that the three kinds may stand anywhere.
  let password = '';
  while (characters.length > 0) {
    password += characters.splice(draw(characters.length), 1).join('');
  }
  return password;
}

/** Whether a text could be a password that `composeOneTimePassword` made, however its letters were typed. */
export const isComposedShape = (text: string): boolean => {
  const plain = text.normalize('NFKC');
  return (
    plain.length === 12 &&
    Array.from(plain).every((one) => `${UPPER}${LOWER}${DIGITS}${SPECIAL}`.includes(one))
  );
};

/** Long division in place: each call divides the number by n and gives the remainder, a choice of 0 to n - 1. */
function divider(bytes: Uint8Array): (n: number) => number {
  const number = Array.from(bytes);
  return (n) => {
    let remainder = 0;
    for (const [i, byte] of number.entries()) {
      const value = remainder * 256 + byte;
      number[i] = Math.floor(value / n);
      remainder = value % n;
    }
    return remainder;
  };
}
