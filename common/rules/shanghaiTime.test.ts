import fc from 'fast-check';
import {
  dayOf,
  formatDateTime,
  formatDay,
  formatRange,
  formatTime,
  startOfDay,
  yearOf,
} from './shanghaiTime';

const at = (iso: string) => Date.parse(iso);

describe('days', () => {
  it('turns at midnight in China, not in London', () => {
    expect(dayOf(at('2026-11-20T15:59:59.999Z'))).toBe('2026-11-20');
    expect(dayOf(at('2026-11-20T16:00:00.000Z'))).toBe('2026-11-21');
  });

  it('counts new year in China for the year of a credit', () => {
    expect(yearOf(at('2025-12-31T15:59:59Z'))).toBe(2025);
    expect(yearOf(at('2025-12-31T16:00:00Z'))).toBe(2026);
  });

  it('starts a day at 00:00 in China', () => {
    expect(startOfDay('2026-11-21')).toBe(at('2026-11-21T00:00:00+08:00'));
    expect(startOfDay('2024-02-29')).toBe(at('2024-02-29T00:00:00+08:00'));
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-11-21T00:00', '0050-01-01x'])(
    'refuses %j',
    (day) => {
      expect(() => startOfDay(day)).toThrow(RangeError);
    },
  );

  it('agrees with itself: every time lies in its own day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (ms) => {
        const start = startOfDay(dayOf(ms));
        expect(start <= ms && ms < start + 86_400_000).toBe(true);
      }),
    );
  });

  it('agrees with Asia/Shanghai of the machine since 1992', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    fc.assert(
      fc.property(fc.integer({ min: at('1992-01-01T00:00:00Z'), max: 4_000_000_000_000 }), (ms) => {
        expect(formatDateTime(ms)).toBe(format.format(ms));
      }),
    );
  });
});

describe('in words', () => {
  const morning = at('2026-11-21T08:00:05+08:00');

  it('shows a time', () => {
    expect(formatDateTime(morning)).toBe('2026-11-21 08:00');
    expect(formatTime(morning)).toBe('08:00:05');
  });

  it.each([
    ['2020-07-20T09:00:00+08:00', '7月20日 周一'],
    ['2026-11-21T00:00:00+08:00', '11月21日 周六'],
    ['2026-11-22T23:59:59+08:00', '11月22日 周日'],
    ['1970-01-01T00:00:00+08:00', '1月1日 周四'],
    ['1969-12-28T12:00:00+08:00', '12月28日 周日'],
  ])('shows the day of %s', (iso, words) => {
    expect(formatDay(at(iso))).toBe(words);
  });

  it('shows a period of one day and of several', () => {
    expect(formatRange(morning, at('2026-11-21T18:00:00+08:00'))).toBe('2026-11-21 08:00 至 18:00');
    expect(formatRange(morning, at('2026-11-23T18:00:00+08:00'))).toBe(
      '2026-11-21 08:00 至 2026-11-23 18:00',
    );
  });
});
