import { codesOf } from '@common/terms';
import { Button, Segmented } from 'antd';
import { client } from '../../../../api/session';
import { ListTable } from '../../../../components/listTable';
import { SearchBox } from '../../../../components/searchBox';
import { EmptyState } from '../../../../components/states';
import { oneOf, useAddress } from '../../../../hooks/useAddress';
import { useLoad } from '../../../../hooks/useLoad';
import { personColumns } from './personColumns';

const ONLY = { all: '全部', passed: '合格', failed: '未合格', notTaken: '未参加' } as const;
const OPTIONS = codesOf(ONLY).map((value) => ({ value, label: ONLY[value] }));

/** Who has signed in, with the best score; who has not taken the exam yet. */
export function PersonList({ activityId }: { activityId: string }) {
  const [filters, setFilters] = useAddress({ only: 'all', q: '', page: 1, pageSize: 20 });
  const only = oneOf(codesOf(ONLY), filters.only);
  const { q, page, pageSize } = filters;
  const list = useLoad(
    () => client.examResults.listExamResults({ activityId, only, q, page, pageSize }),
    [activityId, only, q, page, pageSize],
  );
  const isNarrowed = only !== 'all' || q !== '';
  return (
    <section className="card">
      <div className="card__head">
        <h2>成绩</h2>
      </div>
      <div className="filter-bar">
        <Segmented options={OPTIONS} value={only} onChange={(next) => setFilters({ only: next, page: 1 })} />
        <SearchBox value={q} placeholder="姓名" onSearch={(next) => setFilters({ q: next, page: 1 })} />
      </div>
      <ListTable
        load={list}
        rowKey="learnerId"
        unit="人"
        columns={personColumns}
        onPage={(nextPage, nextSize) => setFilters({ page: nextPage, pageSize: nextSize })}
        empty={
          isNarrowed ? (
            <EmptyState
              isSmall
              title="没有符合条件的人员"
              hint="可以换一个条件再看"
              action={
                <Button type="link" onClick={() => setFilters({ only: 'all', q: '', page: 1 })}>
                  查看全部
                </Button>
              }
            />
          ) : (
            <EmptyState isSmall title="还没有人签到" hint="学员签到后才能参加考试" />
          )
        }
      />
    </section>
  );
}
