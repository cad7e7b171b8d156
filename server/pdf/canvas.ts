import { newDocument, printable, type Weight } from './fonts';

/** A4 in points. */
export const A4 = { width: 595.28, height: 841.89 };

export interface TextStyle {
  size: number;
  weight: Weight;
  /** `#rrggbb`. */
  fill: string;
}

/** The same, lying. */
export const A4_LYING = { width: A4.height, height: A4.width };

/** One A4 page to draw on, in points from its upper left corner; the same drawing becomes a PDF or a picture. */
export interface Canvas {
  box(at: { x: number; y: number; width: number; height: number; radius?: number }, fill: string): void;
  /** An area in SVG's path language. */
  area(path: string, fill: string): void;
  /** One line; `y` is its base line. */
  text(text: string, x: number, y: number, style: TextStyle): void;
  widthOf(text: string, style: Pick<TextStyle, 'size' | 'weight'>): number;
}

interface About {
  title: string;
  author: string;
  /** The page lies; only in a PDF. */
  isLying?: boolean;
}

/** Draws a page as PDF: its text can be marked and searched. */
export async function drawPdf(about: About, draw: (canvas: Canvas) => void): Promise<Buffer> {
  const doc = newDocument(about);
  const parts: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    doc
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => resolve(Buffer.concat(parts)))
      .on('error', reject);
  });
  doc.addPage({ size: 'A4', margin: 0, layout: about.isLying ? 'landscape' : 'portrait' });
  draw({
    box({ x, y, width, height, radius = 0 }, fill) {
      doc.roundedRect(x, y, width, height, radius).fill(fill);
    },
    area: (path, fill) => void doc.path(path).fill(fill),
    text(text, x, y, { size, weight, fill }) {
      doc.font(weight).fontSize(size).fillColor(fill);
      doc.text(printable(doc, text), x, y, { lineBreak: false, baseline: 'alphabetic' });
    },
    widthOf: measure(doc),
  });
  doc.end();
  return finished;
}

/** Draws a page as SVG whose letters are outlines: the machine that shows it needs no font. */
export const drawSvg = (about: About, widthInPixels: number, draw: (canvas: Canvas) => void): string =>
  drawLongSvg(about, widthInPixels, (canvas) => {
    draw(canvas);
    return A4.height;
  });

/** The same as wide as A4 and as long as it turned out: `draw` answers where it ended, in points. */
export function drawLongSvg(about: About, widthInPixels: number, draw: (canvas: Canvas) => number): string {
  // Only for its fonts; it is never finished.
  const doc = newDocument(about);
  const shapes: string[] = [];
  const number = (value: number) => String(Math.round(value * 100) / 100);
  const long = draw({
    box({ x, y, width, height, radius = 0 }, fill) {
      const [left, top, across, down] = [x, y, width, height].map(number);
      const rect = `x="${left}" y="${top}" width="${across}" height="${down}" rx="${radius}"`;
      shapes.push(`<rect ${rect} fill="${fill}"/>`);
    },
    area: (path, fill) => void shapes.push(`<path d="${path}" fill="${fill}"/>`),
    text(text, x, y, { size, weight, fill }) {
      shapes.push(`<path d="${outline(doc, text, x, y, size, weight)}" fill="${fill}"/>`);
    },
    widthOf: measure(doc),
  });
  const height = Math.round((widthInPixels * long) / A4.width);
  const size = `width="${widthInPixels}" height="${height}" viewBox="0 0 ${A4.width} ${long}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${shapes.join('')}</svg>`;
}

/** Measures texts; each once, at size 1: laying out is slow, and a drawing tries many sizes. */
function measure(doc: PDFKit.PDFDocument): Canvas['widthOf'] {
  const widths = new Map<string, number>();
  return (text, { size, weight }) => {
    const key = weight + text;
    let width = widths.get(key);
    if (width === undefined) {
      doc.font(weight).fontSize(1);
      width = doc.widthOfString(printable(doc, text));
      widths.set(key, width);
    }
    return width * size;
  };
}

/** What of fontkit's fonts, inside pdfkit's, is needed. */
interface Outlines {
  unitsPerEm: number;
  layout(text: string): {
    glyphs: { path: { scale(x: number, y: number): Outline } }[];
    positions: { xAdvance: number; xOffset: number; yOffset: number }[];
  };
}
interface Outline {
  translate(x: number, y: number): Outline;
  toSVG(): string;
}

function outline(
  doc: PDFKit.PDFDocument,
  text: string,
  x: number,
  y: number,
  size: number,
  weight: Weight,
): string {
  doc.font(weight);
  const { font } = (doc as unknown as { _font: { font: Outlines } })._font;
  const { glyphs, positions } = font.layout(printable(doc, text));
  const scale = size / font.unitsPerEm;
  let at = x;
  return glyphs
    .map(({ path }, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      const placed = path.scale(scale, -scale).translate(at + xOffset * scale, y - yOffset * scale);
      at += xAdvance * scale;
      return placed.toSVG().replace(/\d+\.\d{3,}/g, (digits) => Number(digits).toFixed(2));
    })
    .join('');
}
