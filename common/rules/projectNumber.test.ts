import fc from 'fast-check';
import { codesOf, PROJECT_LEVELS } from '../terms';
import { composeProjectNumber, type NumberParts, parseProjectNumber } from './projectNumber';

test.each([
  ['2020-14-02-049 (国)', '2020-14-02-049 (国)', 'national', 2020],
  ['2020-14-02-049', '2020-14-02-049 (国)', 'national', 2020],
  ['２０２０－１４－０２－０４９（国）', '2020-14-02-049 (国)', 'national', 2020],
  [' 2020—14—02—049 【国家级】 ', '2020-14-02-049 (国)', 'national', 2020],
  ['20201402049国', '2020-14-02-049 (国)', 'national', 2020],
  ['2020480301016 (省)', '2020480301016 (省)', 'province', 2020],
  ['2020480301016（省级）', '2020480301016 (省)', 'province', 2020],
  ['2020 48 0301 016〔省〕', '2020480301016 (省)', 'province', 2020],
  ['2020-48-0301-016(省)', '2020480301016 (省)', 'province', 2020],
  ['2014031010', '2014031010', null, 2014],
  ['2014031010(市)', '2014031010', 'city', 2014],
])('%s is %s', (typed, text, level, year) => {
  expect(parseProjectNumber(typed)).toMatchObject({ text, level, year });
});

test('a national number tells its discipline', () => {
  expect(parseProjectNumber('2020-14-02-049 (国)')?.discipline).toBe('1402');
  expect(parseProjectNumber('2020480301016 (省)')?.discipline).toBeNull();
});

test.each([
  '',
  '国',
  '2020',
  '2020-14-02',
  '2020-14-02-04',
  '0020-14-02-049 (国)',
  '2020-14-2-049 (国)',
  '20204803010161234567890 (省)',
  'abc-14-02-049',
  '2020-14-02-049 (国) 2',
  '1402031010',
])('“%s” is no number', (typed) => {
  expect(parseProjectNumber(typed)).toBeNull();
});

const digits = (least: number, most: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most })
    .map((some) => some.join(''));
const parts: fc.Arbitrary<NumberParts> = fc.record({
  year: fc.integer({ min: 2000, max: 2100 }),
  level: fc.constantFrom(...codesOf(PROJECT_LEVELS)),
  prefix: digits(0, 4),
  discipline: digits(4, 4),
  serial: fc.integer({ min: 1, max: 99_999 }),
});

test('what is composed is read as it was composed', () => {
  fc.assert(
    fc.property(parts, (given) => {
      const text = composeProjectNumber(given);
      const read = parseProjectNumber(text);
      expect(read).toMatchObject({ text, year: given.year });
      expect(read?.level).toBe(given.level === 'national' || given.level === 'province' ? given.level : null);
      expect(read?.discipline).toBe(given.level === 'national' ? given.discipline : null);
    }),
  );
});

test('two serials never give one number', () => {
  fc.assert(
    fc.property(parts, fc.integer({ min: 1, max: 99_999 }), (given, other) => {
      fc.pre(given.serial !== other);
      expect(composeProjectNumber({ ...given, serial: other })).not.toBe(composeProjectNumber(given));
    }),
  );
});

const SPACES = ['', ' ', '　'];
test('brackets, spaces, dashes and full-width digits change nothing', () => {
  const written = fc.record({
    given: parts,
    brackets: fc.constantFrom('()', '（）', '[]', '【】', '〔〕', '  '),
    space: fc.constantFrom(...SPACES),
    dash: fc.constantFrom('-', '－', '—', '–'),
    isWide: fc.boolean(),
  });
  fc.assert(
    fc.property(written, ({ given, brackets, space, dash, isWide }) => {
      const text = composeProjectNumber(given);
      const messy = Array.from(text.replace('(', brackets[0] ?? '').replace(')', brackets[1] ?? ''))
        .map((character) => (character === '-' ? dash : character))
        .map((character) =>
          isWide && /\d/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character,
        )
        .join(space);
      expect(parseProjectNumber(messy)?.text).toBe(text);
    }),
  );
});

test('one spelling is its own spelling; nothing that is typed makes it fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const read = parseProjectNumber(typed);
      if (read) {
        expect(parseProjectNumber(read.text)?.text).toBe(read.text);
      }
    }),
  );
});
