import type { SwipeCounts, SwipeUploadDoc } from './model';

/** What became of one row. */
export type Outcome = Exclude<keyof SwipeCounts, 'rows'>;

/** So many are told one by one: who sees two hundred knows what is wrong. */
const LISTED = 200;

export interface Tally {
  add(outcome: Outcome): void;
  unknown(cardNo: string, at: number): void;
  invalid(row: number, message: string): void;
  /** All counts and the first of what is listed. */
  result(): SwipeCounts & Pick<SwipeUploadDoc, 'unknownCards' | 'invalidRows'>;
}

/** Counts the rows of an upload as they are done. */
export function createTally(): Tally {
  const counts: SwipeCounts = {
    rows: 0,
    taken: 0,
    repeated: 0,
    outside: 0,
    notApproved: 0,
    unknown: 0,
    invalid: 0,
  };
  const cards = new Map<string, { cardNo: string; at: Date; rows: number }>();
  const invalidRows: SwipeUploadDoc['invalidRows'] = [];
  const add = (outcome: Outcome) => {
    counts.rows += 1;
    counts[outcome] += 1;
  };
  return {
    add,
    unknown(cardNo, at) {
      add('unknown');
      const known = cards.get(cardNo);
      if (known) {
        known.rows += 1;
      } else if (cards.size < LISTED) {
        cards.set(cardNo, { cardNo, at: new Date(at), rows: 1 });
      }
    },
    invalid(row, message) {
      add('invalid');
      if (invalidRows.length < LISTED) {
        invalidRows.push({ row, message });
      }
    },
    result: () => ({
      ...counts,
      unknownCards: [...cards.values()],
      invalidRows: invalidRows.sort((a, b) => a.row - b.row),
    }),
  };
}
