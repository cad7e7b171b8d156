import type { AdministratorRow } from '@common/contract/administrators';
import { PERMISSIONS } from '@common/terms';
import { Button, type TableProps } from 'antd';
import { Guarded } from '../../components/guarded';
import { StatusTag } from '../../components/statusTag';
import { showDateTime } from '../../format';

interface Options {
  busy: boolean;
  onEdit: (row: AdministratorRow) => void;
  onRemove: (row: AdministratorRow) => void;
}

/** The columns of the administrators. */
export function administratorColumns(options: Options): TableProps<AdministratorRow>['columns'] {
  const { busy, onEdit, onRemove } = options;
  return [
    {
      title: '姓名',
      key: 'name',
      width: 150,
      render: (_, row) => (
        <span className="person__line">
          <span className="cell-main">{row.name}</span>
          {row.isSelf && <span className="pill pill--brand">本人</span>}
        </span>
      ),
    },
    { title: '手机号', dataIndex: 'phoneMasked', width: 130, className: 'mono nowrap' },
    {
      title: '权限',
      key: 'permissions',
      render: (_, row) =>
        row.permissions.length === 0 ? (
          <span className="faint">只能查看</span>
        ) : (
          <span className="person__line">
            {row.permissions.map((permission) => (
              <span key={permission} className="pill">
                {PERMISSIONS[permission]}
              </span>
            ))}
          </span>
        ),
    },
    {
      title: '最近登录',
      key: 'last',
      width: 170,
      render: (_, row) =>
        row.isConfirmed ? (
          <span className="soft nowrap">{row.lastSignInAt ? showDateTime(row.lastSignInAt) : '—'}</span>
        ) : (
          <StatusTag tone="waiting">等待本人首次登录</StatusTag>
        ),
    },
    {
      title: '操作',
      key: 'actions',
      width: 116,
      render: (_, row) => (
        <span className="cell-actions">
          <Guarded permission="manageAccount">
            <Button type="link" disabled={busy} onClick={() => onEdit(row)}>
              修改
            </Button>
          </Guarded>
          <Guarded permission="manageAccount">
            <Button type="link" danger disabled={busy} onClick={() => onRemove(row)}>
              移除
            </Button>
          </Guarded>
        </span>
      ),
    },
  ];
}
