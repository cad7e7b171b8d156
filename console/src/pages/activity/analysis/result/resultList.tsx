import type { SavedAnalysis } from '@common/contract/analyses';
import { codesOf, EXCLUSIONS } from '@common/terms';
import { Button } from 'antd';
import { client } from '../../../../api/session';
import { ListTable } from '../../../../components/listTable';
import { SearchBox } from '../../../../components/searchBox';
import { EmptyState } from '../../../../components/states';
import { oneOf, useAddress } from '../../../../hooks/useAddress';
import { useLoad } from '../../../../hooks/useLoad';
import { resultColumns } from './resultColumns';
import { ONLY_CODES, ResultFilters } from './resultFilters';

const NO_FILTERS = { only: 'all', reason: '', q: '', page: 1, pageSize: 50 };

interface Props {
  analysis: SavedAnalysis;
  isReadOnly: boolean;
}

/** Everybody with a swipe: what there is in each window and beside, in or out and why. */
export function ResultList({ analysis, isReadOnly }: Props) {
  const [filters, setFilters] = useAddress(NO_FILTERS);
  const only = oneOf(ONLY_CODES, filters.only);
  const reason = codesOf(EXCLUSIONS).find((code) => code === filters.reason);
  const { q, page, pageSize } = filters;
  const list = useLoad(
    () => client.analyses.analysisRows({ analysisId: analysis.id, only, reason, q, page, pageSize }),
    [analysis.id, only, reason, q, page, pageSize],
  );
  return (
    <section className="card analysis-people" aria-label="分析结果">
      <div className="card__head">
        <h2>分析结果</h2>
        <SearchBox value={q} placeholder="姓名" onSearch={(next) => setFilters({ q: next, page: 1 })} />
      </div>
      <div className="analysis-people__filters">
        <ResultFilters
          analysis={analysis}
          only={only}
          reason={reason}
          onChange={(nextOnly, nextReason) =>
            setFilters({ only: nextOnly, reason: nextReason ?? '', page: 1 })
          }
        />
      </div>
      <ListTable
        load={list}
        rowKey="learnerId"
        unit="人"
        isDense
        columns={resultColumns(analysis, isReadOnly)}
        scroll={{ x: 690 + 52 * analysis.windows.length }}
        onPage={(nextPage, nextSize) => setFilters({ page: nextPage, pageSize: nextSize })}
        empty={
          <EmptyState
            isSmall
            title="没有符合条件的人员"
            hint="换一个条件再看"
            action={<Button onClick={() => setFilters(NO_FILTERS)}>查看全部</Button>}
          />
        }
      />
    </section>
  );
}
