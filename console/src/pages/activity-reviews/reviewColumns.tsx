import type { ActivityRow } from '@common/contract/activities';
import { formatCredits } from '@common/rules/credits';
import type { TableProps } from 'antd';
import { Link } from 'react-router';
import { ReviewStatus } from '../../components/review/reviewStatus';
import { showDate, showDateTime } from '../../format';
import type { Show } from './reviewFilters';

interface Options {
  show: Show;
  isUnit: boolean;
  /** The list's filters, which 上一项 and 下一项 of the detail follow. */
  search: string;
}
type Columns = NonNullable<TableProps<ActivityRow>['columns']>;

/** The columns of 项目列表 as the reviewers have it (manual 002 §1.2). */
export function reviewColumns({ show, isUnit, search }: Options): Columns {
  const wide: Columns = isUnit ? [] : [{ title: '单位', dataIndex: 'unitName', width: 132 }];
  return [
    { title: '项目编号', dataIndex: 'projectNumber', width: 126, className: 'mono' },
    {
      title: '项目名称',
      key: 'name',
      render: (_, row) => (
        <>
          <Link className="cell-main" to={`/activity-reviews/${row.id}${search}`}>
            {row.name}
          </Link>
          <div className="cell-sub">第{row.term}期</div>
        </>
      ),
    },
    ...wide,
    { title: '负责人', dataIndex: 'leader', width: 72, className: 'nowrap' },
    {
      title: '会场地址',
      dataIndex: 'venue',
      width: 124,
      render: (venue: string) => <span className="clamp">{venue}</span>,
    },
    {
      title: '开始日期',
      key: 'from',
      width: 94,
      className: 'nowrap mono',
      render: (_, row) => showDate(row.from),
    },
    {
      title: '结束日期',
      key: 'to',
      width: 94,
      className: 'nowrap mono',
      render: (_, row) => showDate(row.to),
    },
    {
      title: '学分',
      key: 'credits',
      width: 54,
      align: 'right',
      render: (_, row) => formatCredits(row.credits),
    },
    {
      title: '提交时间',
      key: 'submittedAt',
      width: 100,
      render: (_, row) => (
        <span className="soft">{row.submittedAt ? showDateTime(row.submittedAt) : '—'}</span>
      ),
    },
    ...(show === 'waiting' ? [] : [STATE]),
    {
      title: '操作',
      key: 'actions',
      width: 64,
      render: (_, row) => (
        <Link to={`/activity-reviews/${row.id}${search}`}>
          {row.can.includes('pass') || (show === 'changes' && row.hasChange) ? '审核' : '查看'}
        </Link>
      ),
    },
  ];
}

const STATE: Columns[number] = {
  title: '审核状态',
  key: 'state',
  width: 150,
  render: (_, row) => (
    <>
      <ReviewStatus review={row} reason={row.note} />
      {row.hasChange && <div className="cell-sub row-change">变更待审核</div>}
    </>
  ),
};
