import fc from 'fast-check';
import { officeWait } from './officeTime';
import { formatTime } from './shanghaiTime';

const at = (time: string) => Date.parse(`2026-11-22T${time}+08:00`);
const HOUR_MS = 3_600_000;

test.each([
  ['08:00:00.000', 0],
  ['20:59:59.999', 0],
  ['21:00:00.000', 11 * HOUR_MS],
  ['23:30:00.000', 8.5 * HOUR_MS],
  ['00:00:00.000', 8 * HOUR_MS],
  ['07:59:59.999', 1],
])('at %s it waits %d ms', (time, wait) => {
  expect(officeWait(at(time))).toBe(wait);
});

test('whatever waits goes out at eight, within half a day', () => {
  const now = fc.integer({ min: at('00:00:00.000'), max: at('00:00:00.000') + 400 * 24 * HOUR_MS });
  fc.assert(
    fc.property(now, (ms) => {
      const wait = officeWait(ms);
      expect(wait).toBeLessThanOrEqual(11 * HOUR_MS);
      expect(officeWait(ms + wait)).toBe(0);
      expect(wait === 0 || formatTime(ms + wait) === '08:00:00').toBe(true);
    }),
  );
});
