import fc from 'fast-check';
import { linesOf } from './lines';

/** Chinese characters are two wide, others one. */
const widthOf = (piece: string) =>
  Array.from(piece).reduce((sum, character) => sum + (/[\x20-\x7e]/.test(character) ? 1 : 2), 0);
const broken = (text: string, width: number) => linesOf(text, width, widthOf);

test('Chinese is broken anywhere, words and numbers stay whole', () => {
  expect(broken('外科护理学新进展', 8)).toEqual(['外科护理', '学新进展']);
  expect(broken('通过COVID-19培训', 8)).toEqual(['通过', 'COVID-19', '培训']);
});

test('a closing mark takes a character with it onto the next line, an opening one goes with what it opens', () => {
  expect(broken('外科护理，内科', 8)).toEqual(['外科护', '理，内科']);
  expect(broken('外科护（内科）', 8)).toEqual(['外科护', '（内科）']);
  expect(broken('护理。”外科', 6)).toEqual(['护', '理。”', '外科']);
});

test('lines of the text stay lines; an empty text is one empty line', () => {
  expect(broken('一、目的\n\n二、意义', 20)).toEqual(['一、目的', '', '二、意义']);
  expect(broken('', 20)).toEqual(['']);
});

test('what is wider than the line is broken where it ends', () => {
  expect(broken('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
});

test('nothing is lost, nothing is wider than the line', () => {
  const text = fc.string({ unit: fc.constantFrom(...'护理学新，。（）“”ab1 -\n'), maxLength: 200 });
  fc.assert(
    fc.property(text, fc.integer({ min: 8, max: 40 }), (given, width) => {
      const lines = broken(given, width);
      const bare = (some: string) => some.replace(/\s/g, '');
      expect(bare(lines.join(''))).toBe(bare(given));
      // A space that ends a line is not seen.
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
    }),
  );
});
