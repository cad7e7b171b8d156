/** Mobile numbers of mainland China: 11 digits, 13 to 19 in front (工信部 telecommunication numbering plan). */
import { ungrouped } from './plainText';

/** Half-width, no spaces, hyphens or brackets, no +86 / 0086 / 86 in front. Checks nothing. */
export function normalisePhone(text: string): string {
  return ungrouped(text)
    .replace(/[()]/g, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
}

/** Whether the text, once normalised, is a mainland mobile number. */
export function isPhone(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(normalisePhone(text));
}

/** `138****8000`. Of anything else than 11 characters only the last two remain. */
export function maskPhone(phone: string): string {
  if (phone.length === 11) {
    return `${phone.slice(0, 3)}****${phone.slice(7)}`;
  }
  const shown = phone.length >= 6 ? 2 : 0;
  return '*'.repeat(phone.length - shown) + phone.slice(phone.length - shown);
}
