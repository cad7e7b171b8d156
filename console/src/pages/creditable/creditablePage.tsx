import { Alert, Button, Segmented } from 'antd';
import { Link } from 'react-router';
import { client } from '../../api/session';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { SearchBox } from '../../components/searchBox';
import { EmptyState } from '../../components/states';
import { oneOf, useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { creditableColumns } from './creditableColumns';

type Show = 'open' | 'late' | 'all';
const SHOWS: [Show, ...Show[]] = ['open', 'late', 'all'];
const LABELS: Record<Show, string> = { open: '待授分', late: '逾期', all: '全部' };
const EMPTY: Record<Show, string> = {
  open: '没有待授分的项目',
  late: '没有逾期未授分的项目',
  all: '还没有开始举办的项目',
};

/** 学分管理－项目参加者授分 (manual 000 §四1): the unit's activities that have begun, those to be credited first. */
export default function CreditablePage() {
  const [filters, setFilters] = useAddress({ show: 'open', q: '', page: 1, pageSize: 20 });
  const show = oneOf(SHOWS, filters.show);
  const { page, pageSize } = filters;
  const q = filters.q.slice(0, 50) || undefined;
  const list = useLoad(
    () => client.crediting.listCreditable({ show, q, page, pageSize }),
    [show, q, page, pageSize],
  );
  const late = list.data?.late ?? 0;
  return (
    <>
      <PageHeader
        title="项目参加者授分"
        note="全部考勤完成后，先做考勤分析，再给有效人员授分；授分后由行政部门审核。"
      />
      {late > 0 && show !== 'late' && (
        <Alert
          className="notice"
          type="error"
          showIcon
          title={`有${late}个项目已过授分期限，还没有给任何人授分`}
          action={
            <Button size="small" onClick={() => setFilters({ show: 'late', page: 1 })}>
              查看逾期
            </Button>
          }
        />
      )}
      <section className="card">
        <div className="filter-bar">
          <Segmented
            value={show}
            options={SHOWS.map((value) => ({
              value,
              label: value === 'late' && late > 0 ? `${LABELS.late} ${late}` : LABELS[value],
            }))}
            onChange={(value) => setFilters({ show: value, page: 1 })}
          />
          <div className="filter-bar__end">
            <SearchBox
              value={filters.q}
              placeholder="项目名称或编号"
              onSearch={(text) => setFilters({ q: text, page: 1 })}
            />
          </div>
        </div>
        <ListTable
          load={list}
          rowKey="activityId"
          unit="个项目"
          columns={creditableColumns}
          onPage={(next, size) => setFilters({ page: next, pageSize: size })}
          empty={
            <EmptyState
              icon={q ? 'search' : 'check'}
              title={q ? '没有找到这个项目' : EMPTY[show]}
              hint={
                q
                  ? '核对项目名称或编号；还没有开始举办的项目在项目管理中'
                  : '审核通过的项目开始举办后会出现在这里'
              }
              action={
                q || show !== 'all' ? (
                  <Button onClick={() => setFilters({ show: 'all', q: '', page: 1 })}>查看全部</Button>
                ) : (
                  <Link to="/activities">去项目管理</Link>
                )
              }
            />
          }
        />
      </section>
    </>
  );
}
