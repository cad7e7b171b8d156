let last = 0;

/** A key for a row of this page that has none yet. */
export const newKey = (): string => `row-${++last}`;
