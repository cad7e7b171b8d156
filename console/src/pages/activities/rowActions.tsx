import type { ActivityRow } from '@common/contract/activities';
import { Button } from 'antd';
import { Link } from 'react-router';
import { Guarded } from '../../components/guarded';

export interface RowActionsProps {
  row: ActivityRow;
  busy: boolean;
  onRemove: (row: ActivityRow) => void;
  onWithdraw: (row: ActivityRow) => void;
  onScreen: (row: ActivityRow) => void;
}

/** 操作 as Jiangsu's list has it: 资料上传, 提交申请, 删除 before it is handed in; 查看 and 二维码 after. */
export function RowActions({ row, busy, onRemove, onWithdraw, onScreen }: RowActionsProps) {
  const at = `/activities/${row.id}`;
  return (
    <span className="row-actions">
      {row.can.includes('submit') ? (
        <>
          <Link to={`${at}/edit/documents`}>资料上传</Link>
          <Link to={`${at}/edit/submit`}>提交申请</Link>
        </>
      ) : (
        <Link to={at}>查看</Link>
      )}
      {row.state === 'approved' && (
        <>
          <Button type="link" onClick={() => onScreen(row)}>
            二维码
          </Button>
          <Link to={`${at}/crediting`}>授分</Link>
        </>
      )}
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
  );
}
