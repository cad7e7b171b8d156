/** Where one pasted question ends and the next begins. */
import {
  afterAnswer,
  afterExplanation,
  bracketedAnswers,
  headingKind,
  type NumberMark,
  numberMark,
  optionMark,
  type SectionKind,
} from './questionLines';

/** The lines of one question, its number cut off. */
export interface Segment {
  number: number;
  /** What the heading above says. */
  section: SectionKind;
  lines: string[];
}

/** Cuts the lines at the numbers that begin a question; what stands before the first or under a heading is `loose`. */
export function segmentsOf(lines: readonly string[]): { segments: Segment[]; loose: string[] } {
  const segments: Segment[] = [];
  const loose: string[] = [];
  let section: SectionKind = null;
  let last = 0;
  // Under a heading stands what concerns all of its questions; in an explanation a number may be one of a list.
  let isUnderHeading = true;
  let isExplaining = false;
  const answered = answeredBelow(lines);
  lines.forEach((line, at) => {
    const heading = headingKind(line);
    if (heading !== undefined) {
      section = heading;
      last = 0;
      isUnderHeading = true;
      return;
    }
    const mark = numberMark(line);
    if (mark && isStart(mark)) {
      last = mark.number;
      isUnderHeading = false;
      isExplaining = false;
      segments.push({ number: mark.number, section, lines: [mark.rest] });
    } else {
      isExplaining ||= afterExplanation(line) !== null;
      ((isUnderHeading ? null : segments.at(-1)?.lines) ?? loose).push(line);
    }

    function isStart({ number, rest, isDecimal }: NumberMark): boolean {
      const isNext = number === last + 1;
      const isAnswered = answered[at] === true || bracketedAnswers(rest).length > 0;
      return isNext ? isAnswered || !isExplaining : isAnswered && !isDecimal;
    }
  });
  return { segments, loose };
}

/**
 * Of each line: whether options or an answer follow before the next number. A number out of turn begins a question only there: lists
 * have numbers too. Found from below, so that each line is read once.
 */
function answeredBelow(lines: readonly string[]): boolean[] {
  const answered = lines.map(() => false);
  for (let at = lines.length - 1; at > 0; at -= 1) {
    const line = lines[at] ?? '';
    const isEnd = numberMark(line)?.isDecimal === false || headingKind(line) !== undefined;
    answered[at - 1] =
      optionMark(line) !== null || afterAnswer(line) !== null || (!isEnd && answered[at] === true);
  }
  return answered;
}
