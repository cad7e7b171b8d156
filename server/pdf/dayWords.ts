/** Days as documents have them. */

const inWords = (day: string) => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** `2026年7月20日`, or `2026年7月20日至2026年7月24日`, of days as `YYYY-MM-DD`. */
export const daysInWords = (from: string, to: string): string =>
  from === to ? inWords(from) : `${inWords(from)}至${inWords(to)}`;
