/** A form on A4: headings and ruled rows, one below the other, that go on over as many pages as their texts need. */
import { MARGIN, printable, type Weight } from './fonts';
import { linesOf } from './lines';

export interface Cell {
  text: string;
  /** Share of the row's width; the shares of a row add up to 1. */
  share: number;
  weight?: Weight;
  /** Labels stand in the middle, and again on each page that a row goes on over. */
  align?: 'left' | 'center';
  /** Stands at the right end of the box's last line: where one signs or seals. */
  foot?: string;
}
export interface Row {
  cells: readonly Cell[];
  /** At least so high, in points. */
  height?: number;
  /** Begins on a new page rather than being parted, as long as it fits on one. */
  isWhole?: boolean;
}

export interface Sheet {
  doc: PDFKit.PDFDocument;
  /** Left edge and width of what is printed. */
  left: number;
  width: number;
  /** A new page begins. */
  newPage(): void;
  /** A heading of a part, kept with what follows it. */
  heading(text: string): void;
  /** A ruled row. A row that is longer than the page goes on over the next ones, ruled on each. */
  row(row: Row): void;
  /** Rows under a row of headings that stands again on every page. */
  table(head: Row, rows: readonly Row[]): void;
  /** One line without rules. */
  line(text: string, options?: { size?: number; weight?: Weight; align?: 'left' | 'center' | 'right' }): void;
  /** A label with its value on a line, as on a cover. */
  blank(label: string, value: string): void;
  /** So many points of empty space. */
  space(height: number): void;
  /** A drawing of its own, so high, whole on one page; `y` is its upper edge. */
  drawing(height: number, draw: (y: number) => void): void;
  /** Writes 第 n 页 共 m 页 on every page, and ends the document. */
  end(): Promise<Buffer>;
}

const SIZE = 10.5;
const LINE = 17;
const PAD = 5;
/** Characters stand high in the line that the font gives them. */
const DROP = 1.5;
const HEADING = 38;
const FOOT = 28;
/** Width of a cover's labels. */
const BLANK = 80;
/** A row is not begun at the end of a page for fewer lines. */
const LEAST_LINES = 3;

export function newSheet(doc: PDFKit.PDFDocument): Sheet {
  const { width: paper, height: tall } = A4;
  const left = MARGIN.left;
  const width = paper - MARGIN.left - MARGIN.right;
  const bottom = tall - MARGIN.bottom;
  let y = bottom;
  /** Head of the table that is being drawn. */
  let repeated: Row | null = null;

  const chunks: Buffer[] = [];
  const ended = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });

  const widths: Record<Weight, Map<string, number>> = { regular: new Map(), bold: new Map() };
  let measured = widths.regular;
  /** In the font that is set now; most texts are made of the same few hundred characters. */
  function widthOf(piece: string): number {
    const known = measured.get(piece) ?? doc.widthOfString(piece);
    measured.set(piece, known);
    return known;
  }
  function setFont(weight: Weight): void {
    doc.font(weight).fontSize(SIZE);
    measured = widths[weight];
  }

  function broken({ text, share, weight = 'regular' }: Cell): string[] {
    setFont(weight);
    return linesOf(printable(doc, text), width * share - 2 * PAD, widthOf);
  }

  function newPage(): void {
    doc.addPage();
    y = MARGIN.top;
    if (repeated) {
      draw(repeated, repeated.cells.map(broken));
    }
  }

  /** How high a row of these lines is; `isEnd` where it ends on this page. */
  function highOf({ cells, height = 0 }: Row, lines: readonly string[][], isEnd = true): number {
    const foot = isEnd && cells.some((cell) => cell.foot) ? FOOT : 0;
    return Math.max(height, Math.max(...lines.map(({ length }) => length)) * LINE + 2 * PAD + foot);
  }

  /** Draws lines of cells with their rules. */
  function draw(given: Row, lines: readonly string[][], isEnd = true): void {
    const high = highOf(given, lines, isEnd);
    let x = left;
    for (const [at, { share, weight = 'regular', align = 'left', foot }] of given.cells.entries()) {
      const wide = width * share;
      const box = { width: wide - 2 * PAD, lineBreak: false };
      const own = lines[at] ?? [];
      doc.lineWidth(0.6).rect(x, y, wide, high).stroke();
      setFont(weight);
      // Labels and short rows stand in the middle of their height; longer texts and boxes begin at the top.
      const isShort = given.isWhole && !foot;
      const isCentred = align === 'center' || isShort || high <= LINE + 2 * PAD + SIZE;
      const top = isCentred ? y + (high - own.length * LINE) / 2 : y + PAD;
      for (const [n, line] of own.entries()) {
        if (line) {
          const indent = align === 'center' ? Math.max(0, (box.width - widthOf(line)) / 2) : 0;
          doc.text(line, x + PAD + indent, top + n * LINE + DROP, { lineBreak: false });
        }
      }
      if (foot && isEnd) {
        doc.text(foot, x + wide - PAD - 14 - doc.widthOfString(foot), y + high - FOOT, { lineBreak: false });
      }
      x += wide;
    }
    y += high;
  }

  function row(given: Row): void {
    const lines = given.cells.map(broken);
    const high = highOf(given, lines);
    if (y + high <= bottom) {
      draw(given, lines);
      return;
    }
    const room = Math.floor((bottom - y - 2 * PAD) / LINE);
    const isKept = given.isWhole && high <= bottom - MARGIN.top - headHigh();
    if (y > MARGIN.top + headHigh() && (isKept || room < LEAST_LINES)) {
      newPage();
      row(given);
      return;
    }
    part({ ...given, height: 0 }, lines);
  }

  /** Draws what fits on this page, and the rest on the next ones; labels stand again. */
  function part(given: Row, lines: readonly string[][]): void {
    if (y + highOf(given, lines) <= bottom) {
      draw(given, lines);
      return;
    }
    const room = Math.floor((bottom - y - 2 * PAD) / LINE);
    draw(
      { ...given, height: bottom - y },
      lines.map((own) => own.slice(0, room)),
      false,
    );
    newPage();
    part(
      given,
      lines.map((own, at) => (given.cells[at]?.align === 'center' ? own : own.slice(room))),
    );
  }

  const headHigh = () => (repeated ? highOf(repeated, repeated.cells.map(broken)) : 0);

  return {
    doc,
    left,
    width,
    newPage,
    row,
    heading(text) {
      if (y + HEADING + LEAST_LINES * LINE > bottom) {
        newPage();
      }
      doc
        .font('bold')
        .fontSize(13)
        .text(text, left, y + 12, { width, lineBreak: false });
      y += HEADING;
    },
    table(head, rows) {
      row({ ...head, isWhole: true });
      repeated = head;
      for (const one of rows) {
        row(one);
      }
      repeated = null;
    },
    line(text, { size = SIZE, weight = 'regular', align = 'left' } = {}) {
      doc.font(weight).fontSize(size);
      doc.text(printable(doc, text), left, y, { width, align });
      y += size * 1.6;
    },
    blank(label, value) {
      const size = 14;
      const from = left + 40;
      const to = left + width - 40;
      doc.font('bold').fontSize(size).text(`${label}：`, from, y, { lineBreak: false });
      const start = from + BLANK;
      doc.font('regular');
      for (const line of linesOf(printable(doc, value), to - start - 12, (piece) =>
        doc.widthOfString(piece),
      )) {
        doc.text(line, start + 6, y, { lineBreak: false });
        doc
          .lineWidth(0.6)
          .moveTo(start, y + size * 1.5)
          .lineTo(to, y + size * 1.5)
          .stroke();
        y += size * 2.1;
      }
      y += 10;
    },
    space(height) {
      y += height;
    },
    drawing(height, drawAt) {
      if (y + height > bottom) {
        newPage();
      }
      drawAt(y);
      y += height;
    },
    async end() {
      const { count } = doc.bufferedPageRange();
      for (let page = 0; page < count; page += 1) {
        doc.switchToPage(page);
        // The foot lies below the margin, where pdfkit would begin a page for it.
        doc.page.margins.bottom = 0;
        doc
          .font('regular')
          .fontSize(9)
          .text(`第 ${page + 1} 页  共 ${count} 页`, left, tall - 42, {
            width,
            align: 'center',
            lineBreak: false,
          });
      }
      doc.end();
      return ended;
    },
  };
}

/** In points. */
const A4 = { width: 595.28, height: 841.89 };
