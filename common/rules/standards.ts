/** Which 学分审核标准 holds: authorities publish one a year at most, and a lower one's takes the place of those above it. */

/** A published table, as far as the choice goes. */
export interface PublishedStandard {
  /** Of its authority: GB/T 2260, empty for the nation. */
  regionCode: string;
  year: number;
}

/**
 * The table that holds in a year: of the nearest authority that has published one for the year; where none has, the latest
 * earlier one of the nearest authority that has any. A later year's never holds.
 * @param codes The region's code and those above it, the nearest first.
 */
export function standardInForce<T extends PublishedStandard>(
  published: readonly T[],
  codes: readonly string[],
  year: number,
): T | null {
  const of = (regionCode: string) => published.filter((table) => table.regionCode === regionCode);
  const sameYear = codes.flatMap(of).find((table) => table.year === year);
  if (sameYear) {
    return sameYear;
  }
  const earlier = codes.map((code) => of(code).filter((table) => table.year < year));
  const [first, ...others] = earlier.find((tables) => tables.length > 0) ?? [];
  return first ? others.reduce((latest, table) => (table.year > latest.year ? table : latest), first) : null;
}

/** The years for which something has been published, the latest first. */
export const standardYears = (published: readonly PublishedStandard[]): number[] =>
  [...new Set(published.map(({ year }) => year))].sort((a, b) => b - a);
