import type { AnalysisCounts, AnalysisMethod } from '@common/contract/analyses';
import type { ApiError } from '@common/contract/errors';
import { client } from '../../../../api/session';
import { useLoad } from '../../../../hooks/useLoad';
import { type Draft, methodOf } from './draft';
import { useSettled } from './useSettled';

const DELAY_MS = 400;

/** What the present windows come to. */
export interface Preview {
  /** Null before the first answer, and where nothing can be counted. */
  counts: AnalysisCounts | null;
  /** Persons with a swipe in each window, by its key. */
  persons: ReadonlyMap<string, number>;
  /** What is shown is not of the present windows yet. */
  busy: boolean;
  error: ApiError | null;
  retry: () => void;
}

/** Counts while one draws: a moment after the last change, and an answer that has been overtaken is dropped. */
export function usePreview(activityId: string, draft: Draft): Preview {
  const method = methodOf(draft);
  const wanted = method && JSON.stringify(method);
  const settled = useSettled(wanted, DELAY_MS);
  const keys = draft.windows.map(({ key }) => key);
  const load = useLoad(async () => {
    if (settled === null) {
      return null;
    }
    const counts = await client.analyses.previewAnalysis({
      activityId,
      method: JSON.parse(settled) as AnalysisMethod,
    });
    return { counts, persons: new Map(keys.map((key, index) => [key, counts.perWindow[index] ?? 0])) };
  }, [activityId, settled]);
  const isAny = wanted !== null;
  return {
    counts: isAny ? (load.data?.counts ?? null) : null,
    persons: isAny ? (load.data?.persons ?? NOBODY) : NOBODY,
    busy: isAny && (wanted !== settled || load.loading || load.error !== null),
    error: isAny ? load.error : null,
    retry: load.reload,
  };
}

const NOBODY: ReadonlyMap<string, number> = new Map();
