import type { ApplicationRow } from '@common/contract/applications';
import { isEditable } from '@common/rules/review';
import { PROJECT_LEVELS } from '@common/terms';
import { Button, type TableProps } from 'antd';
import { Link } from 'react-router';
import { Guarded } from '../../components/guarded';
import { ReviewStatus } from '../../components/review/reviewStatus';
import { showCredits, showDateTime } from '../../format';
import { KIND_LABELS } from './applicationFilters';

interface Options {
  busy: boolean;
  onRemove: (row: ApplicationRow) => void;
  onWithdraw: (row: ApplicationRow) => void;
}

/** What a project without a name yet is called. */
export const nameOf = ({ name }: Pick<ApplicationRow, 'name'>) => name || '未命名项目';

/** The columns of 项目申报与备案. */
export function applicationColumns({
  busy,
  onRemove,
  onWithdraw,
}: Options): NonNullable<TableProps<ApplicationRow>['columns']> {
  return [
    {
      title: '项目名称',
      key: 'name',
      render: (_, row) => (
        <>
          <Link className="cell-main" to={`/applications/${row.id}`}>
            {nameOf(row)}
          </Link>
          <div className="cell-sub">{row.projectNumber ?? `${row.year}年`}</div>
        </>
      ),
    },
    {
      title: '类型',
      key: 'kind',
      width: 84,
      className: 'nowrap',
      render: (_, { kind }) => KIND_LABELS[kind],
    },
    { title: '级别', key: 'level', width: 70, render: (_, { level }) => PROJECT_LEVELS[level] },
    { title: '学科', key: 'discipline', width: 132, render: (_, row) => row.discipline || <Blank /> },
    {
      title: '负责人',
      key: 'leader',
      width: 84,
      className: 'nowrap',
      render: (_, row) => row.leader || <Blank />,
    },
    {
      title: '学分',
      key: 'credits',
      width: 72,
      align: 'right',
      render: (_, { credits }) => (credits > 0 ? showCredits(credits) : <Blank />),
    },
    {
      title: '状态',
      key: 'state',
      width: 190,
      className: 'after-number',
      render: (_, row) => <ReviewStatus review={row} reason={reasonOf(row)} />,
    },
    {
      title: '更新时间',
      key: 'updatedAt',
      width: 132,
      render: (_, row) => <span className="soft nowrap">{showDateTime(row.updatedAt)}</span>,
    },
    {
      title: '操作',
      key: 'actions',
      width: 128,
      render: (_, row) => (
        <span className="cell-actions">
          <Link to={`/applications/${row.id}`}>{isEditable(row.state) ? '修改' : '查看'}</Link>
          {row.can.includes('withdraw') && (
            <Guarded permission="holdActivities">
              <Button type="link" disabled={busy} onClick={() => onWithdraw(row)}>
                撤回
              </Button>
            </Guarded>
          )}
          {row.can.includes('remove') && (
            <Guarded permission="holdActivities">
              <Button type="link" danger disabled={busy} onClick={() => onRemove(row)}>
                删除
              </Button>
            </Guarded>
          )}
        </span>
      ),
    },
  ];
}

/** Why it came back, or what it still waits for. */
function reasonOf({ state, note }: ApplicationRow): string | undefined {
  if (state === 'approved') {
    return '等待公布';
  }
  return state === 'returned' || state === 'rejected' ? note : undefined;
}

const Blank = () => <span className="faint">—</span>;
