import type { AnalysisRow } from '@common/contract/analyses';
import { allRows } from '../../../../api/allRows';
import { client } from '../../../../api/session';
import { fullHours } from './fullHours';

/** 筛选授分人员. */
export interface PersonFilter {
  q: string;
  /** '' for all; those with a 疑点 that stands, or those without. */
  doubts: '' | 'none' | 'some';
  /** 完成规定学时 (manual 002 §2.2). */
  isFull: boolean;
}

export const isFiltered = ({ q, doubts, isFull }: PersonFilter): boolean =>
  q !== '' || doubts !== '' || isFull;
/** Whether the server can find them, page by page. */
export const isPlainSearch = ({ doubts, isFull }: PersonFilter): boolean => doubts === '' && !isFull;

/** Everybody of an analysis who can be credited and is found by the filter, over all pages. */
export async function findPersons(
  { id, activityId }: { id: string; activityId: string },
  { q, doubts, isFull }: PersonFilter,
): Promise<AnalysisRow[]> {
  const [rows, full] = await Promise.all([
    allRows((paging) =>
      client.analyses.analysisRows({
        analysisId: id,
        only: doubts === 'some' ? 'doubted' : 'grantable',
        q: q || undefined,
        ...paging,
      }),
    ),
    isFull ? fullHours(activityId) : null,
  ]);
  return rows.filter(
    (row) =>
      row.effective &&
      !row.credited &&
      (doubts !== 'none' || row.doubts.length === 0) &&
      (full === null || full.has(row.learnerId)),
  );
}
