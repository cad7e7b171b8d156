import { array, assert, integer, property } from 'fast-check';
import { groupBy } from './groupBy';

test('groups and their items keep their order; a value may be taken of each', () => {
  const words = ['an', 'b', 'at', 'c', 'by'];
  expect([...groupBy(words, (word) => word.length)]).toEqual([
    [2, ['an', 'at', 'by']],
    [1, ['b', 'c']],
  ]);
  expect([
    ...groupBy(
      words,
      (word) => word.length,
      (word) => word[0],
    ),
  ]).toEqual([
    [2, ['a', 'a', 'b']],
    [1, ['b', 'c']],
  ]);
});

test('every item is in the group of its key, once', () => {
  assert(
    property(array(integer({ min: 0, max: 20 })), (numbers) => {
      const groups = groupBy(numbers, (number) => number % 5);
      expect([...groups.values()].flat().sort()).toEqual([...numbers].sort());
      for (const [key, group] of groups) {
        expect(group.every((number) => number % 5 === key)).toBe(true);
      }
    }),
  );
});
