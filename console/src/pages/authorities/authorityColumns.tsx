import type { AuthorityRow } from '@common/contract/regionsUnits';
import { REGION_LEVELS } from '@common/terms';
import { Button, type TableProps } from 'antd';
import { Guarded } from '../../components/guarded';
import { AccountState } from '../../components/password-reset/accountState';
import { showCount } from '../../format';

interface Options {
  ownId: string | undefined;
  reset: (row: AuthorityRow) => void;
}

/** The columns of 行政部门. One's own password is reset from above, never by oneself. */
export function authorityColumns({ ownId, reset }: Options): TableProps<AuthorityRow>['columns'] {
  return [
    {
      title: '部门名称',
      key: 'name',
      render: (_, row) => (
        <>
          <span className="cell-main">{row.name}</span>
          {row.id === ownId && (
            <span className="pill pill--brand" style={{ marginLeft: 8 }}>
              本部门
            </span>
          )}
        </>
      ),
    },
    {
      title: '级别',
      dataIndex: 'level',
      width: 96,
      render: (level: AuthorityRow['level']) => REGION_LEVELS[level],
    },
    { title: '地区', dataIndex: 'regionName', width: 220 },
    { title: '账号', dataIndex: 'code', width: 100, className: 'mono' },
    { title: '账号状态', key: 'account', width: 112, render: (_, row) => <AccountState {...row} /> },
    {
      title: '管理员',
      dataIndex: 'administrators',
      width: 84,
      align: 'right',
      render: (count: number) => (count > 0 ? `${showCount(count)}人` : <span className="faint">0人</span>),
    },
    {
      title: '辖区单位',
      dataIndex: 'units',
      width: 100,
      align: 'right',
      render: (count: number) => (count > 0 ? `${showCount(count)}个` : <span className="faint">0个</span>),
    },
    {
      title: '操作',
      key: 'actions',
      width: 134,
      className: 'after-number',
      render: (_, row) =>
        row.id === ownId ? (
          <span className="faint">由上级重置</span>
        ) : (
          <span className="cell-actions">
            <Guarded permission="manageAccount">
              <Button type="link" onClick={() => reset(row)}>
                {row.hasAccount ? '重置密码' : '开通账号'}
              </Button>
            </Guarded>
          </span>
        ),
    },
  ];
}
