/** What a line of pasted exam questions is: the spellings that people use in Word (`1．`, `（1）`, `A、`, `【答案】`). */
import type { ExamQuestionKind } from '../terms';
import { proseText } from './plainText';

/** The kind that a heading such as 一、单选题 says of the questions under it. */
export type SectionKind = ExamQuestionKind | 'judgement' | null;

const CHINESE_NUMBER = '[一二三四五六七八九十]{1,3}';
const HEADING = new RegExp(
  `^(?:${CHINESE_NUMBER} ?[、.．,，:：]? ?|第${CHINESE_NUMBER}(?:部分|大题)[、.．:：]? ?)?` +
    '(单选|单项选择|多选|多项选择|不定项选择|选择|判断(?:是非|正误|对错)?|是非|(?:[AＡ][1-4１-４]?|[BＢ][1１]?)型|[XＸ]型)题?' +
    '(?: ?[（(【:：].*| ?[，,。.]? ?(?:共|每|本|以下).*)?$',
);

/** The kind that a heading gives; undefined where the line is none. */
export function headingKind(line: string): SectionKind | undefined {
  const [, words] = HEADING.exec(line) ?? [];
  if (words === undefined) {
    return undefined;
  }
  if (/^[多XＸ]/.test(words)) {
    return 'multiple';
  }
  if (/^[判是]/.test(words)) {
    return 'judgement';
  }
  return /^[单AＡBＢ]/.test(words) ? 'single' : null;
}

const halfWidth = (text: string) => text.normalize('NFKC');

const NUMBER =
  /^(?:第 ?([\d０-９]{1,4}) ?题 ?[.．、:：,，]?|[（(] ?([\d０-９]{1,4}) ?[)）] ?[.．、]?|([\d０-９]{1,4}) ?([.．、)）:：]))/;

/** The number with which a question begins. */
export interface NumberMark {
  number: number;
  /** What follows it. */
  rest: string;
  /** `2.5`: only where the second question is due. */
  isDecimal: boolean;
}

export function numberMark(line: string): NumberMark | null {
  const found = NUMBER.exec(line);
  if (!found) {
    return null;
  }
  const rest = line.slice(found[0].length);
  const digits = found[1] ?? found[2] ?? found[3] ?? '';
  return {
    number: Number(halfWidth(digits)),
    rest: rest.trim(),
    isDecimal: /[.．:：]$/.test(found[0]) && /^[\d０-９]/.test(rest),
  };
}

const LETTER = '[A-Za-zＡ-Ｚａ-ｚ]';
const OPTION_START = new RegExp(`^(?:[（(] ?(${LETTER}) ?[)）] ?[.．、]?|(${LETTER}) ?[.．、)）:：])`);
const OPTION_WITHIN = /[（(] ?([A-ZＡ-Ｚ]) ?[)）] ?[.．、]?|([A-ZＡ-Ｚ]) ?[.．、)）:：]/g;

/** The place of an option's letter, from 0. */
export const placeOf = (letter: string): number => halfWidth(letter).toUpperCase().charCodeAt(0) - 65;

/** An option's letter and where it stands in the line. */
export interface OptionMark {
  place: number;
  at: number;
  /** Where its text begins. */
  textAt: number;
}

/** The letter with which a line begins. */
export function optionMark(line: string): OptionMark | null {
  const found = OPTION_START.exec(line);
  return found && { place: placeOf(found[1] ?? found[2] ?? ''), at: 0, textAt: found[0].length };
}

/** The letters within a line that do not follow a letter or digit. */
export function optionMarksWithin(line: string): (OptionMark & { isSpaced: boolean })[] {
  return Array.from(line.matchAll(OPTION_WITHIN)).flatMap((found) => {
    const before = line[found.index - 1] ?? ' ';
    const mark = {
      place: placeOf(found[1] ?? found[2] ?? ''),
      at: found.index,
      textAt: found.index + found[0].length,
      isSpaced: before === ' ',
    };
    return /[A-Za-z\d]/.test(before) ? [] : [mark];
  });
}

const EXPLANATION =
  /^(?:[【[（(] ?(?:答案|试题)?(?:解析|详解|解释) ?[】\])）] ?[:：]?|(?:答案|试题)?(?:解析|详解|解释)(?: ?[:：]| ))/;
const ANSWER =
  /^(?:[【[（(] ?(?:正确|参考|标准)?答案 ?[】\])）] ?[:：]?|[【[（(] ?(?:正确|参考|标准)?答案 ?[:：]|(?:正确|参考|标准)?答案(?:是|为)? ?[:：]?)/;

/** What follows 解析：; null where the line does not begin with it. */
export const afterExplanation = (line: string): string | null => after(EXPLANATION, line);
/** What follows 答案：, without brackets around it. */
export const afterAnswer = (line: string): string | null =>
  afterExplanation(line) === null
    ? (after(ANSWER, line)
        ?.replace(/^[（(【[] ?/, '')
        .replace(/ ?[)）】\]]$/, '') ?? null)
    : null;

function after(mark: RegExp, line: string): string | null {
  const found = mark.exec(line);
  return found && line.slice(found[0].length).trim();
}

const RIGHT_LETTERS = `${LETTER}(?:[ 、,，;；/和]{0,2}${LETTER}){0,25}`;
const ONLY_LETTERS = new RegExp(`^${RIGHT_LETTERS}$`);

/** The places of right options (AC, A,C, ac, Ａ、Ｃ) in order, each once; null for what is no such thing. */
export function rightPlaces(text: string): number[] | null {
  const letters = proseText(text)
    .replace(/\s+/g, ' ')
    .replace(/[。.．]$/, '');
  if (!ONLY_LETTERS.test(letters)) {
    return null;
  }
  const places = (halfWidth(letters).match(/[A-Za-z]/g) ?? []).map(placeOf);
  return [...new Set(places)].sort((a, b) => a - b);
}

const TRUE = /^(?:对|正确|是|√|✓|✔|[TtＴ]|true)$/i;
const FALSE = /^(?:错误?|不对|不正确|否|×|✗|✘|x|X|╳|[FfＦ]|false)$/i;

/** Whether a judgement is 对; null for what is none. */
export function judgementOf(text: string): boolean | null {
  const word = text.replace(/[。.．]$/, '').trim();
  return TRUE.test(word) ? true : FALSE.test(word) ? false : null;
}

/** An answer in brackets within a stem: （ AC ）, （√）. */
const BRACKETS = /[（(【[] ?((?:[A-ZＡ-Ｚ][ 、,，;；/]{0,2}){1,10}|对|错误?|正确|[√✓✔×✗✘╳]) ?[)）】\]]/g;

/** The bracketed answers of a stem, in order. */
export const bracketedAnswers = (stem: string): { text: string; at: number; length: number }[] =>
  Array.from(stem.matchAll(BRACKETS), (found) => ({
    text: (found[1] ?? '').replace(/[ 、,，;；/]+$/, ''),
    at: found.index,
    length: found[0].length,
  }));

const KIND_TAG =
  /^[（(【[] ?(单|多|判断)(?:项?选择?)?题? ?[)）】\]] ?|[（(【[] ?(单|多|判断)(?:项?选择?)?题? ?[)）】\]]$/;

/** The kind that a stem names itself, 【多选题】, and the stem without. */
export function taggedKind(stem: string): { kind: SectionKind; stem: string } {
  const found = KIND_TAG.exec(stem);
  const word = found?.[1] ?? found?.[2];
  if (!word) {
    return { kind: null, stem };
  }
  const kind = word === '单' ? 'single' : word === '多' ? 'multiple' : 'judgement';
  return { kind, stem: stem.replace(KIND_TAG, '').trim() };
}

const ANSWER_WITHIN =
  /([（(【[] ?(?:正确|参考|标准)?答案 ?(?:[】\])）] ?[:：]?|[:：])|(?:正确|参考|标准)?答案 ?[:：]) ?(?=[（(]? ?(?:[A-ZＡ-Ｚ](?![A-Za-z]*[a-z])|[a-j](?![a-z])|[对错√✓✔×✗✘╳]|正确|错误))/g;
const EXPLANATION_WITHIN =
  /([【[] ?(?:答案|试题)?(?:解析|详解) ?[】\]] ?[:：]?|[\s。；;，,）)】\]A-Za-zＡ-Ｚ√×对错](?:答案|试题)?(?:解析|详解) ?[:：])/g;

/** The lines of a pasted text, spaces made one, empty ones left out; 答案： and 解析： begin a line of their own. */
export function linesOf(text: string): string[] {
  return text
    .replace(/[\r\v\f\u2028\u2029]+/g, '\n')
    .split('\n')
    .flatMap((line) =>
      proseText(line.replace(/\s+/g, ' '))
        .replace(ANSWER_WITHIN, '\n$1')
        .replace(EXPLANATION_WITHIN, (found) =>
          /^[【[]/.test(found) ? `\n${found}` : `${found[0]}\n${found.slice(1)}`,
        )
        .split('\n'),
    )
    .map((line) => line.trim())
    .filter(Boolean);
}
