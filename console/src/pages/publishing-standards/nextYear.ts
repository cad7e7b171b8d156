/** The year that a new standard is most likely for: the present one, else the next that has none. */
export function nextYear(tables: readonly { year: number }[], thisYear: number): number {
  let year = thisYear;
  while (tables.some((table) => table.year === year)) {
    year++;
  }
  return year;
}
