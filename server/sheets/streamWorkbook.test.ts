/** The file that long lists are written into: whole, readable by Excel's readers, and never faster than whoever takes it. */
import { Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openXlsx } from '../testing/sheets';
import { type Cell, streamWorkbook } from './streamWorkbook';

const COLUMNS = [
  ['姓名', 14],
  ['身份证号', 22],
  ['学分', 8],
] as const;

async function* pieces(...given: Cell[][][]) {
  yield* given;
}
const bookOf = (given: AsyncIterable<Cell[][]>, mostRows?: number) =>
  streamWorkbook({ name: '人员明细', columns: COLUMNS, pieces: given }, mostRows);

test('text stays text, numbers are numbers, and nothing of it is markup', async () => {
  const rows: Cell[][] = [
    ['李雪梅', '430422198001011234', 2.5],
    ['=1+1', '<b>&amp;"', 0],
    [' 两边有空格 ', '第一行\n第二行', -1],
    ['𠮷\u0007\ud800', '', 6],
  ];
  const { book } = await openXlsx(await buffer(bookOf(pieces(rows.slice(0, 1), [], rows.slice(1)))));
  const [sheet] = book.worksheets;
  expect(book.worksheets.map(({ name }) => name)).toEqual(['人员明细']);
  const values = [1, 2, 3, 4, 5].map((n) => ((sheet?.getRow(n).values ?? []) as Cell[]).slice(1));
  expect(values).toEqual([
    ['姓名', '身份证号', '学分'],
    ...rows.slice(0, 3),
    // What XML cannot hold is left out, half a character is shown as unreadable.
    ['𠮷�', undefined, 6],
  ]);
  expect(sheet?.getCell('B2').numFmt).toBe('@');
  expect(sheet?.getColumn(2).width).toBe(22);
  expect(sheet?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
});

test('nothing to write is a sheet with its heading', async () => {
  const { rows } = await openXlsx(await buffer(bookOf(pieces())));
  expect(rows).toEqual([['姓名', '身份证号', '学分']]);
});

test('it goes on in another sheet, and begins none that would be empty', async () => {
  const row = (n: number): Cell[] => [`学员${n}`, '', n];
  const piece = (n: number) => [row(n), row(n + 1)];
  const bytes = await buffer(bookOf(pieces(piece(1), piece(3), piece(5), piece(7)), 4));
  const { book } = await openXlsx(bytes);
  expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['人员明细', 5],
    ['人员明细（2）', 5],
  ]);
  expect(book.worksheets[1]?.getCell('A2').value).toBe('学员5');
});

/** Endless; `read` is how much was asked of it, `isClosed` whether somebody said that it is enough. */
function endless() {
  const asked = { read: 0, isClosed: false };
  async function* source(): AsyncGenerator<Cell[][]> {
    try {
      for (;;) {
        asked.read += 1;
        // Digits that do not pack well.
        yield Array.from({ length: 500 }, (_, n) => [`${Math.sin(asked.read * 1000 + n)}`, '', n]);
      }
    } finally {
      asked.isClosed = true;
    }
  }
  return { asked, source: source() };
}

test('it waits for a slow taker, and closes its source when he goes away', async () => {
  const { asked, source } = endless();
  const book = bookOf(source);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const taking = pipeline(
    book,
    new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, next) => {
        void held.then(() => next(new Error('gone')));
      },
    }),
  ).catch((error: Error) => error.message);
  // As long as it still reads, there is something that goes round; then all of it waits.
  let before = -1;
  while (asked.read !== before) {
    before = asked.read;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(asked.read).toBeLessThan(40);
  release();
  expect(await taking).toBe('gone');
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked.isClosed).toBe(true);
});

test('a source that fails makes the file fail', async () => {
  async function* failing(): AsyncGenerator<Cell[][]> {
    yield [['李雪梅', '', 1]];
    throw new Error('the store is gone');
  }
  await expect(buffer(bookOf(failing()))).rejects.toThrow('the store is gone');
});
