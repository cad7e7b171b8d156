/** Comma- or tab-separated text (RFC 4180), as machines and Excel write it. */

/** A line's cells, and its number in the file from 1, as a person counts them. */
export interface CsvLine {
  row: number;
  cells: string[];
}

/**
 * The lines of a text one after another, without the blank ones. CRLF, LF and CR end a line; a cell in quotes may hold all of
 * them; a byte order mark is skipped. The separator is a tab where the first line has one outside of quotes, else a comma.
 */
export function* csvLines(text: string): Generator<CsvLine> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const separator = separatorOf(text, at);
  let row = 1;
  while (at < text.length) {
    const line = readLine(text, at, separator);
    if (line.cells.some((cell) => cell !== '')) {
      yield { row, cells: line.cells };
    }
    row += line.height;
    at = line.next;
  }
}

/** One line of CSV. What Excel would take for a formula, or holds a separator, goes in quotes or behind an apostrophe. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  const safe = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function separatorOf(text: string, from: number): string {
  let isQuoted = false;
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') {
      isQuoted = !isQuoted;
    } else if (!isQuoted && char === '\t') {
      return '\t';
    } else if (!isQuoted && (char === '\r' || char === '\n') && at > from) {
      return ',';
    }
  }
  return ',';
}

/** The line that begins at `from`: its cells trimmed, how many lines of text it takes, and where the next begins. */
function readLine(text: string, from: number, separator: string) {
  const cells: string[] = [];
  let height = 1;
  let at = from;
  for (;;) {
    let cell = '';
    // Spaces may stand before an opening quote.
    const start = skipSpaces(text, at);
    if (text.charAt(start) === '"') {
      const end = closingQuote(text, start + 1);
      cell = text.slice(start + 1, end).replace(/""/g, '"');
      height += newlinesIn(cell);
      at = end + 1;
    }
    const rest = endOfCell(text, at, separator);
    cells.push((cell + text.slice(at, rest)).trim());
    const char = text.charAt(rest);
    if (char === separator) {
      at = rest + 1;
      continue;
    }
    const isPair = char === '\r' && text.charAt(rest + 1) === '\n';
    return { cells, height, next: rest + (isPair ? 2 : 1) };
  }
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === ' ') {
    at += 1;
  }
  return at;
}

/** Where the quoted cell ends; at the text's end where nobody closed it. */
function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text.charAt(at) !== '"') {
      continue;
    }
    if (text.charAt(at + 1) !== '"') {
      return at;
    }
    at += 1;
  }
  return text.length;
}

function endOfCell(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === separator || char === '\r' || char === '\n') {
      return at;
    }
  }
  return text.length;
}

const newlinesIn = (cell: string) => cell.split(/\r\n|\r|\n/).length - 1;
