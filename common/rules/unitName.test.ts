import fc from 'fast-check';
import { likenessOfNames, tidyUnitName, tidyUnitNames } from './unitName';

it.each([
  ['人民医院(本部)', '人民医院（本部）'],
  [' 人民 医院 （本部） ', '人民医院（本部）'],
  ['３５１５职工医院', '3515职工医院'],
  ['BOE　 Hospital 北京', 'BOE Hospital北京'],
  ['\u202d漯河市中心医院\u202c', '漯河市中心医院'],
])('%j is spelt %s', (text, name) => {
  expect(tidyUnitName(text)).toBe(name);
});

test('a tidy name stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'人民医院(（）) AB1\u3000') }), (text) => {
      expect(tidyUnitName(tidyUnitName(text))).toBe(tidyUnitName(text));
    }),
  );
});

test('lists hold each name once and not the present one', () => {
  expect(tidyUnitNames(['甲医院', '甲 医院', ' ', '乙医院(东)', '丙医院'], ['丙医院'])).toEqual([
    '甲医院',
    '乙医院（东）',
  ]);
});

describe('likeness', () => {
  it.each([
    ['宜章县第二人民医院', '宜章县第二人民医院', 1],
    ['湖南省宜章县岩泉镇中心卫生院', '岩泉镇中心卫生院', 16 / 22],
    ['宜章县人民医院', '宜章县第二人民医院', 14 / 16],
    ['疾控', '妇幼保健院', 0],
    ['', '', 0],
  ])('of %s and %s', (a, b, likeness) => {
    expect(likenessOfNames(a, b)).toBeCloseTo(likeness);
    expect(likenessOfNames(b, a)).toBeCloseTo(likeness);
  });

  it('is between 0 and 1, and 1 for the same name', () => {
    const name = fc.string({ unit: fc.constantFrom(...'人民医院中心市县'), minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(likenessOfNames(a, b)).toBeGreaterThanOrEqual(0);
        expect(likenessOfNames(a, b)).toBeLessThanOrEqual(1);
        expect(likenessOfNames(a, a)).toBe(1);
      }),
    );
  });
});
