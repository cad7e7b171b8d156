import type { ActivityRow } from '@common/contract/activities';
import { Button, type TableProps } from 'antd';
import { Link, useNavigate } from 'react-router';
import { client } from '../../api/session';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { SearchBox } from '../../components/searchBox';
import { EmptyState } from '../../components/states';
import { StatusTag } from '../../components/statusTag';
import { showCredits, showDate } from '../../format';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { activityStatus } from '../activity/activityStatus';

/** 继教活动－项目管理: the unit's activities in the columns of Jiangsu's list (manual 002 §1.2). */
export default function ActivitiesPage() {
  const [filters, setFilters] = useAddress({ q: '', page: 1, pageSize: 20 });
  const list = useLoad(() => client.activities.listUnitActivities(filters), [filters]);
  const navigate = useNavigate();

  const columns: TableProps<ActivityRow>['columns'] = [
    {
      title: '序号',
      key: 'index',
      width: 52,
      render: (_, __, index) => (
        <span className="faint">
          {((list.data?.page ?? 1) - 1) * (list.data?.pageSize ?? 20) + index + 1}
        </span>
      ),
    },
    { title: '项目编号', dataIndex: 'projectNumber', width: 150, className: 'mono nowrap' },
    { title: '期数', dataIndex: 'term', width: 48, align: 'center' },
    {
      title: '项目名称',
      key: 'name',
      render: (_, row) => (
        <Link className="cell-main clamp" to={`/activities/${row.id}`} title={row.name}>
          {row.name}
        </Link>
      ),
    },
    {
      title: '学科',
      dataIndex: 'discipline',
      width: 104,
      render: (discipline: string) => <Discipline name={discipline} />,
    },
    { title: '负责人', dataIndex: 'leader', width: 70, className: 'nowrap' },
    {
      title: '会场地址',
      dataIndex: 'venue',
      width: 116,
      render: (venue: string) => <span className="clamp">{venue}</span>,
    },
    {
      title: '开始日期',
      key: 'from',
      width: 94,
      className: 'nowrap',
      render: (_, row) => showDate(row.from),
    },
    { title: '结束日期', key: 'to', width: 94, className: 'nowrap', render: (_, row) => showDate(row.to) },
    {
      title: '学分',
      key: 'credits',
      width: 60,
      align: 'right',
      className: 'nowrap',
      render: (_, row) => showCredits(row.credits),
    },
    {
      title: '状态',
      key: 'state',
      width: 96,
      render: (_, row) => {
        const { tone, text } = activityStatus(row);
        return <StatusTag tone={tone}>{text}</StatusTag>;
      },
    },
    {
      title: '操作',
      key: 'actions',
      width: 88,
      render: (_, row) => (
        <span className="cell-actions">
          <Link to={`/activities/${row.id}/site`}>现场</Link>
          <Link to={`/activities/${row.id}/crediting`}>授分</Link>
        </span>
      ),
    },
  ];

  return (
    <>
      <PageHeader
        title="项目管理"
        note="本单位举办的继教活动，最近的在前。点开一个活动，办理现场签到和授分。"
      />
      <section className="card">
        <div className="filter-bar">
          <SearchBox
            value={filters.q}
            placeholder="项目名称、编号或负责人"
            onSearch={(q) => setFilters({ q, page: 1 })}
          />
        </div>
        <ListTable
          load={list}
          rowKey="id"
          unit="个活动"
          isDense
          scroll={{ x: 1100 }}
          columns={columns}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          empty={
            filters.q ? (
              <EmptyState
                title={`没有找到“${filters.q}”`}
                hint="可以只输入名称中的几个字，或项目编号的一段"
                action={<Button onClick={() => setFilters({ q: '', page: 1 })}>查看全部活动</Button>}
              />
            ) : (
              <EmptyState
                icon="calendar"
                title="本单位还没有继教活动"
                hint="举办申请经卫生行政部门审核通过后，活动会出现在这里。如已通过仍未看到，请联系上级行政部门。"
                action={<Button onClick={() => navigate('/')}>回到工作台</Button>}
              />
            )
          }
        />
      </section>
    </>
  );
}

/** 二级学科/三级学科, the second under the first, so that no name is broken in two. */
function Discipline({ name }: { name: string }) {
  const [second, ...third] = name.split('/');
  return (
    <>
      <div className="nowrap">{second}</div>
      {third.length > 0 && <div className="cell-sub">{third.join('/')}</div>}
    </>
  );
}
