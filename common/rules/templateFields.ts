/**
 * What a field of a WeChat template or subscribe message takes. The field's name says its type (`thing1`, `time3`); WeChat refuses
 * the whole message where one value breaks its type's rule (47003).
 */
import { dayOf, formatTime, startOfDay } from './shanghaiTime';

const EMPTY = '-';
const MORE = '…';

/** As long as WeChat lets it be: of a character outside the basic plane either both halves stay or none. */
export function cut(text: string, most: number, more = MORE): string {
  if (text.length <= most) {
    return text;
  }
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > most - more.length) {
      break;
    }
    kept += character;
  }
  return kept + more;
}

/** On one line, without control characters and halves of characters. */
const tidy = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const only = (text: string, wanted: RegExp) => (text.match(wanted) ?? []).join('');
const HAN = /\p{Script=Han}/gu;
const ASCII = /[!-~]/g;
const DAY = /(\d{4})[-年/](\d{1,2})[-月/](\d{1,2})日?(?:\s*(\d{1,2}:\d{2}))?/;

/** `2026年11月21日 09:00`: of the first day that the text names, else of the message itself. */
function timeIn(text: string, at: number, hasHours: boolean): string {
  const [found, year = '', month = '', date = '', hours] = DAY.exec(text) ?? [];
  const words = (y: string, m: string, d: string) => `${Number(y)}年${Number(m)}月${Number(d)}日`;
  if (found && isDay(year, month, date)) {
    return words(year, month, date) + (hours ? ` ${hours.padStart(5, '0')}` : hasHours ? ' 00:00' : '');
  }
  const [y = '', m = '', d = ''] = dayOf(at).split('-');
  return words(y, m, d) + (hasHours ? ` ${formatTime(at).slice(0, 5)}` : '');
}

function isDay(year: string, month: string, date: string): boolean {
  try {
    return startOfDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`) > 0;
  } catch {
    return false;
  }
}

/** By type; what is not here is a `thing`. */
const TYPES: Record<string, (text: string, at: number) => string> = {
  thing: (text) => cut(text, 20),
  const: (text) => cut(text, 20, ''),
  phrase: (text) => cut(only(text, HAN), 5, '') || '消息',
  name: (text) => cut(/\p{Script=Han}/u.test(text) ? only(text, /[\p{Script=Han}]/gu) : text, 10, ''),
  character_string: (text) => only(text, ASCII).slice(0, 32),
  letter: (text) => only(text, /[A-Za-z]/g).slice(0, 32),
  number: (text) => /\d+(\.\d+)?/.exec(text)?.[0].slice(0, 32) ?? '0',
  amount: (text) => /\d+(\.\d{1,2})?/.exec(text)?.[0].slice(0, 10) ?? '0',
  phone_number: (text) => only(text, /[\d+-]/g).slice(0, 17),
  date: (text, at) => timeIn(text, at, false),
  time: (text, at) => timeIn(text, at, true),
};

/**
 * A text as the field takes it; `-` where nothing of it is left.
 * @param field The template's name of it, `thing1`.
 * @param at When the message was written, milliseconds: stands in a time that the text does not name.
 */
export function templateValue(field: string, text: string, at: number): string {
  const type = field.replace(/\d+$/, '');
  const write = TYPES[type] ?? TYPES.thing;
  return write?.(tidy(text), at).trim() || EMPTY;
}
