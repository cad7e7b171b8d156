import type { OutputOf } from '@common/contract/endpoint';
import type { ApiError } from '@common/contract/errors';
import type { Contract } from '@common/contract/index';
import { client } from '../../api/session';
import { asApiError } from '../../hooks/useLoad';

export type DecisionResult = OutputOf<Contract['learners']['decide']>['results'][number];

export interface Deciding {
  learnerIds: string[];
  /** Given: 审核不通过. */
  reason?: string;
  asOf: string | null;
}
/** What came back; after a failure the rest has not been decided. */
export interface Decided {
  results: DecisionResult[];
  /** Those whom no answer speaks of, because the call for them failed. */
  left: string[];
  error: ApiError | null;
}

/** The most that the API decides in one call. */
const AT_ONCE = 200;

/**
 * Decides on any number, 200 at a time; a failure stops, and what was done before it stays done.
 * @param onProgress How many have been decided.
 */
export async function decideAll(
  { learnerIds, reason, asOf }: Deciding,
  onProgress: (done: number) => void,
): Promise<Decided> {
  const results: DecisionResult[] = [];
  for (let from = 0; from < learnerIds.length; from += AT_ONCE) {
    try {
      const answer = await client.learners.decide({
        learnerIds: learnerIds.slice(from, from + AT_ONCE),
        decision: reason === undefined ? 'approve' : 'reject',
        reason,
        asOf: asOf ?? undefined,
      });
      results.push(...answer.results);
    } catch (thrown) {
      return { results, left: learnerIds.slice(from), error: asApiError(thrown) };
    }
    onProgress(Math.min(from + AT_ONCE, learnerIds.length));
  }
  return { results, left: [], error: null };
}
