import type { LearnerRow } from '@common/contract/learners';
import { APPROVAL_STATES, type ApprovalState, TITLES } from '@common/terms';
import { Button, type TableProps } from 'antd';
import { Link } from 'react-router';
import { Guarded } from '../../components/guarded';
import { PersonPhoto } from '../../components/personPhoto';
import { StatusTag, type Tone } from '../../components/statusTag';
import { showDateTime } from '../../format';
import type { StateFilter } from './learnerFilters';
import { DepartmentCell, NameHints } from './learnerHints';

/** 审核状态 as seen by who decides on it. */
export const STATE_TONES: Record<ApprovalState, Tone> = {
  draft: 'quiet',
  pending: 'act',
  approved: 'done',
  rejected: 'quiet',
};

interface Options {
  state: StateFilter;
  /** The list's filters, which 上一位 and 下一位 of the person's page follow. */
  search: string;
  busy: boolean;
  approve: (learners: LearnerRow[]) => void;
  reject: (learners: LearnerRow[]) => void;
}
type Columns = NonNullable<TableProps<LearnerRow>['columns']>;

/** The columns of 人员信息审核; the state is shown where the filter does not say it already. */
export function learnerColumns({ state, search, busy, approve, reject }: Options): Columns {
  return [
    {
      title: '姓名',
      key: 'name',
      width: 210,
      render: (_, row) => (
        <span className="person">
          <PersonPhoto url={row.photoUrl} name={row.name} size={32} />
          <span className="person__line">
            <Link className="cell-main" to={`/learners/${row.id}${search}`}>
              {row.name}
            </Link>
            <NameHints row={row} />
          </span>
        </span>
      ),
    },
    {
      title: '身份证号',
      key: 'idNo',
      width: 176,
      className: 'mono nowrap',
      render: (_, row) => (
        <>
          {row.idNoMasked}
          {row.personnelNo && <div className="cell-sub">医通卡号 {row.personnelNo}</div>}
        </>
      ),
    },
    { title: '手机号', dataIndex: 'phoneMasked', width: 118, className: 'mono nowrap' },
    { title: '职称', key: 'title', width: 112, render: (_, row) => TITLES[row.title] },
    { title: '科室', key: 'department', render: (_, row) => <DepartmentCell row={row} /> },
    {
      title: '提交时间',
      key: 'submittedAt',
      width: 142,
      render: (_, row) => <span className="soft nowrap">{showDateTime(row.submittedAt)}</span>,
    },
    ...(state === 'rejected' || state === 'all' ? [stateColumn(state)] : []),
    ...(state === 'pending' || state === 'all' ? [actions(busy, approve, reject)] : []),
  ];
}

const stateColumn = (state: StateFilter): Columns[number] => ({
  title: '审核状态',
  key: 'state',
  width: state === 'rejected' ? 240 : 130,
  render: (_, row) => (
    <>
      <StatusTag tone={STATE_TONES[row.state]}>{APPROVAL_STATES[row.state]}</StatusTag>
      {row.reason && <div className="cell-sub">{row.reason}</div>}
    </>
  ),
});

const actions = (busy: boolean, approve: Options['approve'], reject: Options['reject']): Columns[number] => ({
  title: '操作',
  key: 'actions',
  width: 116,
  render: (_, row) =>
    row.state === 'pending' && (
      <span className="cell-actions">
        <Guarded permission="approveLearners">
          <Button type="link" disabled={busy} onClick={() => approve([row])}>
            通过
          </Button>
        </Guarded>
        <Guarded permission="approveLearners">
          <Button type="link" danger disabled={busy} onClick={() => reject([row])}>
            不通过
          </Button>
        </Guarded>
      </span>
    ),
});
