import type { LearnerRow } from '@common/contract/learners';
import { allRows } from '../../api/allRows';
import { client } from '../../api/session';
import { asQuery, type LearnerFilters } from './learnerFilters';

/** Who is chosen, and the earliest time at which they were seen: whoever submits anew after it is left for a second look. */
export interface Choice {
  rows: LearnerRow[];
  asOf: string | null;
}
export const NOBODY: Choice = { rows: [], asOf: null };

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
  let asOf: string | null = null;
  const rows = await allRows(async (paging) => {
    const answer = await client.learners.listLearners({ ...asQuery(filters), ...paging });
    asOf = earlier(asOf, answer.asOf);
    return answer;
  }, onProgress);
  return { rows: [...new Map(rows.map((row) => [row.id, row])).values()], asOf };
}
