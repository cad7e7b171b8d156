import fc from 'fast-check';
import { correctedTime, isTooLate, timeInSlot } from './lateScan';
import { slotOf, slotStart, validUntil } from './qr';

const NOW = Date.parse('2026-11-21T09:00:00+08:00');
const HOUR = 3_600_000;

test('a clock that is wrong by any number of hours is corrected, and the future is not believed', () => {
  fc.assert(
    fc.property(fc.nat(12 * HOUR), fc.integer({ min: -24 * HOUR, max: 24 * HOUR }), (ago, wrongBy) => {
      const scannedAt = NOW - ago + wrongBy;
      expect(correctedTime({ scannedAt, sentAt: NOW + wrongBy, now: NOW })).toBe(NOW - ago);
    }),
  );
  expect(correctedTime({ scannedAt: NOW + HOUR, sentAt: NOW, now: NOW })).toBe(NOW);
});

test('twelve hours are not too late, a millisecond more is', () => {
  expect(isTooLate(NOW - 12 * HOUR, NOW)).toBe(false);
  expect(isTooLate(NOW - 12 * HOUR - 1, NOW)).toBe(true);
});

test('a time is believed while the code was good or two minutes around it, and set into that time', () => {
  const slot = slotOf(NOW, 5_000);
  const start = slotStart(slot, 5_000);
  const last = validUntil(slot, 5_000) - 1;
  expect(timeInSlot(start + 3_000, slot, 5_000)).toBe(start + 3_000);
  expect(timeInSlot(start - 120_000, slot, 5_000)).toBe(start);
  expect(timeInSlot(start - 120_001, slot, 5_000)).toBeNull();
  expect(timeInSlot(last + 120_000, slot, 5_000)).toBe(last);
  expect(timeInSlot(last + 120_001, slot, 5_000)).toBeNull();
});
