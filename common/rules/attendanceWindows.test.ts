import fc from 'fast-check';
import { aroundClasses, suggestedWindows, swipePeaks } from './attendanceWindows';
import { formatWindow } from './attendanceWords';
import { BAR_MINUTES, swipeBars } from './swipeBars';

const MINUTE = 60_000;
const at = (text: string) => Date.parse(`${text}:00+08:00`);
const period = (from: string, to: string) => ({ from: at(from), to: at(to) });
const words = (windows: { from: number; to: number }[]) => windows.map(formatWindow);

describe('课前和课后 (manual 001 §三(三)1)', () => {
  it('is an hour before to half an hour after the beginning, and the same around the end', () => {
    expect(words(aroundClasses([period('2026-07-21T08:00', '2026-07-21T11:30')]))).toEqual([
      '07-21 07:00–08:30',
      '07-21 11:00–12:30',
    ]);
  });

  it('takes a whole day as two halves', () => {
    expect(words(aroundClasses([period('2026-07-21T08:00', '2026-07-21T18:00')]))).toEqual([
      '07-21 07:00–08:30',
      '07-21 11:30–13:00',
      '07-21 13:00–14:30',
      '07-21 17:30–19:00',
    ]);
  });

  it('takes a period over several days as held each day', () => {
    const days = words(aroundClasses([period('2026-07-21T08:00', '2026-07-23T11:00')]));
    expect(days).toHaveLength(6);
    expect(days.at(-1)).toBe('07-23 10:30–12:00');
  });

  it('lets two that would overlap meet in the middle', () => {
    expect(words(aroundClasses([period('2026-07-21T23:30', '2026-07-22T00:10')]))).toEqual([
      '07-21 22:30–23:50',
      '07-21 23:50–07-22 01:10',
    ]);
  });

  it('never overlaps and never ends before it begins', () => {
    const periods = fc.array(
      fc
        .record({ start: fc.nat(60 * 72), length: fc.integer({ min: 1, max: 60 * 30 }) })
        .map(({ start, length }) => ({
          from: at('2026-07-21T00:00') + start * MINUTE,
          to: at('2026-07-21T00:00') + (start + length) * MINUTE,
        })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(periods, (all) => {
        const windows = aroundClasses(all);
        for (const [i, { from, to }] of windows.entries()) {
          expect(from).toBeLessThan(to);
          expect(windows[i + 1]?.from ?? to).toBeGreaterThanOrEqual(to);
        }
      }),
    );
  });
});

describe('按刷卡高峰', () => {
  const morning = at('2026-07-21T08:02');
  const swipes = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => ({ learnerId: `l${i}`, at: from + i * MINUTE }));

  it('finds where at least a fifth of the people swiped, to whole five minutes', () => {
    const late = { learnerId: 'l0', at: at('2026-07-21T15:00') };
    const all = [...swipes(morning, 10), late, ...swipes(at('2026-07-21T17:30'), 2)];
    expect(words(swipePeaks(all))).toEqual(['07-21 08:00–08:15', '07-21 17:30–17:35']);
    expect(swipePeaks([])).toEqual([]);
  });

  it('keeps together what is less than forty minutes apart', () => {
    const pair = (gap: number) => [
      { learnerId: 'a', at: morning },
      { learnerId: 'a', at: morning + gap * MINUTE },
    ];
    expect(swipePeaks(pair(39))).toHaveLength(1);
    expect(swipePeaks(pair(40))).toHaveLength(2);
  });
});

it('suggests nothing that cannot be used: no windows, or more than an analysis takes', () => {
  const one = period('2026-07-21T08:00', '2026-07-21T11:30');
  const names = (days: number) =>
    suggestedWindows(
      Array.from({ length: days }, (_, day) => ({
        from: one.from + day * 24 * 60 * MINUTE,
        to: one.to + day * 24 * 60 * MINUTE,
      })),
      [],
    ).map(({ name }) => name);
  expect(names(0)).toEqual([]);
  expect(names(20)).toEqual(['按举办周期', '课前和课后']);
  expect(names(21)).toEqual(['按举办周期']);
  expect(names(41)).toEqual([]);
});

it('each swipe is in one bar of its five minutes', () => {
  const swipes = fc.array(
    fc.record({ at: fc.nat(100 * MINUTE), direction: fc.constantFrom('in' as const, 'out' as const) }),
  );
  fc.assert(
    fc.property(swipes, (all) => {
      const bars = swipeBars(all);
      expect(bars.reduce((sum, bar) => sum + bar.in + bar.out, 0)).toBe(all.length);
      for (const [i, bar] of bars.entries()) {
        const inside = all.filter((one) => bar.at <= one.at && one.at < bar.at + BAR_MINUTES * MINUTE);
        expect(inside.filter(({ direction }) => direction === 'in')).toHaveLength(bar.in);
        expect(inside.filter(({ direction }) => direction === 'out')).toHaveLength(bar.out);
        expect(bars[i + 1]?.at ?? Number.POSITIVE_INFINITY).toBeGreaterThan(bar.at);
      }
    }),
  );
});
