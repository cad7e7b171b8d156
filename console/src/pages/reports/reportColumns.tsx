import type { ReportRow } from '@common/contract/reports';
import type { TableProps } from 'antd';
import { Link } from 'react-router';
import { ReviewStatus } from '../../components/review/reviewStatus';
import { Deadline } from './deadline';

interface Options {
  isUnit: boolean;
  /** Whether what can be written may be written by this administrator. */
  mayWrite: boolean;
}

/** The columns of 执行情况反馈, in the order of what is looked for. */
export function reportColumns({ isUnit, mayWrite }: Options): NonNullable<TableProps<ReportRow>['columns']> {
  return [
    {
      title: '项目名称',
      key: 'name',
      render: (_, row) => (
        <>
          <Link className="cell-main clamp" to={`/reports/${row.activityId}`} title={row.name}>
            {row.name}
          </Link>
          <div className="cell-sub mono">
            {row.projectNumber}，第{row.term}期
          </div>
        </>
      ),
    },
    ...(isUnit ? [] : [{ title: '举办单位', dataIndex: 'unitName', width: 180 }]),
    { title: '结束日期', dataIndex: 'endedOn', width: 116, className: 'nowrap mono' },
    { title: '截止日期', dataIndex: 'dueOn', width: 116, className: 'nowrap mono' },
    { title: '期限', key: 'deadline', width: 172, render: (_, row) => <Deadline {...row} /> },
    {
      title: '状态',
      key: 'state',
      width: 210,
      render: (_, row) => (
        <ReviewStatus review={row} reason={row.state === 'returned' ? row.note : undefined} />
      ),
    },
    {
      title: '操作',
      key: 'actions',
      width: 84,
      render: (_, row) => <Link to={`/reports/${row.activityId}`}>{deedOf(row, mayWrite)}</Link>,
    },
  ];
}

function deedOf({ can, state }: ReportRow, mayWrite: boolean): string {
  if (can.includes('pass')) {
    return '审核';
  }
  if (!can.includes('submit') || !mayWrite) {
    return '查看';
  }
  return state === 'returned' ? '修改' : '填写';
}
