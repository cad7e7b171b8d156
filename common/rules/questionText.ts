/**
 * 粘贴导入: exam questions as they are pasted from Word, `1. stem A. … B. … 答案: AC`. What cannot be understood is told by the
 * number of its question; nothing is guessed that would put a wrong answer into a paper.
 */
import type { ExamQuestionInput } from '../contract/papers';
import type { ExamQuestionKind } from '../terms';
import { contentOf, letterOf, questionFault } from './examQuestion';
import {
  afterAnswer,
  afterExplanation,
  bracketedAnswers,
  judgementOf,
  linesOf,
  optionMark,
  rightPlaces,
  type SectionKind,
  taggedKind,
} from './questionLines';
import { splitOptions } from './questionOptions';
import { type Segment, segmentsOf } from './questionSegments';

export { rightPlaces };

/** A question that was understood. */
export interface TextQuestion extends Omit<ExamQuestionInput, 'pictureId'> {
  /** As the text numbers it. */
  number: number;
}
/** What is wrong; `row` is the number of the question. */
export interface TextFault {
  row: number;
  column: '题干' | '选项' | '正确答案' | '解析';
  message: string;
}
type Complain = (column: TextFault['column'], message: string) => void;

const LONGEST = { stem: 1000, option: 300, explanation: 1000 };
const MOST_OPTIONS = 10;
const JUDGEMENTS = ['正确', '错误'];
const BLANK = '（ ）';

/** Never throws: what is no question becomes a fault. */
export function parseQuestionText(text: string): { questions: TextQuestion[]; faults: TextFault[] } {
  const { segments, loose } = segmentsOf(linesOf(text));
  const faults: TextFault[] = [];
  if (segments.length === 0) {
    faults.push({ row: 1, column: '题干', message: '没有找到题号，请在每道题前写上题号，如“1.”' });
  }
  const numberless = loose.find((line) => optionMark(line) || afterAnswer(line) !== null);
  if (segments.length > 0 && numberless !== undefined) {
    faults.push({
      row: segments[0]?.number ?? 1,
      column: '题干',
      message: `“${numberless.slice(0, 20)}”不属于任何一题，请补上题号`,
    });
  }
  const times = new Map<number, number>();
  for (const { number } of segments) {
    times.set(number, (times.get(number) ?? 0) + 1);
  }
  const seen = new Map<string, number>();
  const questions = segments.map((segment) => {
    // A number that several sections use is told with the words of its question.
    const which =
      (times.get(segment.number) ?? 0) > 1 ? `（“${(segment.lines[0] ?? '').slice(0, 12)}…”）` : '';
    const complain: Complain = (column, message) =>
      faults.push({ row: segment.number, column, message: message + which });
    const before = faults.length;
    const question = questionOf(segment, complain);
    const content = contentOf(question);
    const same = seen.get(content);
    seen.set(content, same ?? segment.number);
    if (same !== undefined && faults.length === before) {
      complain('题干', `与第${same}题相同`);
    }
    return question;
  });
  return { questions, faults };
}

function questionOf({ number, section, lines }: Segment, complain: Complain): TextQuestion {
  const parts = partsOf(lines, complain);
  const tagged = taggedKind(parts.stem);
  const kind = tagged.kind ?? section;
  const given = answerOf({ ...parts, stem: tagged.stem }, kind === 'judgement');
  const options = given.isJudgement ? JUDGEMENTS : parts.options;
  const right = rightOf(given.answer, options, given.isJudgement);
  const question: TextQuestion = {
    number,
    kind: kindOf(kind, right?.length ?? 0),
    stem: given.stem,
    options: options.map((option, place) => ({ text: option, isRight: right?.includes(place) ?? false })),
    explanation: parts.explanation,
  };
  check(question, given.answer, right, complain);
  return question;
}

const kindOf = (kind: SectionKind, right: number): ExamQuestionKind =>
  kind === 'single' || kind === 'multiple' ? kind : right > 1 ? 'multiple' : 'single';

interface Parts {
  stem: string;
  options: string[];
  /** null: none is written. */
  answer: string | null;
  explanation: string;
}

/** Which lines are the stem, options, the answer, the explanation. */
function partsOf(lines: readonly string[], complain: Complain): Parts {
  const stem: string[] = [];
  const options: string[] = [];
  const explanation: string[] = [];
  let answer: string | null = null;
  let at: 'stem' | 'options' | 'answer' | 'explanation' = 'stem';
  for (const { text, place } of splitOptions(lines)) {
    const answered = afterAnswer(text);
    const explained = afterExplanation(text);
    if (explained !== null) {
      at = 'explanation';
      explanation.push(explained);
    } else if (answered !== null && (at !== 'explanation' || answer === null)) {
      if (answer !== null) {
        complain('正确答案', '有两处答案，请保留一处');
      }
      answer = answered;
      at = 'answer';
    } else if (at === 'explanation') {
      explanation.push(text);
    } else if (place !== null) {
      if (place !== options.length) {
        complain('选项', `选项的字母应为${letterOf(options.length)}，实际是${letterOf(place)}`);
      }
      options.push(text);
      at = 'options';
    } else if (at === 'answer') {
      answer = answer ? `${answer} ${text}` : text;
    } else if (at === 'options') {
      options.push(joined(options.pop() ?? '', text));
    } else {
      stem.push(text);
    }
  }
  return { stem: stem.join('\n').trim(), options, answer, explanation: explanation.join('\n').trim() };
}

/** A broken line made whole: Chinese runs on, other words stay apart. */
const joined = (before: string, after: string) =>
  [before.at(-1), after[0]].some((letter) => letter && /[\u3000-\u9fff]/.test(letter))
    ? before + after
    : `${before} ${after}`.trim();

interface Given {
  stem: string;
  answer: string | null;
  /** 判断题: its options are 正确 and 错误. */
  isJudgement: boolean;
}

/** The answer from its own line, else from the brackets in the stem, which must not give it away. */
function answerOf({ stem, options, answer }: Parts, isJudging: boolean): Given {
  const same = (text: string) =>
    answer === null
      ? judgementOf(text) !== null || (rightPlaces(text)?.every((place) => place < options.length) ?? false)
      : String(rightPlaces(text) ?? judgementOf(text)) === String(rightPlaces(answer) ?? judgementOf(answer));
  const bracket = bracketedAnswers(stem)
    .filter(({ text }) => same(text))
    .at(-1);
  const found = answer ?? bracket?.text ?? null;
  const hidden = bracket ? stem.slice(0, bracket.at) + BLANK + stem.slice(bracket.at + bracket.length) : stem;
  const isJudgement = options.length === 0 && (isJudging || (found !== null && judgementOf(found) !== null));
  return { stem: hidden, answer: found, isJudgement };
}

/** The right places; null where the answer cannot be read. A judgement may be given in words although A and B are there. */
function rightOf(answer: string | null, options: readonly string[], isJudgement: boolean): number[] | null {
  if (answer === null) {
    return null;
  }
  const judged = judgementOf(answer);
  const places = rightPlaces(answer);
  if (judged !== null && (isJudgement || places === null)) {
    const place = options.findIndex((option) => judgementOf(option) === judged);
    return place < 0 ? null : [place];
  }
  return places;
}

/** One fault at most for each part of a question. */
function check(
  question: TextQuestion,
  answer: string | null,
  right: number[] | null,
  complain: Complain,
): void {
  const { stem, options, explanation } = question;
  const beyond = right?.find((place) => place >= options.length);
  const long = options.findIndex(({ text }) => text.length > LONGEST.option);
  if (options.length < 2) {
    complain('选项', '没有找到选项，请另起一行写成“A. …”，至少两个');
    return;
  }
  if (!answer) {
    complain('正确答案', '没有找到正确答案，请在题后写“答案：A”');
  } else if (!right) {
    complain('正确答案', `看不懂答案“${answer.slice(0, 20)}”，请写选项的字母，如“答案：AC”`);
  } else if (beyond !== undefined) {
    complain('正确答案', `没有选项${letterOf(beyond)}`);
  }
  const fault = questionFault(question);
  if (fault && (fault.field !== 'options' || (right && beyond === undefined))) {
    const column = fault.field === 'stem' ? '题干' : fault.field === 'options' ? '正确答案' : '选项';
    complain(column, fault.message);
  }
  if (stem.length > LONGEST.stem) {
    complain('题干', `题干过长，最多${LONGEST.stem}字`);
  }
  if (options.length > MOST_OPTIONS) {
    complain('选项', `最多${MOST_OPTIONS}个选项`);
  } else if (long >= 0) {
    complain('选项', `选项${letterOf(long)}过长，最多${LONGEST.option}字`);
  }
  if (explanation.length > LONGEST.explanation) {
    complain('解析', `解析过长，最多${LONGEST.explanation}字`);
  }
}
