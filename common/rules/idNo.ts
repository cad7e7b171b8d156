/** 身份证号: the citizen identification number of GB 11643-1999. Learners are matched by it, so one person has one spelling. */
import { ungrouped } from './plainText';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What `checkIdNo` answers: the normalised number with what it says of its bearer, or what is wrong with it. */
export type IdNoCheck =
  | { ok: true; idNo: string; birthDate: string; sex: 'male' | 'female' }
  | { ok: false; reason: IdNoFault; message: string };
export type IdNoFault = keyof typeof MESSAGES;

const MESSAGES = {
  format: '请输入18位身份证号码，最后一位可以是X',
  date: '身份证号码中的出生日期不存在，请检查第7至14位',
  future: '身份证号码中的出生日期晚于今天，请检查第7至14位',
  checkDigit: '身份证号码的校验位不对，请逐位核对',
};

/**
 * The check digit (ISO 7064 MOD 11-2) of the first 17 digits.
 * @returns `0`–`9` or `X`.
 * @throws RangeError unless given 17 digits.
 */
export function idNoCheckDigit(first17: string): string {
  if (!/^\d{17}$/.test(first17)) {
    throw new RangeError('Needs 17 digits');
  }
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17.charAt(i)), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}

/**
 * One spelling for one number: half-width, no spaces or hyphens, upper-case X, and the 15 digits of before 1999 as 18
 * (century 19 put in, check digit computed). Checks nothing: other text comes back only tidied.
 */
export function normaliseIdNo(text: string): string {
  const tidy = ungrouped(text).toUpperCase();
  if (!/^\d{15}$/.test(tidy)) {
    return tidy;
  }
  const first17 = `${tidy.slice(0, 6)}19${tidy.slice(6)}`;
  return first17 + idNoCheckDigit(first17);
}

function isDate(year: number, month: number, date: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
  return year >= 1800 && date >= 1 && date <= length;
}

/**
 * Checks a typed number: shape, birth date (a real day from 1800 to today), check digit. The area code is checked for shape
 * only: codes are abolished over time, and residents' permits begin with 81, 82 and 83.
 * @param today The day in China, `YYYY-MM-DD`.
 * @returns `birthDate` is `YYYY-MM-DD`; `message` says what to do.
 */
export function checkIdNo(text: string, today: string): IdNoCheck {
  const fault = (reason: IdNoFault): IdNoCheck => ({ ok: false, reason, message: MESSAGES[reason] });
  const idNo = normaliseIdNo(text);
  if (!/^[1-9]\d{16}[\dX]$/.test(idNo)) {
    return fault('format');
  }
  const [year, month, date] = [idNo.slice(6, 10), idNo.slice(10, 12), idNo.slice(12, 14)];
  if (!isDate(Number(year), Number(month), Number(date))) {
    return fault('date');
  }
  const birthDate = `${year}-${month}-${date}`;
  if (birthDate > today) {
    return fault('future');
  }
  if (idNoCheckDigit(idNo.slice(0, 17)) !== idNo.charAt(17)) {
    return fault('checkDigit');
  }
  // The 17th digit is odd for men.
  return { ok: true, idNo, birthDate, sex: Number(idNo.charAt(16)) % 2 === 1 ? 'male' : 'female' };
}

/**
 * `4304**********1234`: the first and last four (DESIGN, personal data). Of a shorter number, another kind of document, only
 * the last two remain, and nothing of fewer than six characters.
 */
export function maskIdNo(idNo: string): string {
  if (idNo.length >= 12) {
    return idNo.slice(0, 4) + '*'.repeat(idNo.length - 8) + idNo.slice(-4);
  }
  const shown = idNo.length >= 6 ? 2 : 0;
  return '*'.repeat(idNo.length - shown) + idNo.slice(idNo.length - shown);
}
