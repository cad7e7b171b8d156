/**
 * 补传的扫码: a phone without a network keeps what it scanned and sends it later. Its clock may be wrong by hours, but by as much at
 * the scan as at the sending: the difference to ours corrects it. What it claims is then held against the time at which its
 * code was on the screen.
 */
import { slotStart, validUntil } from './qr';

/** Later than this it is not taken: nobody remembers who was there, and the codes are forgotten. */
export const LATE_SCAN_HOURS = 12;
/** What two clocks may differ by after the correction: the request was on its way, and clocks drift. */
const GRACE_MS = 2 * 60_000;

/** Milliseconds; the first two by the phone's clock. */
export interface LateTimes {
  scannedAt: number;
  sentAt: number;
  now: number;
}

/** When it was scanned by our clock; never in the future. */
export function correctedTime({ scannedAt, sentAt, now }: LateTimes): number {
  return Math.min(now, scannedAt + (now - sentAt));
}

/** Whether it comes too late to be taken. */
export function isTooLate(at: number, now: number): boolean {
  return now - at > LATE_SCAN_HOURS * 3_600_000;
}

/**
 * When a slot's code was really read, for a corrected time: that time, or the nearest at which the code was good. Null where
 * the two are further apart than clocks differ: it was not read when it is said to have been.
 */
export function timeInSlot(at: number, slot: number, periodMs: number): number | null {
  const first = slotStart(slot, periodMs);
  const last = validUntil(slot, periodMs) - 1;
  const nearest = Math.min(Math.max(at, first), last);
  return Math.abs(at - nearest) <= GRACE_MS ? nearest : null;
}
