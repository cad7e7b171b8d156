import type { ActivityRow } from '@common/contract/activities';
import { formatCredits } from '@common/rules/credits';
import { PROJECT_NATURES } from '@common/terms';
import type { TableProps } from 'antd';
import { Link } from 'react-router';
import { ReviewStatus } from '../../components/review/reviewStatus';
import { showDate } from '../../format';
import { activityStatus } from '../activity/activityStatus';
import { Discipline } from './discipline';
import { RowActions, type RowActionsProps } from './rowActions';

interface Options extends Omit<RowActionsProps, 'row'> {
  /** 序号 of the first row on this page, from 1. */
  first: number;
}

/** Jiangsu's columns (manual 002 §1.2), 审核状态 with whom it waits for. */
export function activityColumns({ first, ...actions }: Options): TableProps<ActivityRow>['columns'] {
  return [
    {
      title: '序号',
      key: 'index',
      width: 40,
      render: (_, __, index) => <span className="faint">{first + index}</span>,
    },
    { title: '项目编号', dataIndex: 'projectNumber', width: 124, className: 'mono' },
    { title: '期数', dataIndex: 'term', width: 40, align: 'center' },
    {
      title: '项目名称',
      key: 'name',
      render: (_, row) => (
        <Link
          className="cell-main clamp"
          to={`/activities/${row.id}${row.can.includes('submit') ? '/edit' : ''}`}
          title={row.name}
        >
          {row.name}
        </Link>
      ),
    },
    {
      title: '二/三级学科',
      dataIndex: 'discipline',
      width: 92,
      render: (discipline: string) => <Discipline name={discipline} />,
    },
    { title: '负责人', dataIndex: 'leader', width: 56, className: 'nowrap' },
    {
      title: '会场地址',
      dataIndex: 'venue',
      width: 90,
      render: (venue: string) =>
        venue ? (
          <span className="clamp" title={venue}>
            {venue}
          </span>
        ) : (
          <span className="faint">未填写</span>
        ),
    },
    {
      title: '开始日期',
      key: 'from',
      width: 84,
      className: 'nowrap mono',
      render: (_, row) => showDate(row.from),
    },
    {
      title: '结束日期',
      key: 'to',
      width: 84,
      className: 'nowrap mono',
      render: (_, row) => showDate(row.to),
    },
    {
      title: '学分',
      key: 'credits',
      width: 42,
      align: 'right',
      render: (_, row) => formatCredits(row.credits),
    },
    { title: '项目性质', key: 'nature', width: 70, render: (_, row) => PROJECT_NATURES[row.nature] },
    {
      title: '审核状态',
      key: 'state',
      width: 116,
      render: (_, row) => (
        <>
          <ReviewStatus review={row} />
          {row.state === 'approved' && <div className="cell-sub">{activityStatus(row).text}</div>}
          {row.hasChange && <div className="cell-sub row-change">变更审核中</div>}
        </>
      ),
    },
    {
      title: '审核理由',
      dataIndex: 'note',
      width: 108,
      render: (note: string) =>
        note ? (
          <span className="clamp row-note" title={note}>
            {note}
          </span>
        ) : (
          <span className="faint">—</span>
        ),
    },
    {
      title: '操作',
      key: 'actions',
      width: 72,
      render: (_, row) => <RowActions row={row} {...actions} />,
    },
  ];
}
