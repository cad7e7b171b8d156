/**
 * Whether a phone is at the venue (facts on proxies: the place is evidence, never proof; people decide). A phone within a building
 * finds itself by Wi-Fi or a mast and says by `accuracy` how wrong it may be.
 */
import type { Place } from '../contract/shapes';
import { distanceBetween, type Point } from './distance';

/** `unsure`: the venue lies within the fix's own error, but the error is too large to say anything. */
export type PlaceVerdict = 'near' | 'unsure' | 'far';

/**
 * Metres of a fix's error that count in the learner's favour. Indoors 30 to 150 are usual; more is not given, or a phone that
 * claims an error of kilometres would be near everywhere.
 */
const MOST_TOLERANCE = 200;

/**
 * near: distance − min(accuracy, 200) ≤ the radius; unsure: distance − accuracy ≤ the radius; else far.
 * @param metres The authority's radius.
 * @returns With the distance in whole metres.
 */
export function placeVerdict(
  fix: Place,
  venue: Point,
  metres: number,
): { verdict: PlaceVerdict; metres: number } {
  const distance = distanceBetween(fix, venue);
  const isWithin = (tolerance: number) => distance - tolerance <= metres;
  const verdict = isWithin(Math.min(fix.accuracy, MOST_TOLERANCE))
    ? 'near'
    : isWithin(fix.accuracy)
      ? 'unsure'
      : 'far';
  return { verdict, metres: Math.round(distance) };
}

/** `1200` -> `1.2公里`, `350` -> `350米`. */
export function metresInWords(metres: number): string {
  return metres < 1000 ? `${metres}米` : `${Math.round(metres / 100) / 10}公里`;
}
