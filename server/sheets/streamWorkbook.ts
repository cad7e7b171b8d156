/**
 * Writes long Excel files with constant memory. exceljs' own stream does not wait for whoever reads slower than it writes; here
 * every part waits for the next, down to the store.
 */
import type { PassThrough } from 'node:stream';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import * as parts from './workbookParts';

export type Cell = string | number;

/** One table; it goes on in another sheet where it has more rows than one may have. */
export interface StreamedSheet {
  name: string;
  /** Headings with their widths in characters. */
  columns: readonly (readonly [heading: string, width: number])[];
  /** The rows, some hundreds at a time. */
  pieces: AsyncIterable<readonly (readonly Cell[])[]>;
}

/** Excel reads 1,048,576 rows; the heading and one more piece find room above this. */
const MOST_ROWS = 1_000_000;

/**
 * The bytes of an .xlsx. Text stays text: an 身份证号 keeps its digits, and what begins with `=` is no formula. Whoever stops reading
 * destroys it, and the source of the rows is closed; where that fails, so does the reading.
 */
export function streamWorkbook(sheet: StreamedSheet, mostRows = MOST_ROWS): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  const fail = (error: unknown) => output.destroy(error as Error);
  zip.on('error', fail);
  const pieces = sheet.pieces[Symbol.asyncIterator]();
  const names: string[] = [];

  function addSheet(first: IteratorResult<readonly (readonly Cell[])[]>): void {
    names.push(names.length === 0 ? sheet.name : `${sheet.name}（${names.length + 1}）`);
    let coming = first;
    async function* xml(): AsyncGenerator<Buffer> {
      yield Buffer.from(parts.sheetStart(sheet.columns));
      let rows = 0;
      while (!coming.done && rows < mostRows) {
        // The heading is the first.
        yield Buffer.from(parts.rowsXml(coming.value, rows + 2));
        rows += coming.value.length;
        coming = await pieces.next();
      }
      yield Buffer.from(parts.SHEET_END);
    }
    const source = Readable.from(xml());
    source.on('error', fail);
    source.on('end', () => (coming.done ? finish() : addSheet(coming)));
    output.on('close', () => source.destroy());
    zip.addReadStream(source, `xl/worksheets/sheet${names.length}.xml`);
  }

  function finish(): void {
    for (const [path, xml] of Object.entries(parts.frame(names))) {
      zip.addBuffer(Buffer.from(xml), path);
    }
    zip.end();
  }

  output.on('close', () => {
    Promise.resolve(pieces.return?.()).catch(() => undefined);
  });
  pieces.next().then(addSheet).catch(fail);
  return output;
}
