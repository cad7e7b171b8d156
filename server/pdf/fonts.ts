import { readFileSync } from 'node:fs';
import path from 'node:path';
import PDFDocument from 'pdfkit';

/** Of Noto Sans SC, embedded as the glyphs that are used: a form looks alike on machines without Chinese fonts. */
export type Weight = 'regular' | 'bold';

const FILES: Record<Weight, string> = { regular: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Bold.otf' };

/** A font as pdfkit has taken it apart; it takes this in place of the bytes, and each document embeds its own part of it. */
interface ParsedFont {
  hasGlyphForCodePoint(code: number): boolean;
}
const parsed = new Map<Weight, ParsedFont>();

const fontOf = (doc: PDFKit.PDFDocument) => (doc as unknown as { _font: { font: ParsedFont } })._font.font;

/** Eight megabytes each, read and taken apart once: that takes longer than all the rest of a page. */
function fontOfWeight(weight: Weight): ParsedFont {
  const known = parsed.get(weight);
  if (known) {
    return known;
  }
  // The package exports its names only; the files lie beside them.
  const folder = path.join(path.dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts');
  const bytes = readFileSync(path.join(folder, FILES[weight]));
  const font = fontOf(new PDFDocument({ autoFirstPage: false }).font(bytes));
  parsed.set(weight, font);
  return font;
}

/** Margins of A4 in points: 25 mm at the left for the binding. */
export const MARGIN = { top: 62, bottom: 62, left: 71, right: 57 };

/** An empty A4 document with both weights registered; pages are kept until the end, for their numbers. */
export function newDocument({ title, author }: { title: string; author: string }): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    size: 'A4',
    margins: MARGIN,
    bufferPages: true,
    autoFirstPage: false,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, Author: author, Creator: '继教通' },
  });
  for (const weight of ['regular', 'bold'] as const) {
    doc.registerFont(weight, fontOfWeight(weight) as unknown as Buffer);
  }
  return doc.font('regular');
}

/** Stands for a character that the font has no glyph for (an emoji), as printers have always done. */
const SUBSTITUTE = '〓';

/** Control characters, direction marks, what chooses between two forms of an emoji. */
const UNSEEN = /\p{Cc}|\p{Cf}|\p{Variation_Selector}/u;

/** What the current font can print of a text: no control characters, no empty boxes. */
export function printable(doc: PDFKit.PDFDocument, text: string): string {
  const font = fontOf(doc);
  return Array.from(text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, '  '))
    .filter((character) => character === '\n' || !UNSEEN.test(character))
    .map((character) =>
      character === '\n' || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : SUBSTITUTE,
    )
    .join('');
}
