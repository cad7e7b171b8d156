/** How far apart two places are: for activities near a learner. */

/** Degrees; south and west are negative. */
export interface Point {
  longitude: number;
  latitude: number;
}

/** Every point within it has its degrees between these, both included. */
export interface Box {
  south: number;
  north: number;
  west: number;
  east: number;
}

/** Mean radius of the earth (IUGG), in metres. */
const RADIUS = 6_371_008.8;
/** As far as two places can be from each other, in metres. */
export const FARTHEST = Math.PI * RADIUS;
/** A metre more on each side, in degrees: what rounding of sines may take away. */
const MARGIN = 1e-5;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

/** The way between two points along the earth's surface by the haversine formula, in metres; within 0.6 % of the ellipsoid's. */
export function distanceBetween(a: Point, b: Point): number {
  const north = Math.sin(radians(b.latitude - a.latitude) / 2);
  const east = Math.sin(radians(b.longitude - a.longitude) / 2);
  const square = north * north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east * east;
  return 2 * RADIUS * Math.asin(Math.sqrt(Math.min(1, square)));
}

/**
 * A box that holds every point at most `metres` away, for a store that compares numbers. It spans all longitudes where it
 * touches a pole or would cross the 180th meridian.
 */
export function boxAround({ longitude, latitude }: Point, metres: number): Box {
  const reach = degrees(metres / RADIUS) + MARGIN;
  const south = Math.max(-90, latitude - reach);
  const north = Math.min(90, latitude + reach);
  const whole = { south, north, west: -180, east: 180 };
  if (south === -90 || north === 90) {
    return whole;
  }
  const width = Math.sin(Math.min(metres / RADIUS, Math.PI / 2)) / Math.cos(radians(latitude));
  const aside = degrees(Math.asin(Math.min(1, width))) + MARGIN;
  const west = longitude - aside;
  const east = longitude + aside;
  return west < -180 || east > 180 ? whole : { south, north, west, east };
}
