import fc from 'fast-check';
import { standardInForce, standardYears } from './standards';

const CODES = ['4111', '41', ''];
const table = (text: string) => {
  const [regionCode = '', year = ''] = text.split(':');
  return { regionCode, year: Number(year) };
};

test.each([
  ['of the year, of the nearest', ['4111:2026', '41:2026', ':2026'], '4111:2026'],
  ['of the year, though a nearer one has an earlier', ['4111:2025', '41:2026'], '41:2026'],
  ['none of the year: the latest earlier of the nearest', ['4111:2023', '4111:2024', '41:2025'], '4111:2024'],
  ['a later one never', ['4111:2027', ':2020'], ':2020'],
  ['only later ones', ['4111:2027'], null],
  ['another region’s never', ['43:2026', '4112:2026', '411102:2026'], null],
  ['nothing at all', [], null],
])('%s', (_name, published, expected) => {
  expect(standardInForce(published.map(table), CODES, 2026)).toEqual(expected && table(expected));
});

const tables = fc.uniqueArray(
  fc.record({ regionCode: fc.constantFrom(...CODES, '43'), year: fc.integer({ min: 2020, max: 2030 }) }),
  { selector: ({ regionCode, year }) => `${regionCode}:${year}` },
);

test('the order in which they are found decides nothing; there is one wherever there may be one', () => {
  fc.assert(
    fc.property(tables, fc.integer({ min: 2020, max: 2030 }), (published, year) => {
      const found = standardInForce(published, CODES, year);
      expect(standardInForce([...published].reverse(), CODES, year)).toEqual(found);
      const possible = published.filter((each) => CODES.includes(each.regionCode) && each.year <= year);
      expect(found === null).toBe(possible.length === 0);
      expect(found === null || possible.includes(found)).toBe(true);
    }),
  );
});

test('each year once, the latest first', () => {
  expect(standardYears(['4111:2024', '41:2026', ':2024'].map(table))).toEqual([2026, 2024]);
});
