import fc from 'fast-check';
import { matchingName, rankUnit, searchableUnit, unitQuery } from './unitSearch';

const found = (query: string, units: readonly (readonly string[])[]) =>
  units
    .map((names) => ({ name: names[0], rank: rankUnit(query, names) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (b.rank ?? 0) - (a.rank ?? 0))
    .map(({ name }) => name);

describe('what manual 003 §三 makes people guess', () => {
  it.each(['疾', '疾控', '疾控中心'])('%s finds 疾控中心 and 疾病预防控制中心', (query) => {
    const units = [['娄底市疾病预防控制中心'], ['娄底市疾控中心'], ['娄底市中心医院']];
    expect(found(query, units)).toEqual(['娄底市疾控中心', '娄底市疾病预防控制中心']);
  });

  it('黎托卫生院 finds 黎托乡卫生院', () => {
    expect(rankUnit('黎托卫生院', ['黎托乡卫生院'])).not.toBeNull();
    expect(rankUnit('黎托', ['黎托乡卫生院'])).not.toBeNull();
  });

  it('岩泉 finds 宜章县第二人民医院 by its other name', () => {
    expect(found('岩泉', [['宜章县第二人民医院', '岩泉镇中心卫生院'], ['宜章县人民医院']])).toEqual([
      '宜章县第二人民医院',
    ]);
  });

  it('娄底市中 finds 娄底市中心医院', () => {
    expect(rankUnit('娄底市中', ['娄底市中心医院'])).not.toBeNull();
  });
});

describe('the order', () => {
  it('is exact, beginning, inside, in order; the shorter first', () => {
    const units = [
      '人民医院',
      '人民医院分院',
      '人民医院第二分院',
      '市人民医院',
      '宜章县人民医院',
      '人和民康医院',
    ].map((name) => [name]);
    expect(found('人民医院', [...units].reverse())).toEqual(units.map(([name]) => name));
  });

  it('keeps the bands apart even for very long names', () => {
    const long = '院'.repeat(300);
    expect(rankUnit('市一', [`市一${long}`])).toBeGreaterThan(rankUnit('市一', ['大市一']) ?? 0);
    expect(rankUnit('市一', [`大市一${long}`])).toBeGreaterThan(rankUnit('市一', ['市第一']) ?? 0);
  });

  it('is 100 for the very name, also one of more than twenty characters', () => {
    expect(rankUnit('人民医院', ['别名', '人民医院'])).toBe(100);
    const name = '中国人民解放军联勤保障部队第九二一医院门诊部（南院）';
    expect(rankUnit(name, [name])).toBe(100);
  });
});

describe('typing', () => {
  it('ignores spaces, width, case and brackets', () => {
    expect(rankUnit(' 3515　职工 医院 ', ['３５１５职工医院'])).toBe(100);
    expect(rankUnit('icu中心', ['ICU中心'])).toBe(100);
    expect(rankUnit('人民医院本部', ['人民医院（本部）'])).toBe(100);
    expect(rankUnit('人民医院（本', ['人民医院(本部)'])).not.toBeNull();
  });

  it.each([
    ['院医', ['人民医院']],
    ['疾疾', ['疾控中心']],
    ['人民医院', []],
    ['中医', ['人民医院', '妇幼保健院']],
  ])('%s does not match %j', (query, names) => {
    expect(rankUnit(query, names)).toBeNull();
  });
});

describe('pinyin initials', () => {
  const lhszxyy: [string[], string[]] = [['漯河市中心医院'], ['lhszxyy']];
  it.each(['lhszxyy', 'LHSZXYY', 'lhs', 'zxyy', 'lhyy', 'ｌｈ'])('%s finds 漯河市中心医院', (query) => {
    expect(rankUnit(query, ...lhszxyy)).not.toBeNull();
  });

  it('rank exact, beginning, inside, in order, all below a name that holds the letters', () => {
    const ranks = [
      rankUnit('cd', ['超长的XCX-D'], ['ccdxcxd']),
      rankUnit('lhszxyy', ...lhszxyy),
      rankUnit('lhs', ...lhszxyy),
      rankUnit('zxyy', ...lhszxyy),
      rankUnit('lzy', ...lhszxyy),
    ];
    expect(ranks).toEqual([...ranks].sort((a, b) => (b ?? 0) - (a ?? 0)));
    expect(new Set(ranks).size).toBe(ranks.length);
    expect(ranks).not.toContain(null);
  });

  it.each(['yyxz', 'lhszxyya', 'l1', '漯h'])('%s does not', (query) => {
    expect(rankUnit(query, ...lhszxyy)).toBeNull();
  });
});

describe('which of the names it was', () => {
  const unit = searchableUnit(['宜章县第二人民医院', '岩泉镇中心卫生院'], ['yzxdermyy', 'yqzzxwsy']);
  it.each([
    ['yqwsy', 1],
    ['yzx', 0],
    ['岩泉', 1],
    ['第二', 0],
  ])('%s: %i', (query, index) => {
    expect(matchingName(unitQuery(query), unit)).toBe(index);
  });

  it('is the present one where that fits too, even if less well', () => {
    expect(matchingName(unitQuery('院'), unit)).toBe(0);
    expect(matchingName(unitQuery('疾'), unit)).toBeNull();
  });
});

describe('a unit is found', () => {
  const character = fc.constantFrom(...'人民医院中心市县一二a1.*\\[\u{20000}');
  /** A name with some of its characters, in order. */
  const withPart = (unit: fc.Arbitrary<string>) =>
    fc.array(fc.tuple(unit, fc.boolean()), { minLength: 1, maxLength: 20 }).map((pairs) => ({
      name: pairs.map(([text]) => text).join(''),
      part: pairs.flatMap(([text, isTyped]) => (isTyped ? [text] : [])).join(''),
    }));

  it('by any of the characters of any of its names, in order', () => {
    fc.assert(
      fc.property(withPart(character), fc.array(fc.string()), ({ name, part }, others) => {
        expect(rankUnit(part, [...others, name])).not.toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it('by any of its initials, in order', () => {
    const letter = fc.constantFrom(...'abcxyz');
    fc.assert(
      fc.property(withPart(letter), ({ name: initials, part }) => {
        expect(rankUnit(part, ['单位'], [initials])).not.toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it('never by a character that no name holds', () => {
    fc.assert(
      fc.property(withPart(character), ({ name, part }) => {
        expect(rankUnit(`${part}疾`, [name], ['zzz'])).toBeNull();
      }),
    );
  });
});
