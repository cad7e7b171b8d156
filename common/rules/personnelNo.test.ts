import fc from 'fast-check';
import { isPersonnelNo, makePersonnelNo } from './personnelNo';

const sequences = fc.integer({ min: 1, max: 899_999_999 });

it('begins at 100000001', () => {
  expect(makePersonnelNo(1)).toMatch(/^100000001\d$/);
  expect(makePersonnelNo(899_999_999)).toMatch(/^999999999\d$/);
});

it('has the check digit of ISO 7064 MOD 11,10', () => {
  // The standard's test of a whole number: what is left after the last digit is 1.
  const remainder = (number: string) => {
    let product = 10;
    let sum = 0;
    for (const digit of number) {
      sum = product + Number(digit);
      product = (2 * (sum % 10 === 0 ? 10 : sum % 10)) % 11;
    }
    return sum % 10;
  };
  // A published number of another user of the standard, the German tax number.
  expect(remainder('36574261809')).toBe(1);
  fc.assert(fc.property(sequences, (n) => expect(remainder(makePersonnelNo(n))).toBe(1)));
});

it.each([0, -1, 1.5, 900_000_000, Number.NaN, Number.POSITIVE_INFINITY])(
  'has no number for %p',
  (sequence) => {
    expect(() => makePersonnelNo(sequence)).toThrow(RangeError);
  },
);

it('takes its own numbers and finds every single wrong digit', () => {
  fc.assert(
    fc.property(sequences, fc.nat(9), fc.integer({ min: 1, max: 9 }), (n, at, step) => {
      const number = makePersonnelNo(n);
      expect(isPersonnelNo(number)).toBe(true);
      const wrong = Array.from(number, (digit, i) => (i === at ? (Number(digit) + step) % 10 : digit)).join(
        '',
      );
      expect(isPersonnelNo(wrong)).toBe(false);
    }),
  );
});

it('gives different numbers to different people', () => {
  fc.assert(
    fc.property(sequences, sequences, (a, b) => {
      expect(makePersonnelNo(a) === makePersonnelNo(b)).toBe(a === b);
    }),
  );
});

it.each(['', '123', '0000000005', '12345678901', '10000000１3', ' 1000000013'])('refuses %j', (text) => {
  expect(isPersonnelNo(text)).toBe(false);
});
