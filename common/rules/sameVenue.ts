/** Whether two activities are held in one place: for who signed in at both (`doubts.ts`). */
import { distanceBetween, type Point } from './distance';
import { ungrouped } from './plainText';

/** As the activity says it; `unitId` is the holder's. */
export interface Venue {
  unitId: string;
  address?: string;
  point?: Point;
}

/** A campus is so wide, and a point on a map set by hand is so wrong. */
export const SAME_VENUE_METRES = 500;

/** By the points where both have one; else by the words: `学术报告厅` of another unit is another hall. */
export function isSameVenue(a: Venue, b: Venue): boolean {
  if (a.point && b.point) {
    return distanceBetween(a.point, b.point) <= SAME_VENUE_METRES;
  }
  const addresses = [a.address, b.address].map((address) => ungrouped(address ?? ''));
  if (addresses[0] && addresses[1]) {
    return addresses[0] === addresses[1];
  }
  // A hospital that calls its hall by two names is likelier than one with halls far apart.
  return a.unitId === b.unitId;
}
