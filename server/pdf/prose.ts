/** A paragraph in which some words stand out. */
import type { Canvas, TextStyle } from './canvas';
import { linesOf } from './lines';

/** A piece of a sentence; what matters is bold. */
export interface Words {
  text: string;
  isBold?: boolean;
}

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

const SIZES = [19, 18, 17, 16, 15, 14, 13, 12, 11, 10];
const LEADING = 1.95;

/** Draws a paragraph from the upper edge of its place, as large as it fits there; its first line is set in by two characters. */
export function drawProse(canvas: Canvas, words: readonly Words[], place: Place, fill: string): void {
  const text = words.map((each) => each.text).join('');
  const laid = SIZES.map((size) => ({ size, lines: broken(canvas, text, place.width, size) }));
  const fits = laid.find(({ size, lines }) => lines.length * size * LEADING <= place.height) ?? laid.at(-1);
  if (!fits) {
    return;
  }
  const { size, lines } = fits;
  let at = 0;
  for (const [index, line] of lines.entries()) {
    // A line ends without the spaces that stood there.
    at = text.indexOf(line, at);
    let x = place.x + (index === 0 ? 2 * size : 0);
    for (const run of runsOf(words, at, at + line.length)) {
      const style: TextStyle = { size, weight: run.isBold ? 'bold' : 'regular', fill };
      canvas.text(run.text, x, place.y + (index + 0.9) * size * LEADING - size * 0.6, style);
      x += canvas.widthOf(run.text, style);
    }
    at += line.length;
  }
}

/** Lines that fit even if all of them were bold. */
function broken(canvas: Canvas, text: string, width: number, size: number): string[] {
  const widthOf = (piece: string) => canvas.widthOf(piece, { size, weight: 'bold' });
  // Two wide characters stand for the indent and are taken off again.
  const [first = '', ...rest] = linesOf(`　　${text}`, width, widthOf);
  return [first.replace(/^　　/, ''), ...rest];
}

/** The pieces between two places of the whole text. */
function runsOf(words: readonly Words[], from: number, to: number): Words[] {
  let start = 0;
  return words.flatMap(({ text, isBold }) => {
    const begin = start;
    start += text.length;
    const cut = text.slice(Math.max(0, from - begin), Math.max(0, to - begin));
    return cut ? [{ text: cut, isBold }] : [];
  });
}
