import fc from 'fast-check';
import {
  CLASS_I_ONSITE_MINUTES_PER_CREDIT,
  creditsFromMinutes,
  creditTotals,
  formatCredits,
  formatHours,
} from './credits';

describe('creditsFromMinutes', () => {
  it('gives one class I credit for three hours (manual 003 §一)', () => {
    expect(creditsFromMinutes(3 * 60, CLASS_I_ONSITE_MINUTES_PER_CREDIT)).toBe(100);
    // 15 学时 (5.00 学分) in manual 004's booklet.
    expect(creditsFromMinutes(15 * 60, CLASS_I_ONSITE_MINUTES_PER_CREDIT)).toBe(500);
    // 24 学时 (4.00) there: another authority's standard, six hours a credit.
    expect(creditsFromMinutes(24 * 60, 360)).toBe(400);
  });

  it('rounds down to hundredths', () => {
    expect(creditsFromMinutes(179, 180)).toBe(99);
    expect(creditsFromMinutes(60, 180)).toBe(33);
    expect(creditsFromMinutes(0, 180)).toBe(0);
  });

  it.each([
    [-1, 180],
    [60, 0],
    [60, -1],
    [Number.NaN, 180],
    [Number.POSITIVE_INFINITY, 180],
    [60, Number.NaN],
  ])('refuses %p minutes at %p', (minutes, perCredit) => {
    expect(() => creditsFromMinutes(minutes, perCredit)).toThrow(RangeError);
  });

  it('never grants more for parts than for the whole', () => {
    const minutes = fc.nat(100_000);
    fc.assert(
      fc.property(minutes, minutes, fc.integer({ min: 1, max: 1000 }), (a, b, rate) => {
        expect(creditsFromMinutes(a, rate) + creditsFromMinutes(b, rate)).toBeLessThanOrEqual(
          creditsFromMinutes(a + b, rate),
        );
      }),
    );
  });
});

describe('in words', () => {
  it.each([
    [250, '2.5'],
    [1000, '10'],
    [225, '2.25'],
    [7, '0.07'],
    [0, '0'],
    [-250, '-2.5'],
  ])('%d hundredths are %s', (hundredths, words) => {
    expect(formatCredits(hundredths)).toBe(words);
  });

  it.each([
    [1440, '24'],
    [90, '1.5'],
    [100, '1.67'],
    [0, '0'],
  ])('%d minutes are %s 学时', (minutes, words) => {
    expect(formatHours(minutes)).toBe(words);
  });
});

describe('creditTotals', () => {
  const entry = fc.record({
    year: fc.integer({ min: 2000, max: 2100 }),
    creditClass: fc.constantFrom('classI' as const, 'classII' as const, 'other' as const),
    credits: fc.integer({ min: -5000, max: 5000 }),
    minutes: fc.integer({ min: -5000, max: 5000 }),
    reviewed: fc.boolean(),
  });

  it("adds up manual 004's booklet", () => {
    const booklet = [
      { year: 2015, creditClass: 'classII' as const, credits: 200, minutes: 720, reviewed: true },
      { year: 2015, creditClass: 'classI' as const, credits: 400, minutes: 1440, reviewed: true },
      { year: 2015, creditClass: 'classI' as const, credits: 500, minutes: 900, reviewed: false },
    ];
    expect(creditTotals(booklet)).toEqual({
      total: 1100,
      reviewed: 600,
      pending: 500,
      minutes: 3060,
      classI: 900,
      classII: 200,
      other: 0,
    });
  });

  it('is nothing for nothing', () => {
    expect(Object.values(creditTotals([]))).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('adds up both ways, and a counter entry takes back all of its entry', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const totals = creditTotals(entries);
        expect(totals.reviewed + totals.pending).toBe(totals.total);
        expect(totals.classI + totals.classII + totals.other).toBe(totals.total);
        const counters = entries.map((e) => ({ ...e, credits: -e.credits, minutes: -e.minutes }));
        // `+ 0`: no minus zero.
        expect(Object.values(creditTotals([...entries, ...counters])).map((n) => n + 0)).toEqual([
          0, 0, 0, 0, 0, 0, 0,
        ]);
      }),
    );
  });
});
