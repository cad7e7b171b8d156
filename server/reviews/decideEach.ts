import type { decisionAnswer } from '@common/contract/reviews';
import type { z } from 'zod';
import { AppError, appError } from '../http/errors';
import type { Reviewed } from './reviews';

type Results = z.output<typeof decisionAnswer>['results'];

/** A decision about some. */
export interface ManyDecisions<T extends Reviewed> {
  /** With the version that was seen; one that is named twice is decided once. */
  items: readonly { id: string; version: number }[];
  /** Those that the reviewer may know of, by id. */
  find(ids: string[]): Promise<Map<string, T>>;
  /** @throws AppError REVIEW_MOVED, MOVE_REFUSED: about this one alone. */
  decide(doc: T, version: number): Promise<T>;
}

/**
 * Decides each by itself: where a colleague was faster the others are decided all the same. What was taken away meanwhile is `moved`.
 * @throws AppError NOT_FOUND where the reviewer may know of none of them.
 */
export async function decideEach<T extends Reviewed>({
  items,
  find,
  decide,
}: ManyDecisions<T>): Promise<{ results: Results; decided: T[] }> {
  const versions = new Map(items.map(({ id, version }) => [id, version]));
  const known = await find([...versions.keys()]);
  if (known.size === 0) {
    throw appError('NOT_FOUND');
  }
  const results: Results = [];
  const decided: T[] = [];
  for (const [id, version] of versions) {
    const doc = known.get(id);
    if (!doc) {
      results.push({ id, outcome: 'moved', state: 'draft' });
      continue;
    }
    try {
      const after = await decide(doc, version);
      decided.push(after);
      results.push({ id, outcome: 'done', state: after.state });
    } catch (error) {
      const outcome = outcomeOf(error);
      const now = (await find([id])).get(id);
      results.push({ id, outcome, state: now?.state ?? 'draft' });
    }
  }
  return { results, decided };
}

/** @throws What concerns all of them. */
function outcomeOf(error: unknown): 'moved' | 'refused' {
  if (error instanceof AppError && error.code === 'REVIEW_MOVED') {
    return 'moved';
  }
  if (error instanceof AppError && error.code === 'MOVE_REFUSED') {
    return 'refused';
  }
  throw error;
}
