import fc from 'fast-check';
import { drawPaper, numbersFrom } from './examDraw';

const ALL = { draw: 0, isQuestionsShuffled: true, isOptionsShuffled: true };
const papers = fc.array(fc.integer({ min: 2, max: 10 }), { minLength: 1, maxLength: 60 });
const seeds = fc.integer({ min: 0, max: 0xffff_ffff });
const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const upTo = (count: number) => Array.from({ length: count }, (_, place) => place);

it('draws numbers as mulberry32 does', () => {
  // What its author's C prints for these seeds.
  const first = (seed: number) => Array.from({ length: 3 }, numbersFrom(seed)).map((n) => n * 2 ** 32);
  expect(first(0)).toEqual([1_144_304_738, 1_416_247, 958_946_056]);
  expect(first(0xffff_ffff)).toEqual([3_850_105_811, 813_802_916, 3_073_704_848]);
});

it('draws the same of the same seed, for as long as attempts are kept', () => {
  expect(drawPaper([4, 4, 3, 2, 4, 5], { ...ALL, draw: 3 }, 20_261_121)).toEqual([
    { question: 0, order: [1, 3, 2, 0] },
    { question: 5, order: [3, 2, 0, 1, 4] },
    { question: 3, order: [0, 1] },
  ]);
});

it('asks as many as the rules say, each once, with each of its options once', () => {
  const rules = fc.record({
    draw: fc.integer({ min: 0, max: 70 }),
    isQuestionsShuffled: fc.boolean(),
    isOptionsShuffled: fc.boolean(),
  });
  fc.assert(
    fc.property(papers, rules, seeds, (paper, given, seed) => {
      const drawn = drawPaper(paper, given, seed);
      const asked = drawn.map(({ question }) => question);
      expect(drawn).toHaveLength(given.draw === 0 ? paper.length : Math.min(given.draw, paper.length));
      expect(new Set(asked).size).toBe(asked.length);
      for (const { question, order } of drawn) {
        expect(sorted(order)).toEqual(upTo(paper[question] ?? 0));
      }
      if (!given.isQuestionsShuffled) {
        expect(asked).toEqual(sorted(asked));
      }
      if (!given.isOptionsShuffled) {
        expect(drawn.every(({ order }) => `${order}` === `${sorted(order)}`)).toBe(true);
      }
      expect(drawPaper(paper, given, seed)).toEqual(drawn);
    }),
  );
});

it('asks each question about as often as any other, and shows each option about as often first', () => {
  const asked = upTo(10).map(() => 0);
  const first = upTo(4).map(() => 0);
  for (let seed = 0; seed < 10_000; seed += 1) {
    for (const { question, order } of drawPaper(
      upTo(10).map(() => 4),
      { ...ALL, draw: 5 },
      seed,
    )) {
      asked[question] = (asked[question] ?? 0) + 1;
      first[order[0] ?? -1] = (first[order[0] ?? -1] ?? 0) + 1;
    }
  }
  // Expected 5,000 and 12,500 with standard deviations of 50 and 97: five of them either way.
  expect(asked.filter((count) => Math.abs(count - 5_000) > 250)).toEqual([]);
  expect(first.filter((count) => Math.abs(count - 12_500) > 485)).toEqual([]);
});
