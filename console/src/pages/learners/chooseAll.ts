import type { LearnerRow } from '@common/contract/learners';
import { client } from '../../api/session';
import { asQuery, type LearnerFilters } from './learnerFilters';

/** Who is chosen, and the earliest time at which they were seen: whoever submits anew after it is left for a second look. */
export interface Choice {
  rows: LearnerRow[];
  asOf: string | null;
}
export const NOBODY: Choice = { rows: [], asOf: null };

/** The most that the list answers at once. */
const PAGE = 200;

/** The earlier of two times of the API, which compare as text. */
export const earlier = (one: string | null, other: string) => (one !== null && one < other ? one : other);

/**
 * Everybody whom the filters find, page after page.
 * @param onProgress How many have come, of how many.
 */
export async function chooseAll(
  filters: LearnerFilters,
  onProgress: (done: number, total: number) => void,
): Promise<Choice> {
  const found = new Map<string, LearnerRow>();
  let asOf: string | null = null;
  for (let page = 1; ; page++) {
    const answer = await client.learners.listLearners({ ...asQuery(filters), page, pageSize: PAGE });
    asOf = earlier(asOf, answer.asOf);
    for (const row of answer.items) {
      found.set(row.id, row);
    }
    onProgress(Math.min(page * PAGE, answer.total), answer.total);
    if (answer.items.length === 0 || page * PAGE >= answer.total) {
      return { rows: [...found.values()], asOf };
    }
  }
}
