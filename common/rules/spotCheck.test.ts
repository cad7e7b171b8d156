import fc from 'fast-check';
import { drawSome, isSpotCheckOver, SPOT_CHECK_GRACE_MS, sameDevice, takesAnswer } from './spotCheck';

test('as many as asked for are drawn, or all there are, and nobody twice', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer(), { maxLength: 50 }),
      fc.integer({ min: 1, max: 60 }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
      (hall, count, dice) => {
        const below = (n: number) => Math.floor(dice.next().value * n);
        const drawn = drawSome(hall, count, below);
        expect(drawn).toHaveLength(Math.min(count, hall.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.every((one) => hall.includes(one))).toBe(true);
      },
    ),
  );
});

test('every possible roll of the dice draws every pair equally often', () => {
  const counts = new Map<string, number>();
  for (let first = 0; first < 4; first += 1) {
    for (let second = 0; second < 3; second += 1) {
      const rolls = [first, second];
      const pair = drawSome(['a', 'b', 'c', 'd'], 2, () => rolls.shift() ?? 0)
        .sort()
        .join('');
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  expect(counts.size).toBe(6);
  expect(new Set(counts.values())).toEqual(new Set([2]));
});

test('an answer counts to the last millisecond of the grace', () => {
  expect(takesAnswer(60_000, 60_000 + SPOT_CHECK_GRACE_MS)).toBe(true);
  expect(takesAnswer(60_000, 60_000 + SPOT_CHECK_GRACE_MS + 1)).toBe(false);
});

test('it is over with the last answer, or with the time', () => {
  const check = (...confirmed: boolean[]) => ({
    until: 60_000,
    asked: confirmed.map((hasConfirmed) => ({ hasConfirmed })),
  });
  expect(isSpotCheckOver(check(true, false), 60_000)).toBe(false);
  expect(isSpotCheckOver(check(true, true), 1_000)).toBe(true);
  expect(isSpotCheckOver(check(true, false), 63_001)).toBe(true);
});

test('answers of one phone are told of each other; without a phone there is nothing to tell', () => {
  const [a, b, c, d, e] = [{ device: 'x' }, { device: 'y' }, { device: 'x' }, {}, {}];
  expect(sameDevice([a, b, c, d, e] as { device?: string }[])).toEqual(
    new Map([
      [a, [c]],
      [c, [a]],
    ]),
  );
});
