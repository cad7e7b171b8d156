import fc from 'fast-check';
import { holderAt } from './cardTenure';

test('a card that changed hands: the swipe is whose card it was', () => {
  const tenures = [
    { learnerId: 'second', from: 300 },
    { learnerId: 'first', from: 100, to: 200 },
  ];
  const holders = [50, 100, 199, 200, 299, 300, 9_999].map((at) => holderAt(tenures, at));
  expect(holders).toEqual(['first', 'first', 'first', null, null, 'second', 'second']);
  expect(holderAt([], 1)).toBeNull();
});

test('whose swipe it is does not depend on the order in which tenures are read', () => {
  const ends = fc.uniqueArray(fc.nat(1_000), { minLength: 2, maxLength: 10 });
  fc.assert(
    fc.property(ends, fc.nat(1_100), (times, at) => {
      const inOrder = times.slice().sort((a, b) => a - b);
      const tenures = inOrder.flatMap((from, n) =>
        n % 2 === 0 ? [{ learnerId: `L${n}`, from, to: inOrder[n + 1] }] : [],
      );
      expect(holderAt(tenures.slice().reverse(), at)).toBe(holderAt(tenures, at));
    }),
  );
});
