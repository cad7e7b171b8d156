/** A point on the map, in degrees. */
export interface Place {
  longitude: number;
  latitude: number;
}

/** China and a little around it: whatever lies outside was mistyped. */
const WEST = 73;
const EAST = 136;
const SOUTH = 3;
const NORTH = 54;

/**
 * A point as it is copied from a map's 坐标拾取 (`114.016,33.581`), in either order and with any separator.
 * @returns Null for what is no point in China.
 */
export function parsePlace(text: string): Place | null {
  const numbers = text.match(/\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  const [first, second] = numbers;
  if (numbers.length !== 2 || first === undefined || second === undefined) {
    return null;
  }
  const [longitude, latitude] = first >= WEST ? [first, second] : [second, first];
  const isIn = longitude >= WEST && longitude <= EAST && latitude >= SOUTH && latitude <= NORTH;
  return isIn ? { longitude, latitude } : null;
}

/** `114.016, 33.581`. */
export const showPlace = ({ longitude, latitude }: Place) => `${longitude}, ${latitude}`;
