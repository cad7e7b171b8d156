/** Breaks texts into lines: between Chinese characters anywhere, Latin words and numbers stay whole. */

/** May not begin a line (GB/T 15834). */
const CLOSING = /^[，。、；：？！）》〉”’】〕」』％…—]$/;
/** May not end one. */
const OPENING = /^[（《〈“‘【〔「『]$/;

/** Words, or single characters. */
const tokensOf = (text: string) => text.match(/[\x21-\x7e]+|[\s\S]/gu) ?? [];

/**
 * The lines of a text.
 * @param widthOf The width of a piece of it, in the unit of `width`.
 */
export function linesOf(text: string, width: number, widthOf: (piece: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => paragraphLines(paragraph, width, widthOf));
}

function paragraphLines(text: string, width: number, widthOf: (piece: string) => number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let used = 0;
  const end = (carried: string[] = []) => {
    lines.push(line.join('').trimEnd());
    line = carried;
    used = carried.reduce((sum, piece) => sum + widthOf(piece), 0);
  };
  for (const token of tokensOf(text).flatMap((word) => whole(word, width, widthOf))) {
    const wide = widthOf(token);
    if (used + wide > width && line.length > 0 && token !== ' ') {
      end(carriedBefore(token, line));
    }
    line.push(token);
    used += wide;
  }
  end();
  return lines;
}

/** Takes from the end of a line what may not stand there, or what has to go with a closing mark onto the next one. */
function carriedBefore(token: string, line: string[]): string[] {
  const mayBreak = (at: number) => !OPENING.test(line[at - 1] ?? '') && !CLOSING.test(line[at] ?? token);
  let from = line.length;
  while (from > 0 && !mayBreak(from)) {
    from -= 1;
  }
  // A line of marks only is left as it is: there is nothing to go with them.
  return from > 0 ? line.splice(from) : [];
}

/** A word that is wider than the line, an address say, is broken where the line ends. */
function whole(word: string, width: number, widthOf: (piece: string) => number): string[] {
  return widthOf(word) <= width ? [word] : Array.from(word);
}
