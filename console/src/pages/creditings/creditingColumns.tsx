import type { CreditingRow } from '@common/contract/crediting';
import { CREDIT_CLASSES } from '@common/terms';
import { Button, type TableProps } from 'antd';
import { Link } from 'react-router';
import { StatusTag } from '../../components/statusTag';
import { showCredits, showDateTime, showWaiting } from '../../format';

interface Options {
  isUnit: boolean;
  /** The authority that is signed in: only what waits for itself is for it to do. */
  authorityName?: string;
  busy: boolean;
  approve: (batch: CreditingRow) => void;
}

/** The columns of the batches; only an authority has anything to do. */
export function creditingColumns({
  isUnit,
  authorityName,
  busy,
  approve,
}: Options): TableProps<CreditingRow>['columns'] {
  return [
    {
      title: '项目名称',
      key: 'name',
      render: (_, row) => (
        <>
          <Link className="cell-main clamp" to={`/activities/${row.activityId}`} title={row.activityName}>
            {row.activityName}
          </Link>
          <div className="cell-sub mono">{row.projectNumber}</div>
        </>
      ),
    },
    ...(isUnit ? [] : [{ title: '举办单位', dataIndex: 'unitName', width: 180 }]),
    { title: '活动日期', dataIndex: 'activityDate', width: 110, className: 'nowrap' },
    { title: '人数', key: 'persons', width: 84, align: 'right', render: (_, row) => <b>{row.persons}人</b> },
    {
      title: '每人学分',
      key: 'credits',
      width: 132,
      render: (_, row) => (
        <span className="nowrap">
          {CREDIT_CLASSES[row.creditClass]} <b>{showCredits(row.creditsEach)}</b>
        </span>
      ),
    },
    {
      title: '授分',
      key: 'granted',
      width: 150,
      render: (_, row) => (
        <>
          <div className="nowrap">{row.grantedBy}</div>
          <div className="cell-sub nowrap">{showDateTime(row.grantedAt)}</div>
        </>
      ),
    },
    {
      title: '审核状态',
      key: 'state',
      width: isUnit ? 260 : 200,
      render: (_, row) =>
        row.state === 'approved' ? (
          <>
            <StatusTag tone="done">审核通过</StatusTag>
            <div className="cell-sub">{row.reviewedBy}</div>
            <div className="cell-sub nowrap">{row.reviewedAt && showDateTime(row.reviewedAt)}</div>
          </>
        ) : row.waitingFor === authorityName ? (
          <StatusTag tone="act">待审核</StatusTag>
        ) : (
          <StatusTag tone="waiting">{showWaiting(row)}</StatusTag>
        ),
    },
    ...(isUnit
      ? []
      : [
          {
            title: '操作',
            key: 'actions',
            width: 110,
            render: (_: unknown, row: CreditingRow) =>
              row.state === 'waiting' && (
                <Button type="primary" size="small" disabled={busy} onClick={() => approve(row)}>
                  审核通过
                </Button>
              ),
          },
        ]),
  ];
}
