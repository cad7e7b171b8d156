/**
 * GCJ-02, the coordinates of Chinese maps: WGS-84 shifted by 100 to 700 metres after the published approximation of the
 * national rule, which is within some metres of it.
 */
import type { Point } from './distance';

/** Krasovsky 1940, the ellipsoid that the rule was written for: half axis in metres, eccentricity squared. */
const AXIS = 6_378_245;
const ECCENTRICITY = 0.006_693_421_622_965_943;
const { PI, sin, cos, sqrt, abs } = Math;
const radians = (degrees: number) => (degrees * PI) / 180;

/** Roughly the mainland's box: outside of it the coordinates are not shifted. */
function isOutside({ longitude, latitude }: Point): boolean {
  return longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271;
}

/** One of the rule's waves: two sines of different lengths. */
function wave(
  at: number,
  [long, a]: readonly [number, number],
  [short, b]: readonly [number, number],
): number {
  return ((a * sin(at * PI * long) + b * sin(at * PI * short)) * 2) / 3;
}

function northShift(x: number, y: number): number {
  return (
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * sqrt(abs(x)) +
    wave(x, [6, 20], [2, 20]) +
    wave(y, [1, 20], [1 / 3, 40]) +
    wave(y, [1 / 12, 160], [1 / 30, 320])
  );
}

function eastShift(x: number, y: number): number {
  return (
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * sqrt(abs(x)) +
    wave(x, [6, 20], [2, 20]) +
    wave(x, [1, 20], [1 / 3, 40]) +
    wave(x, [1 / 12, 150], [1 / 30, 300])
  );
}

/** A point in WGS-84, as satellites and browsers give it, in GCJ-02. */
export function toGcj02({ longitude, latitude }: Point): Point {
  const point = { longitude, latitude };
  if (isOutside(point)) {
    return point;
  }
  const [x, y] = [longitude - 105, latitude - 35];
  const squash = 1 - ECCENTRICITY * sin(radians(latitude)) ** 2;
  const north = northShift(x, y) / radians((AXIS * (1 - ECCENTRICITY)) / (squash * sqrt(squash)));
  const east = eastShift(x, y) / radians((AXIS / sqrt(squash)) * cos(radians(latitude)));
  return { longitude: longitude + east, latitude: latitude + north };
}
