import type { analyses, SavedAnalysis } from '@common/contract/analyses';
import type { OutputOf } from '@common/contract/endpoint';
import { Button, Segmented, Skeleton, type TableProps } from 'antd';
import { Link } from 'react-router';
import { client } from '../../../../api/session';
import { Figure } from '../../../../components/figure';
import { ListTable } from '../../../../components/listTable';
import { Loaded } from '../../../../components/loaded';
import { EmptyState } from '../../../../components/states';
import { StatusTag } from '../../../../components/statusTag';
import { oneOf, useAddress } from '../../../../hooks/useAddress';
import { useLoad } from '../../../../hooks/useLoad';
import { methodWords, numberedWindows, resultAddress } from '../words';
import './saved.css';

type Difference = OutputOf<typeof analyses.compareAnalyses>['items'][number];
type Show = 'all' | 'onlyFirst' | 'onlySecond';
const SHOWS: [Show, ...Show[]] = ['all', 'onlyFirst', 'onlySecond'];

interface Props {
  activityId: string;
  first: string;
  second: string;
}

/** Two analyses beside each other: who is effective in both, and whom they judge differently, with the reasons. */
export default function Comparison({ activityId, first, second }: Props) {
  const both = useLoad(
    () =>
      Promise.all([
        client.analyses.getAnalysis({ analysisId: first }),
        client.analyses.getAnalysis({ analysisId: second }),
      ]),
    [first, second],
  );
  const back = `/activities/${activityId}/analysis?tab=saved`;
  if (both.error?.code === 'NOT_FOUND') {
    return (
      <section className="card">
        <EmptyState
          title="没有找到要比较的考勤分析"
          hint="请从已保存的分析里选择两次"
          action={<Link to={back}>查看已保存的分析</Link>}
        />
      </section>
    );
  }
  return (
    <Loaded load={both} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 8 }} />}>
      {([one, other]) => (
        <>
          <p className="analysis-compare__back">
            <Link to={back}>‹ 已保存的分析</Link>
          </p>
          <div className="analysis-compare">
            <Method analysis={one} />
            <Method analysis={other} />
          </div>
          <Differences activityId={activityId} one={one} other={other} />
        </>
      )}
    </Loaded>
  );
}

/** What one of them went by. */
function Method({ analysis }: { analysis: SavedAnalysis }) {
  const { id, activityId, no, windows, counts } = analysis;
  return (
    <section className="card pad">
      <h2>
        <Link to={resultAddress(activityId, id)}>第{no}次分析</Link>
        <span className="faint">有效{counts.effective}人</span>
      </h2>
      <p className="soft">{methodWords(analysis)}</p>
      <ol className="mono">
        {numberedWindows(windows).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </section>
  );
}

function Differences({
  activityId,
  one,
  other,
}: {
  activityId: string;
  one: SavedAnalysis;
  other: SavedAnalysis;
}) {
  const [filters, setFilters] = useAddress({ show: 'all', page: 1, pageSize: 50 });
  const show = oneOf(SHOWS, filters.show);
  const { page, pageSize } = filters;
  const list = useLoad(
    () =>
      client.analyses.compareAnalyses({ activityId, first: one.id, second: other.id, show, page, pageSize }),
    [activityId, one.id, other.id, show, page, pageSize],
  );
  const onlyFirst = `仅第${one.no}次有效`;
  const onlySecond = `仅第${other.no}次有效`;
  return (
    <section className="card" aria-label="比较结果">
      <div className="figures">
        <Figure label="两次都有效" value={list.data?.both ?? '—'} unit="人" tone="done" />
        <Figure label={onlyFirst} value={list.data?.onlyFirst ?? '—'} unit="人" />
        <Figure label={onlySecond} value={list.data?.onlySecond ?? '—'} unit="人" />
      </div>
      <div className="filter-bar">
        <Segmented
          value={show}
          options={[
            { value: 'all', label: '结果不同的人员' },
            { value: 'onlyFirst', label: onlyFirst },
            { value: 'onlySecond', label: onlySecond },
          ]}
          onChange={(next) => setFilters({ show: next, page: 1 })}
        />
      </div>
      <ListTable
        load={list}
        rowKey="learnerId"
        unit="人"
        columns={columnsOf(one.no, other.no)}
        onPage={(nextPage, nextSize) => setFilters({ page: nextPage, pageSize: nextSize })}
        empty={
          show === 'all' ? (
            <EmptyState isSmall icon="check" title="两次分析的结果相同" hint="有效人员没有差别" />
          ) : (
            <EmptyState
              isSmall
              title="没有这样的人员"
              hint="可以看看另一次独有的人员"
              action={<Button onClick={() => setFilters({ show: 'all', page: 1 })}>查看全部不同</Button>}
            />
          )
        }
      />
    </section>
  );
}

const columnsOf = (first: number, second: number): TableProps<Difference>['columns'] => [
  { title: '姓名', dataIndex: 'name', width: 120, className: 'cell-main' },
  { title: '单位', dataIndex: 'unitName', width: 240, ellipsis: true },
  { title: `第${first}次`, key: 'first', render: (_, row) => <Verdict {...row.first} /> },
  { title: `第${second}次`, key: 'second', render: (_, row) => <Verdict {...row.second} /> },
];

function Verdict({ effective, reason }: Difference['first']) {
  return effective ? (
    <StatusTag tone="done">有效</StatusTag>
  ) : (
    <>
      <StatusTag tone="waiting">无效</StatusTag>
      <div className="cell-sub">{reason}</div>
    </>
  );
}
