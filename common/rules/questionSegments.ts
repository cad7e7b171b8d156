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
      const isAnswered = hasAnswerBelow(lines, at) || bracketedAnswers(rest).length > 0;
      return isNext ? isAnswered || !isExplaining : isAnswered && !isDecimal;
    }
  });
  return { segments, loose };
}

/** A number out of turn begins a question only where options or an answer follow before the next number: lists have numbers too. */
function hasAnswerBelow(lines: readonly string[], at: number): boolean {
  for (let next = at + 1; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    if (optionMark(line) || afterAnswer(line) !== null) {
      return true;
    }
    if (numberMark(line)?.isDecimal === false || headingKind(line) !== undefined) {
      return false;
    }
  }
  return false;
}
