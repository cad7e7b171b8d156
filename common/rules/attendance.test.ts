import fc from 'fast-check';
import type { CreditingStrategy } from '../terms';
import { type AttendanceWindow, analyseAttendance, type Swipe } from './attendance';
import { earnedCredits } from './earnedCredits';

const swipe = (learnerId: string, at: number, direction: 'in' | 'out' = 'in', courseId = 'c1'): Swipe => ({
  learnerId,
  courseId,
  direction,
  at,
});
const morning: AttendanceWindow = { from: 100, to: 200 };
const afternoon: AttendanceWindow = { from: 300, to: 400 };
const COURSES = ['c1', 'c2'];

const analyse = (
  checkIns: readonly Swipe[],
  windows: readonly AttendanceWindow[],
  strategy: CreditingStrategy = 'everyWindow',
  courseIds: readonly string[] = COURSES,
) => analyseAttendance({ checkIns, windows, strategy, courseIds });
const attendedOf = (...given: Parameters<typeof analyse>) =>
  analyse(...given).flatMap(({ learnerId, isAttended }) => (isAttended ? [learnerId] : []));

describe('a swipe in each window (manual 001 §三(三))', () => {
  it('tells of everybody how many, and which are missing', () => {
    const checkIns = [swipe('b', 150), swipe('a', 150), swipe('a', 160), swipe('a', 350), swipe('c', 250)];
    const none = { courseIds: [], gaps: [] };
    expect(analyse(checkIns, [morning, afternoon])).toEqual([
      { learnerId: 'a', firstAt: 150, lastAt: 350, counts: [2, 1], missing: [], isAttended: true, ...none },
      { learnerId: 'b', firstAt: 150, lastAt: 150, counts: [1, 0], missing: [1], isAttended: false, ...none },
      {
        learnerId: 'c',
        firstAt: 250,
        lastAt: 250,
        counts: [0, 0],
        missing: [0, 1],
        isAttended: false,
        ...none,
      },
    ]);
  });

  it('counts both ends of a window', () => {
    const checkIns = [swipe('a', 100), swipe('b', 200), swipe('c', 99), swipe('d', 201)];
    expect(attendedOf(checkIns, [morning])).toEqual(['a', 'b']);
    expect(attendedOf([swipe('a', 100)], [{ from: 100, to: 100 }])).toEqual(['a']);
  });

  it('counts only the direction of a window that has one (manual 002 §2.1: 签到 and 撤离, both needed)', () => {
    const both = [
      { ...morning, direction: 'in' as const },
      { ...morning, direction: 'out' as const },
    ];
    expect(
      attendedOf([swipe('a', 110), swipe('a', 190, 'out'), swipe('b', 110), swipe('b', 190)], both),
    ).toEqual(['a']);
  });

  it('takes the swipes of any course, and of one alone in a window that is bound to it', () => {
    const checkIns = [swipe('a', 150), swipe('a', 350, 'out', 'c2'), swipe('b', 150), swipe('b', 350)];
    expect(attendedOf(checkIns, [morning, afternoon])).toEqual(['a', 'b']);
    expect(attendedOf(checkIns, [morning, { ...afternoon, courseId: 'c2' }])).toEqual(['a']);
  });

  it('counts a swipe in every window that overlaps there', () => {
    expect(analyse([swipe('a', 175)], [morning, { from: 150, to: 350 }, afternoon])[0]?.counts).toEqual([
      1, 1, 0,
    ]);
  });

  it('is nobody without windows, and nobody for one that ends before it begins', () => {
    expect(attendedOf([swipe('a', 1)], [])).toEqual([]);
    expect(analyse([], [morning])).toEqual([]);
    expect(attendedOf([swipe('a', 150)], [{ from: 200, to: 100 }])).toEqual([]);
  });
});

describe('by course (manual 001 §三(三)4)', () => {
  const bound = [
    { ...morning, courseId: 'c1' },
    { ...afternoon, courseId: 'c2' },
  ];

  it('one course that was attended in each of its windows is enough', () => {
    const checkIns = [swipe('a', 150), swipe('b', 350, 'in', 'c2'), swipe('c', 350, 'in', 'c1')];
    expect(attendedOf(checkIns, bound, 'anyCourse')).toEqual(['a', 'b']);
    expect(analyse(checkIns, bound, 'perCourse').map(({ courseIds }) => courseIds)).toEqual([
      ['c1'],
      ['c2'],
      [],
    ]);
  });

  it('a window without a course asks each course for a swipe of its own', () => {
    const mixed = [swipe('a', 150), swipe('a', 350, 'in', 'c2'), swipe('b', 150), swipe('b', 350)];
    expect(attendedOf(mixed, [morning, afternoon], 'anyCourse')).toEqual(['b']);
    expect(analyse(mixed, [morning, afternoon], 'anyCourse')[0]?.gaps).toEqual([
      { courseId: 'c1', windows: [1] },
      { courseId: 'c2', windows: [0] },
    ]);
  });

  it('a course that no window applies to is not attended by that', () => {
    expect(analyse([swipe('a', 150)], [{ ...morning, courseId: 'c1' }], 'perCourse')).toMatchObject([
      { courseIds: ['c1'], gaps: [] },
    ]);
  });
});

const directions = fc.constantFrom('in' as const, 'out' as const);
const courseIds = fc.constantFrom('c1', 'c2', 'removed');
const swipes = fc.array(
  fc.record({
    learnerId: fc.constantFrom('a', 'b', 'c', 'd'),
    courseId: courseIds,
    direction: directions,
    // Few moments: the same swipe comes twice, windows touch, and day ends are crossed.
    at: fc.nat(30),
  }),
  { maxLength: 40 },
);
const windows = fc
  .array(
    fc.record({
      from: fc.nat(30),
      length: fc.nat(10),
      direction: fc.option(directions),
      courseId: fc.option(fc.constantFrom('c1', 'c2')),
    }),
    { maxLength: 5 },
  )
  .map((all) => all.map(({ from, length, ...bound }) => ({ from, to: from + length, ...bound })));
const strategies = fc.constantFrom('everyWindow' as const, 'anyCourse' as const, 'perCourse' as const);

/** The rule as one would say it, without any thought of speed. */
function naive(checkIns: readonly Swipe[], all: readonly AttendanceWindow[], strategy: CreditingStrategy) {
  const learnerIds = Array.from(new Set(checkIns.map(({ learnerId }) => learnerId))).sort();
  return learnerIds.map((learnerId) => {
    const own = checkIns.filter((one) => one.learnerId === learnerId);
    const within = (w: AttendanceWindow, some: readonly Swipe[]) =>
      some.filter(
        (one) =>
          w.from <= one.at &&
          one.at <= w.to &&
          (!w.direction || w.direction === one.direction) &&
          (!w.courseId || w.courseId === one.courseId),
      ).length;
    const counts = all.map((w) => within(w, own));
    const attended = COURSES.filter((courseId) => {
      const applying = all.filter((w) => !w.courseId || w.courseId === courseId);
      const ofCourse = own.filter((one) => one.courseId === courseId);
      return applying.length > 0 && applying.every((w) => within(w, ofCourse) > 0);
    });
    const isEvery = all.length > 0 && counts.every((count) => count > 0);
    return {
      learnerId,
      counts,
      firstAt: Math.min(...own.map(({ at }) => at)),
      lastAt: Math.max(...own.map(({ at }) => at)),
      courseIds: strategy === 'everyWindow' ? [] : attended,
      isAttended: strategy === 'everyWindow' ? isEvery : attended.length > 0,
    };
  });
}

describe('for all swipes and windows', () => {
  it('says what the plain rule says', () => {
    fc.assert(
      fc.property(swipes, windows, strategies, (checkIns, all, strategy) => {
        const results = analyse(checkIns, all, strategy);
        const told = results.map(({ missing: _, gaps: __, ...rest }) => rest);
        expect(told).toEqual(naive(checkIns, all, strategy));
        for (const { counts, missing, gaps, courseIds: whole } of results) {
          expect(missing).toEqual(counts.flatMap((count, i) => (count === 0 ? [i] : [])));
          expect(
            gaps.every(({ courseId, windows: lacking }) => lacking.length > 0 && !whole.includes(courseId)),
          ).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order of the swipes, nor on one that came twice', () => {
    const shuffled = swipes.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, windows, strategies, ([one, other], all, strategy) => {
        expect(analyse(other, all, strategy)).toEqual(analyse(one, all, strategy));
        expect(attendedOf([...one, ...other], all, strategy)).toEqual(attendedOf(one, all, strategy));
      }),
    );
  });

  it('never removes someone for one swipe more, nor adds someone for one window more', () => {
    fc.assert(
      fc.property(swipes, windows, strategies, fc.nat(), (checkIns, all, strategy, n) => {
        const before = attendedOf(checkIns.slice(1), all, strategy);
        expect(attendedOf(checkIns, all, strategy)).toEqual(expect.arrayContaining(before));
        if (all.length > 1) {
          const fewer = all.filter((_, i) => i !== n % all.length);
          expect(attendedOf(checkIns, fewer)).toEqual(expect.arrayContaining(attendedOf(checkIns, all)));
        }
      }),
    );
  });

  it('comes out the same by every strategy where there is one course', () => {
    const ofOne = swipes.map((all) => all.map((one) => ({ ...one, courseId: 'c1' })));
    const boundToIt = windows.map((all) => all.map((w) => ({ ...w, courseId: w.courseId && 'c1' })));
    fc.assert(
      fc.property(ofOne, boundToIt, (checkIns, all) => {
        const [every, any, per] = (['everyWindow', 'anyCourse', 'perCourse'] as const).map((strategy) =>
          attendedOf(checkIns, all, strategy, ['c1']),
        );
        expect(any).toEqual(every);
        expect(per).toEqual(every);
      }),
    );
  });
});

describe('what is earned', () => {
  const project = { credits: 200, minutes: 365 };
  const courses = [
    { id: 'c1', minutes: 120 },
    { id: 'c2', minutes: 240 },
  ];
  test.each([
    ['everyWindow', [], project],
    ['anyCourse', ['c1'], project],
    ['perCourse', ['c1'], { credits: 66, minutes: 121 }],
    ['perCourse', ['c2'], { credits: 133, minutes: 243 }],
    ['perCourse', ['c2', 'c1'], project],
    ['perCourse', [], { credits: 0, minutes: 0 }],
  ] as const)('%s, attended %j: %j', (strategy, attended, amount) => {
    expect(earnedCredits(strategy, project, courses, attended)).toEqual(amount);
  });

  it('a part is never more than the whole, and no parts together are', () => {
    const some = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), minutes: fc.integer({ min: 1, max: 600 }) }),
      {
        minLength: 1,
        selector: ({ id }) => id,
      },
    );
    fc.assert(
      fc.property(some, fc.nat(10_000), fc.nat(10_000), (all, credits, minutes) => {
        const whole = { credits, minutes };
        const ids = all.map(({ id }) => id);
        expect(earnedCredits('perCourse', whole, all, ids)).toEqual(whole);
        const sum = ids.reduce(
          (total, id) => total + earnedCredits('perCourse', whole, all, [id]).credits,
          0,
        );
        expect(sum).toBeLessThanOrEqual(credits);
      }),
    );
  });
});
