/** A month as a calendar shows it, from Monday. */
export interface MonthGrid {
  /** `2026年7月`. */
  label: string;
  /** Blank places before the first day. */
  blanks: number;
  /** `YYYY-MM-DD`. */
  days: string[];
}

const two = (n: number) => String(n).padStart(2, '0');

/** The days of a month, `YYYY-MM`. */
export function monthGrid(month: string): MonthGrid {
  const [year = 0, at = 1] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, at, 0)).getUTCDate();
  const weekday = new Date(Date.UTC(year, at - 1, 1)).getUTCDay();
  return {
    label: `${year}年${at}月`,
    blanks: (weekday + 6) % 7,
    days: Array.from({ length: count }, (_, index) => `${year}-${two(at)}-${two(index + 1)}`),
  };
}

/** The month so many months on, `YYYY-MM`. */
export function monthAfter(month: string, step: number): string {
  const [year = 0, at = 1] = month.split('-').map(Number);
  const index = year * 12 + at - 1 + step;
  return `${Math.floor(index / 12)}-${two((index % 12) + 1)}`;
}
