import fc from 'fast-check';
import { quietLength, sendableAt } from './messageHours';

const at = (text: string) => Date.parse(`${text}+08:00`);
const NIGHT = { from: 22, to: 7 };

test.each([
  ['a minute before', '2026-11-21T21:59:59', '2026-11-21T21:59:59'],
  ['the first moment', '2026-11-21T22:00:00', '2026-11-22T07:00:00'],
  ['after midnight', '2026-11-22T03:30:00', '2026-11-22T07:00:00'],
  ['the last moment', '2026-11-22T06:59:59', '2026-11-22T07:00:00'],
  ['the end', '2026-11-22T07:00:00', '2026-11-22T07:00:00'],
  ['new year', '2026-12-31T23:00:00', '2027-01-01T07:00:00'],
])('the night, %s', (_, now, then) => {
  expect(sendableAt(at(now), NIGHT, false)).toBe(at(then));
  expect(sendableAt(at(now), NIGHT, true)).toBe(at(now));
  expect(sendableAt(at(now), null, false)).toBe(at(now));
});

test.each([
  [{ from: 12, to: 14 }, '2026-11-21T12:30:00', '2026-11-21T14:00:00'],
  [{ from: 22, to: 24 }, '2026-11-21T23:30:00', '2026-11-22T00:00:00'],
  [{ from: 24, to: 7 }, '2026-11-21T02:00:00', '2026-11-21T07:00:00'],
  [{ from: 8, to: 8 }, '2026-11-21T08:30:00', '2026-11-21T08:30:00'],
  [{ from: 0, to: 24 }, '2026-11-21T08:30:00', '2026-11-21T08:30:00'],
])('%j', (quiet, now, then) => {
  expect(sendableAt(at(now), quiet, false)).toBe(at(then));
});

test('any hours: never earlier, by less than a day, at a moment that is not quiet, and a quiet hour is never sent in', () => {
  const hour = fc.integer({ min: 0, max: 24 });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4_000_000_000_000 }),
      fc.record({ from: hour, to: hour }),
      (now, quiet) => {
        const then = sendableAt(now, quiet, false);
        expect(then).toBeGreaterThanOrEqual(now);
        expect(then - now).toBeLessThan(24 * 3_600_000);
        expect(sendableAt(then, quiet, false)).toBe(then);
        if (then > now) {
          expect(new Date(then + 8 * 3_600_000).getUTCHours()).toBe(quiet.to % 24);
          expect(then - now).toBeLessThanOrEqual(quietLength(quiet) * 3_600_000);
        }
      },
    ),
  );
});
