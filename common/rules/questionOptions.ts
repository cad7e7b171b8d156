/** The options of one pasted question, on lines of their own or one after another on a line. */
import {
  afterAnswer,
  afterExplanation,
  type OptionMark,
  optionMark,
  optionMarksWithin,
} from './questionLines';

/** A piece of a question: an option with its place, or (null) anything else. */
export interface Piece {
  text: string;
  /** From 0. */
  place: number | null;
}

/**
 * Lines cut at the options in them. A letter within a line begins an option only when it is the next one and no later line begins
 * with it: 维生素B、C is not option B where B has a line of its own. What follows 解析 is never cut.
 */
export function splitOptions(lines: readonly string[]): Piece[] {
  const explainedAt = lines.findIndex((line) => afterExplanation(line) !== null);
  const end = explainedAt < 0 ? lines.length : explainedAt;
  const starts = new Set(
    lines.slice(0, end).map((line, at) => (at > 0 ? optionMark(line)?.place : undefined)),
  );
  const pieces: Piece[] = [];
  let next = 0;
  lines.forEach((line, at) => {
    if (at >= end || afterAnswer(line) !== null) {
      pieces.push({ text: line, place: null });
      return;
    }
    const marks = marksOf(line, at === 0, next, starts);
    const first = marks[0]?.at ?? line.length;
    if (first > 0) {
      pieces.push({ text: line.slice(0, first).trim(), place: null });
    }
    marks.forEach((mark, index) => {
      pieces.push({ text: line.slice(mark.textAt, marks[index + 1]?.at).trim(), place: mark.place });
    });
    next = (marks.at(-1)?.place ?? next - 1) + 1;
  });
  return pieces;
}

/** The letters at which a line is cut, in order. The first line is the stem's, though it begin with （A）. */
function marksOf(
  line: string,
  isFirst: boolean,
  next: number,
  starts: ReadonlySet<number | undefined>,
): OptionMark[] {
  const start = isFirst ? null : optionMark(line);
  const marks: OptionMark[] = start ? [start] : [];
  const within = optionMarksWithin(line).filter(({ at }) => at > 0);
  for (;;) {
    const last = marks.at(-1);
    const place = last ? last.place + 1 : next;
    const following = within.filter(
      (mark) => mark.place === place && mark.at >= (last?.textAt ?? 0) && !starts.has(place),
    );
    const spaced = following.find(({ isSpaced }) => isSpaced);
    // Words run into A: it must stand apart from the stem, as 维生素A、B does not.
    const found = spaced ?? following.find(({ at }) => last || /[）)？?。：:]/.test(line[at - 1] ?? ''));
    if (!found) {
      // A in the middle of a stem is an option only where B follows it.
      return !start && marks.length === 1 && next === 0 && !starts.has(1) ? [] : marks;
    }
    marks.push(found);
  }
}
