import type { ApplicationRow } from '@common/contract/applications';
import type { InputOf, OutputOf } from '@common/contract/endpoint';
import type { ApiError } from '@common/contract/errors';
import type { Contract } from '@common/contract/index';
import { client } from '../../api/session';
import { asApiError } from '../../hooks/useLoad';

type Applications = Contract['applications'];
export type Decision = Omit<InputOf<Applications['decideApplications']>, 'items'>;
export type Decided = OutputOf<Applications['decideApplications']>['results'];
export type Published = OutputOf<Applications['publishApplications']>['results'];

/** What came back; after a failure the rest has not been touched. */
export interface Done<R> {
  results: R[];
  left: number;
  error: ApiError | null;
}

async function inParts<T, R>(
  items: readonly T[],
  size: number,
  act: (part: T[]) => Promise<R[]>,
): Promise<Done<R>> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += size) {
    try {
      results.push(...(await act(items.slice(from, from + size))));
    } catch (thrown) {
      return { results, left: items.length - from, error: asApiError(thrown) };
    }
  }
  return { results, left: 0, error: null };
}

/** Decides on any number, 200 at a time, each by the version that was seen; a failure stops, what was done stays done. */
export const decideAll = (
  rows: readonly Pick<ApplicationRow, 'id' | 'version'>[],
  decision: Decision,
): Promise<Done<Decided[number]>> =>
  inParts(rows, 200, async (part) => {
    const items = part.map(({ id, version }) => ({ id, version }));
    return (await client.applications.decideApplications({ ...decision, items })).results;
  });

/** Publishes any number, 500 at a time. */
export const publishAll = (ids: readonly string[]): Promise<Done<Published[number]>> =>
  inParts(
    ids,
    500,
    async (applicationIds) => (await client.applications.publishApplications({ applicationIds })).results,
  );
