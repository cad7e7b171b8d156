import type { AnalysisRow, SavedAnalysis } from '@common/contract/analyses';
import { useRef } from 'react';
import { client } from '../../../../api/session';
import { type Load, useLoad } from '../../../../hooks/useLoad';
import { findPersons, isPlainSearch, type PersonFilter } from './findPersons';

interface Page {
  items: AnalysisRow[];
  total: number;
  page: number;
  pageSize: number;
}

/** One page of whom the analysis leaves to be credited; a filter that the server has not is applied over all pages, once. */
export function usePersons(
  analysis: SavedAnalysis,
  filter: PersonFilter,
  { page, pageSize }: { page: number; pageSize: number },
): Load<Page> {
  const key = JSON.stringify([analysis.id, filter]);
  const found = useRef<{ key: string; rows: AnalysisRow[] } | null>(null);
  const load = useLoad(async () => {
    if (isPlainSearch(filter)) {
      const { q } = filter;
      return client.analyses.analysisRows({
        analysisId: analysis.id,
        only: 'grantable',
        q: q || undefined,
        page,
        pageSize,
      });
    }
    if (found.current?.key !== key) {
      found.current = { key, rows: await findPersons(analysis, filter) };
    }
    const { rows } = found.current;
    return { items: rows.slice((page - 1) * pageSize, page * pageSize), total: rows.length, page, pageSize };
  }, [key, page, pageSize]);
  return {
    ...load,
    reload: () => {
      found.current = null;
      load.reload();
    },
  };
}
