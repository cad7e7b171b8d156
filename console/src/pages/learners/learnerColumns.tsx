import type { LearnerRow } from '@common/contract/learners';
import { APPROVAL_STATES, type ApprovalState, TITLES } from '@common/terms';
import { Button, type TableProps, Tooltip } from 'antd';
import { StatusTag, type Tone } from '../../components/statusTag';
import { showDateTime } from '../../format';

const TONES: Record<ApprovalState, Tone> = { pending: 'act', approved: 'done', rejected: 'quiet' };

interface Options {
  state: ApprovalState | 'all';
  busy: boolean;
  approve: (learners: LearnerRow[]) => void;
  reject: (learners: LearnerRow[]) => void;
}

/** The columns of 人员信息审核; the state is shown where the filter does not say it already. */
export function learnerColumns({ state, busy, approve, reject }: Options): TableProps<LearnerRow>['columns'] {
  return [
    {
      title: '姓名',
      key: 'name',
      width: 142,
      render: (_, row) => (
        <span>
          <span className="cell-main">{row.name}</span>
          {row.sameNameInUnit && (
            <Tooltip title="本单位有同名人员，审核前请核对身份证号和手机号">
              <span className="pill pill--waiting" style={{ marginLeft: 8 }}>
                同名
              </span>
            </Tooltip>
          )}
        </span>
      ),
    },
    { title: '身份证号', dataIndex: 'idNoMasked', width: 172, className: 'mono' },
    { title: '手机号', dataIndex: 'phoneMasked', width: 118, className: 'mono' },
    { title: '职称', key: 'title', width: 112, render: (_, row) => TITLES[row.title] },
    {
      title: '科室',
      key: 'department',
      ellipsis: true,
      render: (_, row) => row.department || <span className="faint">未填写</span>,
    },
    ...(state === 'approved' || state === 'all'
      ? [
          {
            title: '医通卡号',
            key: 'no',
            width: 116,
            className: 'mono nowrap',
            render: (_: unknown, row: LearnerRow) => row.personnelNo ?? '—',
          },
        ]
      : []),
    {
      title: '提交时间',
      key: 'submittedAt',
      width: 142,
      render: (_, row) => <span className="soft nowrap">{showDateTime(row.submittedAt)}</span>,
    },
    ...(state === 'pending'
      ? []
      : [
          {
            title: '审核状态',
            key: 'state',
            width: state === 'rejected' ? 240 : 118,
            render: (_: unknown, row: LearnerRow) => (
              <>
                <StatusTag tone={TONES[row.state]}>{APPROVAL_STATES[row.state]}</StatusTag>
                {row.reason && <div className="cell-sub">{row.reason}</div>}
              </>
            ),
          },
        ]),
    ...(state === 'pending' || state === 'all'
      ? [
          {
            title: '操作',
            key: 'actions',
            width: 112,
            render: (_: unknown, row: LearnerRow) =>
              row.state === 'pending' && (
                <span className="cell-actions">
                  <Button type="link" disabled={busy} onClick={() => approve([row])}>
                    通过
                  </Button>
                  <Button type="link" danger disabled={busy} onClick={() => reject([row])}>
                    不通过
                  </Button>
                </span>
              ),
          },
        ]
      : []),
  ];
}
