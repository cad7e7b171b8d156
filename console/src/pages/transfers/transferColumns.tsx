import type { TransferRow } from '@common/contract/transfers';
import { TITLES } from '@common/terms';
import { Button, type TableProps } from 'antd';
import { Guarded } from '../../components/guarded';
import { Icon } from '../../components/icon';
import { StatusTag } from '../../components/statusTag';
import { showDate } from '../../format';
import { transferStatus } from './transferView';

export type TransferMove = TransferRow['can'][number];

interface Options {
  busy: boolean;
  onMove: (row: TransferRow, move: TransferMove) => void;
}

/** What taking a step back is called: the old unit's own release, or somebody's request. */
export const cancelWord = (row: TransferRow) => (row.state === 'requested' ? '不同意' : '撤回调出');

/** The columns of the transfers, the latest day of each last. */
export function transferColumns({ busy, onMove }: Options): TableProps<TransferRow>['columns'] {
  return [
    {
      title: '人员',
      key: 'name',
      width: 176,
      render: (_, row) => (
        <>
          <span className="cell-main">{row.name}</span>
          <div className="cell-sub mono">{row.idNoMasked}</div>
        </>
      ),
    },
    {
      title: '职称与科室',
      key: 'title',
      width: 132,
      render: (_, row) => (
        <>
          {TITLES[row.title]}
          <div className="cell-sub">{row.department || '未填写科室'}</div>
        </>
      ),
    },
    {
      title: '调出单位 → 调入单位',
      key: 'units',
      render: (_, row) => (
        <>
          <span className="from-to">
            {row.fromUnitName}
            <Icon name="forward" size={14} />
            {row.toUnitName ?? <span className="faint">未指定</span>}
          </span>
          {row.note && <div className="cell-sub">说明：{row.note}</div>}
        </>
      ),
    },
    {
      title: '发起',
      key: 'by',
      width: 116,
      render: (_, row) => (
        <>
          {row.requestedBy === 'learner' ? '学员申请' : '单位办理'}
          <div className="cell-sub nowrap">{showDate(row.startedAt)}</div>
        </>
      ),
    },
    {
      title: '进度',
      key: 'state',
      width: 220,
      render: (_, row) => {
        const { tone, text } = transferStatus(row);
        const at = row.admittedAt ?? row.releasedAt;
        return (
          <>
            <StatusTag tone={tone}>{text}</StatusTag>
            {at && <div className="cell-sub">{showDate(at)}</div>}
          </>
        );
      },
    },
    {
      title: '操作',
      key: 'actions',
      width: 148,
      render: (_, row) => (
        <span className="cell-actions">
          {row.can.includes('release') && (
            <Guarded permission="approveLearners">
              <Button type="link" disabled={busy} onClick={() => onMove(row, 'release')}>
                调出
              </Button>
            </Guarded>
          )}
          {row.can.includes('admit') && (
            <Guarded permission="approveLearners">
              <Button type="link" disabled={busy} onClick={() => onMove(row, 'admit')}>
                调入
              </Button>
            </Guarded>
          )}
          {row.can.includes('cancel') && (
            <Guarded permission="approveLearners">
              <Button type="link" danger disabled={busy} onClick={() => onMove(row, 'cancel')}>
                {cancelWord(row)}
              </Button>
            </Guarded>
          )}
        </span>
      ),
    },
  ];
}
