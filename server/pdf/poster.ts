import { theme } from '@common/theme';
import sharp from 'sharp';
import { A4, type Canvas, drawPdf, drawSvg, type TextStyle } from './canvas';
import { linesOf } from './lines';
import { qrPath } from './qr';

/** What a poster on a notice board says. */
export interface Poster {
  /** Above the title: 国家级继续医学教育项目. */
  kicker: string;
  title: string;
  /** I类学分 2分. */
  credits: string;
  /** Label and lines; the first ones matter most. */
  facts: { label: string; lines: string[] }[];
  /** What the QR opens. */
  url: string;
  /** Beside the QR, under 扫码报名. */
  invitation: string[];
  unitName: string;
  contact: string;
}

const { brand, brandDeep, brandSoft, accent, ink, inkSoft, line, surface } = theme.color;
const EDGE = 46;
const INNER = A4.width - 2 * EDGE;
const PANEL = { y: 618, height: 174 };
const QR_SIZE = 142;
const LABEL_WIDTH = 92;
/** Of the PNG: A4 at 200 dots an inch. */
const PNG_WIDTH = 1654;

/** A poster as PDF, A4. */
export const posterPdf = async (poster: Poster): Promise<Buffer> =>
  drawPdf({ title: poster.title, author: poster.unitName }, (canvas) => draw(canvas, poster));

/** The same as a picture, for a screen or a chat. */
export async function posterPng(poster: Poster): Promise<Buffer> {
  const about = { title: poster.title, author: poster.unitName };
  const svg = drawSvg(about, PNG_WIDTH, (canvas) => draw(canvas, poster));
  return sharp(Buffer.from(svg)).flatten({ background: surface }).png({ compressionLevel: 9 }).toBuffer();
}

function draw(canvas: Canvas, poster: Poster): void {
  canvas.box({ x: 0, y: 0, ...A4 }, surface);
  const below = drawHead(canvas, poster);
  drawFacts(canvas, poster.facts, below + 32, PANEL.y - 12);
  drawPanel(canvas, poster);
  const { unitName, contact } = poster;
  const foot = { size: 11, weight: 'regular', fill: inkSoft } as const;
  canvas.text(unitName, EDGE, 817, foot);
  canvas.text(contact, A4.width - EDGE - canvas.widthOf(contact, foot), 817, foot);
}

/** The band with the title; answers where it ends. */
function drawHead(canvas: Canvas, { kicker, title, credits }: Poster): number {
  const { size, lines } = fitted(canvas, title, INNER, [42, 38, 34, 30, 26, 22], 3);
  const leading = size * 1.32;
  const height = 158 + lines.length * leading;
  canvas.box({ x: 0, y: 0, width: A4.width, height }, brandDeep);
  canvas.area(`M0 ${height}L${A4.width} ${height}L${A4.width} ${height - 34}Z`, brand);
  canvas.box({ x: 0, y: height, width: A4.width, height: 5 }, accent);
  canvas.text(kicker, EDGE, 64, { size: 17, weight: 'regular', fill: '#cfe6ea' });
  lines.forEach((each, index) => {
    canvas.text(each, EDGE, 80 + (index + 0.86) * leading, { size, weight: 'bold', fill: surface });
  });
  const style = { size: 18, weight: 'bold', fill: brandDeep } as const;
  const y = 98 + lines.length * leading;
  canvas.box({ x: EDGE, y, width: canvas.widthOf(credits, style) + 32, height: 34, radius: 17 }, surface);
  canvas.text(credits, EDGE + 16, y + 23.5, style);
  return height;
}

type Fact = Poster['facts'][number];

/** Of a row, in sizes of its letters: from line to line, around its lines, and from its rule to the next row. */
const ROW = { leading: 1.45, around: 1.75, gap: 0.35 };

/** Rows of labels and lines, as large as there is room; where even the smallest has none, the last lines are left out. */
function drawFacts(canvas: Canvas, facts: Fact[], top: number, bottom: number): void {
  const laid = [19, 18, 17, 16, 15, 14, 13, 12].map((size) => layOut(canvas, facts, size));
  const fits = laid.find(({ height }) => height <= bottom - top) ?? laid.at(-1);
  if (!fits) {
    return;
  }
  const { size, rows } = fits;
  let y = top;
  for (const { label, lines } of rows) {
    const room = Math.floor(((bottom - y) / size - ROW.around) / ROW.leading + 1);
    if (room < 1) {
      return;
    }
    canvas.text(label, EDGE, y + size, { size, weight: 'bold', fill: brand });
    const shown = lines.slice(0, room);
    shown.forEach((each, index) => {
      const style: TextStyle = { size, weight: 'regular', fill: ink };
      canvas.text(each, EDGE + LABEL_WIDTH, y + size * (1 + index * ROW.leading), style);
    });
    y += size * heightOf(shown);
    canvas.box({ x: EDGE, y: y - size * ROW.gap, width: INNER, height: 0.7 }, line);
  }
}

/** In sizes of its letters. */
const heightOf = (lines: string[]) => (lines.length - 1) * ROW.leading + ROW.around + ROW.gap;

function layOut(canvas: Canvas, facts: Fact[], size: number) {
  const rows = facts.map(({ label, lines }) => ({
    label,
    lines: lines.flatMap((each) => wrap(canvas, each, INNER - LABEL_WIDTH, size, 'regular')),
  }));
  return { size, rows, height: rows.reduce((sum, { lines }) => sum + size * heightOf(lines), 0) };
}

function drawPanel(canvas: Canvas, { url, invitation }: Poster): void {
  const { y, height } = PANEL;
  canvas.box({ x: EDGE, y, width: INNER, height, radius: 14 }, brandSoft);
  const aside = (height - QR_SIZE) / 2;
  const qr = { x: A4.width - EDGE - aside - QR_SIZE, y: y + aside };
  canvas.box({ ...qr, width: QR_SIZE, height: QR_SIZE, radius: 6 }, surface);
  canvas.area(qrPath(url, qr.x + 8, qr.y + 8, QR_SIZE - 16), '#000000');
  const x = EDGE + 26;
  canvas.text('扫码报名', x, y + 54, { size: 32, weight: 'bold', fill: brandDeep });
  const width = qr.x - x - 16;
  const lines = invitation.flatMap((each) => wrap(canvas, each, width, 14, 'regular'));
  lines.slice(0, 4).forEach((each, index) => {
    canvas.text(each, x, y + 84 + index * 22, { size: 14, weight: 'regular', fill: ink });
  });
}

const wrap = (canvas: Canvas, text: string, width: number, size: number, weight: TextStyle['weight']) =>
  linesOf(text, width, (piece) => canvas.widthOf(piece, { size, weight }));

/** The largest size at which a text takes at most so many lines; cut where even the smallest takes more. */
function fitted(canvas: Canvas, text: string, width: number, sizes: readonly number[], most: number) {
  for (const size of sizes) {
    const lines = wrap(canvas, text, width, size, 'bold');
    if (lines.length <= most) {
      return { size, lines };
    }
  }
  const size = sizes.at(-1) ?? 0;
  const lines = wrap(canvas, text, width, size, 'bold').slice(0, most + 2);
  return { size, lines };
}
