/** 点名 (DESIGN "Optional for strict classes"): some of those at the venue, drawn by lot, confirm on their phones within a minute. */
import { groupBy } from '../groupBy';

/** How long those who are asked have. */
export const SPOT_CHECK_MS = 60_000;
/** An answer sent in the last second may be so long on its way; it counts. */
export const SPOT_CHECK_GRACE_MS = 3_000;

/**
 * Draws so many without repeats, everyone with the same chance (Fisher and Yates); all where there are fewer.
 * @param below A uniform integer in [0, n).
 */
export function drawSome<T>(from: readonly T[], count: number, below: (n: number) => number): T[] {
  const left = from.slice();
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0) {
    drawn.push(...left.splice(below(left.length), 1));
  }
  return drawn;
}

/** Whether an answer that arrives now counts. Times in milliseconds. */
export const takesAnswer = (until: number, now: number): boolean => now <= until + SPOT_CHECK_GRACE_MS;

/** Nothing more will come: everybody has answered, or the time and its grace are over. */
export function isSpotCheckOver(
  check: { until: number; asked: readonly { hasConfirmed: boolean }[] },
  now: number,
): boolean {
  return !takesAnswer(check.until, now) || check.asked.every(({ hasConfirmed }) => hasConfirmed);
}

/** For each answer, the others that came from the same phone: one phone speaks for one person. No device, no others. */
export function sameDevice<T extends { device?: string }>(answers: readonly T[]): Map<T, T[]> {
  const byDevice = groupBy(
    answers.filter(({ device }) => device),
    ({ device }) => device,
  );
  const shared = new Map<T, T[]>();
  for (const all of Array.from(byDevice.values())) {
    for (const answer of all) {
      if (all.length > 1) {
        shared.set(
          answer,
          all.filter((other) => other !== answer),
        );
      }
    }
  }
  return shared;
}
