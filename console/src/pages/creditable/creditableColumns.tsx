import type { CreditableRow } from '@common/contract/crediting';
import { CREDIT_CLASSES } from '@common/terms';
import { Button, type TableProps } from 'antd';
import { Link } from 'react-router';
import { showCredits, showRange } from '../../format';
import { DueDay } from '../creditings/dueDay';

/** The columns of 项目参加者授分. */
export const creditableColumns: NonNullable<TableProps<CreditableRow>['columns']> = [
  {
    title: '项目名称',
    key: 'name',
    render: (_, row) => (
      <>
        <Link className="cell-main clamp" to={`/activities/${row.activityId}/crediting`} title={row.name}>
          {row.name}
        </Link>
        <div className="cell-sub mono">
          {row.projectNumber}，第{row.term}期
        </div>
      </>
    ),
  },
  {
    title: '举办时间',
    key: 'held',
    width: 176,
    render: (_, row) => <span className="mono">{showRange(row)}</span>,
  },
  {
    title: '每人学分',
    key: 'credits',
    width: 116,
    className: 'nowrap',
    render: (_, row) => `${CREDIT_CLASSES[row.creditClass]} ${showCredits(row.credits)}`,
  },
  { title: '考勤人数', key: 'attended', width: 88, align: 'right', render: (_, row) => `${row.attended}人` },
  {
    title: '考勤分析',
    key: 'analyses',
    width: 96,
    align: 'right',
    render: (_, { analyses }) =>
      analyses > 0 ? `${analyses}次` : <span className="faint nowrap">还没有</span>,
  },
  { title: '已授分', key: 'credited', width: 80, align: 'right', render: (_, row) => `${row.credited}人` },
  {
    title: '可授分',
    key: 'grantable',
    width: 80,
    align: 'right',
    render: (_, { analyses, grantable }) =>
      analyses > 0 ? <b>{grantable}人</b> : <span className="faint">—</span>,
  },
  {
    title: '授分期限',
    key: 'due',
    width: 124,
    className: 'after-number',
    render: (_, row) => (
      <DueDay
        dueOn={row.dueOn}
        // Once somebody has been credited the deadline was kept.
        daysLeft={row.credited > 0 ? null : row.daysLeft}
        isMine
      />
    ),
  },
  {
    title: '操作',
    key: 'actions',
    width: 84,
    render: (_, { activityId, analyses, grantable }) => (
      <Link to={`/activities/${activityId}/crediting`}>
        <Button size="small" type={analyses === 0 || grantable > 0 ? 'primary' : 'default'}>
          授分
        </Button>
      </Link>
    ),
  },
];
