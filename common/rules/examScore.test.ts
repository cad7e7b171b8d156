import fc from 'fast-check';
import { choiceFault, isPassing, isRightChoice, scoreOf } from './examScore';

const places = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 10 });

describe('a question', () => {
  it('is right with exactly the right options, in any order, however often they are named', () => {
    fc.assert(
      fc.property(places, (right) => {
        expect(isRightChoice([...right].reverse(), right)).toBe(true);
        expect(isRightChoice([...right, ...right], right)).toBe(true);
      }),
    );
  });

  it('is wrong with one too few, one too many, or another', () => {
    fc.assert(
      fc.property(places, places, (chosen, right) => {
        const isSame = `${[...chosen].sort()}` === `${[...right].sort()}`;
        expect(isRightChoice(chosen, right)).toBe(isSame);
      }),
    );
    expect(isRightChoice([0, 2], [0, 2, 3])).toBe(false);
    expect(isRightChoice([0, 1, 2, 3], [0, 2, 3])).toBe(false);
    expect(isRightChoice([], [1])).toBe(false);
  });
});

it('counts each question the same, of 100', () => {
  expect([scoreOf(5, 8), scoreOf(2, 3), scoreOf(0, 5), scoreOf(5, 5), scoreOf(0, 0)]).toEqual([
    63, 67, 0, 100, 0,
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (total, given) => {
      const right = Math.min(given, total);
      const score = scoreOf(right, total);
      expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
      // One more right never scores less, and only everything right is everything, up to 200 questions.
      expect(scoreOf(Math.min(right + 1, total), total)).toBeGreaterThanOrEqual(score);
      expect(total > 200 || (score === 100) === (right === total)).toBe(true);
    }),
  );
});

it('passes with the pass mark itself', () => {
  expect([isPassing(60, 60), isPassing(59, 60)]).toEqual([true, false]);
});

it('knows what cannot be an answer', () => {
  const single = { kind: 'single', options: 4 } as const;
  const multiple = { kind: 'multiple', options: 4 } as const;
  expect([choiceFault([], single), choiceFault([3], single), choiceFault([2, 2], single)]).toEqual([
    null,
    null,
    null,
  ]);
  expect(choiceFault([0, 1], single)).toBe('tooMany');
  expect(choiceFault([0, 1], multiple)).toBeNull();
  expect([choiceFault([4], multiple), choiceFault([-1], single)]).toEqual(['outOfRange', 'outOfRange']);
});
