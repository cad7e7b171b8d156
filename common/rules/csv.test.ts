import fc from 'fast-check';
import { csvLine, csvLines } from './csv';

const cellsOf = (text: string) => Array.from(csvLines(text), ({ cells }) => cells);

test.each([
  ['commas and LF', 'a,b\n1,2\n'],
  ['commas and CRLF, no end', 'a,b\r\n1,2'],
  ['tabs', 'a\tb\n1\t2'],
  ['a byte order mark and CR', '\uFEFFa,b\r1,2\r'],
  ['quotes and spaces', ' "a" ,b \n"1", 2'],
  ['blank lines', '\n\na,b\n , \n1,2\n\n'],
])('%s are read', (_what, text) => {
  expect(cellsOf(text)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

test('a quoted cell keeps separators, quotes and line ends', () => {
  expect(cellsOf('"a,""b""\r\nc",2\n3,4')).toEqual([
    ['a,"b"\r\nc', '2'],
    ['3', '4'],
  ]);
});

test('a tab within quotes does not make the file tab-separated', () => {
  expect(cellsOf('"a\tb",c\n1,2')).toEqual([
    ['a\tb', 'c'],
    ['1', '2'],
  ]);
});

test('lines are numbered as a person counts them', () => {
  const rows = Array.from(csvLines('a\n\n"b\nc"\nd'), ({ row }) => row);
  expect(rows).toEqual([1, 3, 5]);
});

test('a quote that nobody closed ends with the text', () => {
  expect(cellsOf('a,"b\nc')).toEqual([['a', 'b\nc']]);
});

test('nothing that is written is a formula to Excel', () => {
  expect(csvLine(['=1+1', '+86', '-', '@x', 'a,b'])).toBe("'=1+1,'+86,'-,'@x,\"a,b\"\r\n");
});

test('what is written is read again, whatever it holds', () => {
  const cell = fc.string({ maxLength: 12 }).map((text) => `x${text.replace(/\t/g, '')}x`);
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), (table) => {
      expect(cellsOf(`\uFEFF${table.map(csvLine).join('')}`)).toEqual(table);
    }),
  );
});

test('any text is read without an error, and its rows are in order', () => {
  const text = fc.array(fc.constantFrom('a', '"', ',', '\t', '\r', '\n', ' ', '\uFEFF'), { maxLength: 60 });
  fc.assert(
    fc.property(text, (parts) => {
      const rows = Array.from(csvLines(parts.join('')), ({ row }) => row);
      expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
    }),
  );
});
