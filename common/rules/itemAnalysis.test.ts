import fc from 'fast-check';
import { difficultyOf, discriminationOf, distributionOf, type ItemAnswer, itemWords } from './itemAnalysis';

/** As many answers as are named, right with these scores and wrong with those. */
const answers = (right: number[], wrong: number[]): ItemAnswer[] => [
  ...right.map((score) => ({ score, isRight: true })),
  ...wrong.map((score) => ({ score, isRight: false })),
];
const some = fc.array(fc.record({ score: fc.integer({ min: 0, max: 100 }), isRight: fc.boolean() }), {
  maxLength: 60,
});

test('a worked example: eleven answers, groups of three', () => {
  // Best three: 100, 90, 80, all right; worst three: 30, 20, 10, one of them right.
  const example = answers([100, 90, 80, 70, 60, 20], [75, 65, 50, 30, 10]);
  expect(difficultyOf(example)).toBeCloseTo(6 / 11);
  expect(discriminationOf(example)).toBeCloseTo(1 - 1 / 3);
  expect(itemWords(example)).toBe('');
});

test('those at the border of a group count by the share of the places left', () => {
  // Upper three of eleven: 90 and two places for the four with 80, of whom half are right.
  const tied = answers([90, 80, 80, 10, 10], [80, 80, 50, 50, 50, 10]);
  expect(discriminationOf(tied)).toBeCloseTo((1 + 2 * 0.5) / 3 - 2 / 3);
});

test('neither depends on the order of the answers, and both stay within their bounds', () => {
  fc.assert(
    fc.property(some, (given) => {
      const difficulty = difficultyOf(given);
      const discrimination = discriminationOf(given);
      expect(discriminationOf(given.toReversed())).toEqual(discrimination);
      expect(difficulty === null).toBe(given.length === 0);
      expect(difficulty === null || (difficulty >= 0 && difficulty <= 1)).toBe(true);
      expect(discrimination === null || Math.abs(discrimination) <= 1 + 1e-9).toBe(true);
    }),
  );
});

test('the wrong key stands out: the worse the learner, the more often right', () => {
  const wrongKey = answers([10, 20, 30, 40], [100, 90, 80, 70, 60, 50, 45]);
  expect(discriminationOf(wrongKey)).toBe(-1);
  expect(itemWords(wrongKey)).toBe('高分者反而答错，请检查正确答案');
});

test('who knows it all is no fault of an easy question; five are few, but enough for its difficulty', () => {
  expect(itemWords(answers(Array(20).fill(90), []))).toBe('偏易');
  expect(itemWords(answers([90], [80, 70, 60, 50]))).toBe('偏难');
  expect(itemWords(answers([90], [80, 70, 60]))).toBe('');
  expect(itemWords([])).toBe('');
});

test('everybody is in one group of the distribution', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 })), (scores) => {
      expect(distributionOf(scores).reduce((sum, count) => sum + count, 0)).toBe(scores.length);
    }),
  );
  expect(distributionOf([0, 9, 10, 89, 90, 100])).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 1, 2]);
});
