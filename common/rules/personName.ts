/**
 * 姓名. Credits are matched by name and idNo (manual 003 §九), so a name must have one spelling whatever the keyboard: the
 * middle dot of Uyghur and Tibetan names alone is typed in half a dozen ways.
 */
import { plainText } from './plainText';

// Written as ranges: \p{Script=Han} would be compiled into kilobytes for the phones that lack it.
// 〇, extension A, the main block, compatibility ideographs, extensions B to J.
const HAN = '\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3347f}';
const HAS_HAN = new RegExp(`[${HAN}]`, 'u');
const HAN_NAME = new RegExp(`^[${HAN}]+(?:·[${HAN}]+)*$`, 'u');
const LATIN_NAME =
  /^[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+(?:[ .'’·-]+[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+)*\.?$/;
const DOTS = /[·•‧∙⋅・]/g;

/**
 * One spelling for one name: half-width, trimmed, middle dots as `·`; a Han name has no spaces (and a full stop within is a
 * dot mistyped), a Latin one single spaces. Checks nothing.
 */
export function normaliseName(text: string): string {
  const tidy = plainText(text).replace(DOTS, '·');
  if (HAS_HAN.test(tidy)) {
    return tidy.replace(/\s+/g, '').replace(/\./g, '·');
  }
  return tidy.replace(/\s+/g, ' ');
}

/** Whether the text, once normalised, can be a person's name: 2 to 30 characters, Han with `·` between parts, or Latin. */
export function isPersonName(text: string): boolean {
  const name = normaliseName(text);
  const { length } = Array.from(name);
  return length >= 2 && length <= 30 && (HAN_NAME.test(name) || LATIN_NAME.test(name));
}

/**
 * A name for a venue screen or a list: `王*`, `王*丽`, `欧**娜`, `阿**·***`, `J*** S****`. The dots and spaces stay, so that its
 * bearer recognises it. Takes a normalised name.
 */
export function maskName(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= 1) {
    return '*'.repeat(characters.length);
  }
  const isLatin = !HAS_HAN.test(name);
  const keepsLast = !isLatin && !name.includes('·') && characters.length >= 3;
  return characters
    .map((character, i) => {
      const startsWord = i === 0 || (isLatin && characters[i - 1] === ' ');
      const isKept = startsWord || /[· ]/.test(character) || (keepsLast && i === characters.length - 1);
      return isKept ? character : '*';
    })
    .join('');
}
