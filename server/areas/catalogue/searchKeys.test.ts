import fc from 'fast-check';
import { Types } from 'mongoose';
import { type ProjectQuery, projectFilter, projectKeys, projectText } from './searchKeys';

const PROJECT = {
  name: '2026年外科护理学新进展（第3期）学习班',
  number: '2020-14-02-049 (国)',
  leader: '李雪梅',
  unitId: new Types.ObjectId('b'.repeat(24)),
  regionCode: '411102',
  year: 2020,
  level: 'national',
  disciplineCode: '1402',
  nature: 'applied',
} as const;

/** What the store does with the filter. */
function isFound(project: Parameters<typeof projectKeys>[0], query: ProjectQuery): boolean {
  const { keys, text, enteredBy } = projectFilter(query);
  const own = projectKeys(project);
  return (
    keys.$all.every((key) => own.includes(String(key))) &&
    (!enteredBy || project.enteredBy !== enteredBy.$ne) &&
    (!text || new RegExp(text.$regex).test(projectText(project)))
  );
}

test.each([
  [{}, true],
  [{ q: '护理' }, true],
  [{ q: '护' }, true],
  [{ q: '外科护理学新进展' }, true],
  [{ q: '护理 学 新进展' }, true],
  [{ q: '进展护理' }, false],
  [{ q: '李雪梅' }, true],
  [{ q: '班2020' }, false],
  [{ q: '2020-14-02-049 (国)' }, true],
  [{ q: '２０２０－１４' }, true],
  [{ q: '049' }, true],
  [{ q: '14-02' }, true],
  [{ q: '50' }, false],
  [{ q: '49' }, true],
  [{ q: '第3期' }, true],
  [{ q: '第4期' }, false],
  [{ unitId: 'b'.repeat(24) }, true],
  [{ unitId: 'c'.repeat(24) }, false],
  [{ regions: ['41'] }, true],
  [{ regions: ['4111', '411102'] }, true],
  [{ regions: ['4111', '411103'] }, false],
  [{ regions: ['', undefined] }, true],
  [{ year: 2020, level: 'national', discipline: '14', nature: 'applied', isPublic: true }, true],
  [{ discipline: '1402' }, true],
  [{ discipline: '1403' }, false],
  [{ year: 2021 }, false],
  [{ level: 'city' }, false],
  [{ nature: 'filed' }, false],
] satisfies [ProjectQuery, boolean][])('%j: %s', (query, expected) => {
  expect(isFound(PROJECT, query)).toBe(expected);
});

test('what a unit entered itself is not public', () => {
  const entered = { ...PROJECT, nature: 'entered', enteredBy: 'unit' } as const;
  expect(isFound(entered, { isPublic: true })).toBe(false);
  expect(isFound(entered, { isPublic: true, q: '护理' })).toBe(false);
  expect(isFound(entered, { q: '护理' })).toBe(true);
  expect(isFound({ ...entered, enteredBy: 'authority' }, { isPublic: true })).toBe(true);
});

test('any piece of a name finds it, and no filter is without a key', () => {
  const piece = fc.record({
    name: fc.string({ unit: fc.constantFrom(...'外科护理Ａb９2049－ （·'), minLength: 1, maxLength: 40 }),
    from: fc.nat(39),
    length: fc.integer({ min: 1, max: 10 }),
  });
  fc.assert(
    fc.property(piece, ({ name, from, length }) => {
      const q = Array.from(name)
        .slice(from, from + length)
        .join('');
      expect(isFound({ ...PROJECT, name }, { q })).toBe(true);
      expect(projectFilter({ q }).keys.$all.length).toBeGreaterThan(0);
    }),
  );
});
