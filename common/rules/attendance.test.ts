import fc from 'fast-check';
import { type AttendanceWindow, analyseAttendance, type Swipe } from './attendance';

const swipe = (learnerId: string, at: number, direction: 'in' | 'out' = 'in', courseId = 'c1'): Swipe => ({
  learnerId,
  courseId,
  direction,
  at,
});
const morning: AttendanceWindow = { id: 'morning', from: 100, to: 200 };
const afternoon: AttendanceWindow = { id: 'afternoon', from: 300, to: 400 };

const directions = fc.constantFrom('in' as const, 'out' as const);
const swipes = fc.array(
  fc.record({
    learnerId: fc.constantFrom('a', 'b', 'c', 'd'),
    courseId: fc.constantFrom('c1', 'c2'),
    direction: directions,
    at: fc.nat(30),
  }),
  { maxLength: 40 },
);
const windows = fc
  .array(
    fc.record({ from: fc.nat(30), length: fc.nat(10), direction: fc.option(directions, { nil: undefined }) }),
    { maxLength: 5 },
  )
  .map((all) =>
    all.map(({ from, length, direction }, i) => ({ id: `w${i}`, from, to: from + length, direction })),
  );
const effectiveOf = (checkIns: Swipe[], all: AttendanceWindow[]) =>
  analyseAttendance({ checkIns, windows: all })
    .filter(({ effective }) => effective)
    .map(({ learnerId }) => learnerId);

describe('who is effective', () => {
  it('has a swipe in every window (manual 001 §三(三))', () => {
    const checkIns = [swipe('b', 150), swipe('a', 150), swipe('a', 160), swipe('a', 350), swipe('c', 250)];
    expect(analyseAttendance({ checkIns, windows: [morning, afternoon] })).toEqual([
      { learnerId: 'a', swipes: { morning: 2, afternoon: 1 }, missing: [], effective: true },
      { learnerId: 'b', swipes: { morning: 1, afternoon: 0 }, missing: ['afternoon'], effective: false },
      {
        learnerId: 'c',
        swipes: { morning: 0, afternoon: 0 },
        missing: ['morning', 'afternoon'],
        effective: false,
      },
    ]);
  });

  it('counts both ends of a window', () => {
    const checkIns = [swipe('a', 100), swipe('b', 200), swipe('c', 99), swipe('d', 201)];
    expect(effectiveOf(checkIns, [morning])).toEqual(['a', 'b']);
    expect(effectiveOf([swipe('a', 100)], [{ id: 'instant', from: 100, to: 100 }])).toEqual(['a']);
  });

  it('counts only the direction of a window that has one (manual 002 §2.1: 签到 and 撤离, both needed)', () => {
    const both = [
      { ...morning, id: 'in', direction: 'in' as const },
      { ...morning, id: 'out', direction: 'out' as const },
    ];
    expect(
      effectiveOf([swipe('a', 110), swipe('a', 190, 'out'), swipe('b', 110), swipe('b', 190)], both),
    ).toEqual(['a']);
  });

  it('takes the swipes of any course', () => {
    expect(
      effectiveOf([swipe('a', 150, 'in', 'c1'), swipe('a', 350, 'out', 'c2')], [morning, afternoon]),
    ).toEqual(['a']);
  });

  it('counts a swipe in every window that overlaps there', () => {
    const wide = { id: 'wide', from: 150, to: 350 };
    expect(
      analyseAttendance({ checkIns: [swipe('a', 175)], windows: [morning, wide, afternoon] })[0]?.swipes,
    ).toEqual({
      morning: 1,
      wide: 1,
      afternoon: 0,
    });
  });

  it('is nobody without windows', () => {
    expect(analyseAttendance({ checkIns: [swipe('a', 1)], windows: [] })).toEqual([
      { learnerId: 'a', swipes: {}, missing: [], effective: false },
    ]);
    expect(analyseAttendance({ checkIns: [], windows: [morning] })).toEqual([]);
  });

  it('is nobody for a window that ends before it begins', () => {
    expect(effectiveOf([swipe('a', 150)], [{ id: 'w', from: 200, to: 100 }])).toEqual([]);
  });
});

describe('for all swipes and windows', () => {
  it('counts what a plain count counts', () => {
    fc.assert(
      fc.property(swipes, windows, (checkIns, all) => {
        for (const result of analyseAttendance({ checkIns, windows: all })) {
          for (const w of all) {
            const plain = checkIns.filter(
              (c) =>
                c.learnerId === result.learnerId &&
                w.from <= c.at &&
                c.at <= w.to &&
                (w.direction === undefined || w.direction === c.direction),
            ).length;
            expect(result.swipes[w.id]).toBe(plain);
            expect(result.missing.includes(w.id)).toBe(plain === 0);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of the swipes', () => {
    const shuffled = swipes.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, windows, ([one, other], all) => {
        expect(analyseAttendance({ checkIns: other, windows: all })).toEqual(
          analyseAttendance({ checkIns: one, windows: all }),
        );
      }),
    );
  });

  it('never removes someone for one swipe more, nor adds someone for one window more', () => {
    fc.assert(
      fc.property(swipes, windows, fc.nat(), (checkIns, all, n) => {
        const before = effectiveOf(checkIns.slice(1), all);
        expect(effectiveOf(checkIns, all)).toEqual(expect.arrayContaining(before));
        if (all.length > 1) {
          const fewer = all.filter((_, i) => i !== n % all.length);
          expect(effectiveOf(checkIns, fewer)).toEqual(expect.arrayContaining(effectiveOf(checkIns, all)));
        }
      }),
    );
  });

  it('is sorted by learner, each once', () => {
    fc.assert(
      fc.property(swipes, windows, (checkIns, all) => {
        const ids = analyseAttendance({ checkIns, windows: all }).map(({ learnerId }) => learnerId);
        expect(ids).toEqual(Array.from(new Set(checkIns.map(({ learnerId }) => learnerId))).sort());
      }),
    );
  });
});

it('analyses 400 000 swipes of 20 000 learners in 20 windows in well under a second', () => {
  const all = Array.from({ length: 20 }, (_, i) => ({ id: `w${i}`, from: i * 1000, to: i * 1000 + 500 }));
  const checkIns = Array.from({ length: 400_000 }, (_, i) =>
    swipe(`learner${i % 20_000}`, (i * 7919) % 20_000),
  );
  const started = performance.now();
  const results = analyseAttendance({ checkIns, windows: all });
  // Takes 0.1 to 0.4 s on two cores; counting each learner's swipes by going through all would take minutes.
  expect(performance.now() - started).toBeLessThan(1500);
  expect(results).toHaveLength(20_000);
});
