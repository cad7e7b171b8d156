import type { UnitRow } from '@common/contract/regionsUnits';
import { Button, type TableProps } from 'antd';
import { Guarded } from '../../components/guarded';
import { AccountState } from '../../components/password-reset/accountState';
import { showCount } from '../../format';

interface Options {
  edit: (unit: UnitRow) => void;
  reset: (unit: UnitRow) => void;
}

/** The columns of 单位; other names stand small under the name, as people know a unit by them. */
export function unitColumns({ edit, reset }: Options): TableProps<UnitRow>['columns'] {
  return [
    { title: '单位编号', dataIndex: 'code', width: 112, className: 'mono' },
    {
      title: '单位名称',
      key: 'name',
      render: (_, { name, aliases, formerNames }) => (
        <>
          <div className="cell-main">{name}</div>
          {aliases.length > 0 && <div className="cell-sub">别名：{aliases.join('、')}</div>}
          {formerNames.length > 0 && <div className="cell-sub">曾用名：{formerNames.join('、')}</div>}
        </>
      ),
    },
    { title: '地区', dataIndex: 'regionName', width: 220 },
    { title: '账号状态', key: 'account', width: 112, render: (_, row) => <AccountState {...row} /> },
    {
      title: '管理员',
      dataIndex: 'administrators',
      width: 84,
      align: 'right',
      render: (count: number) => (count > 0 ? `${showCount(count)}人` : <span className="faint">0人</span>),
    },
    {
      title: '人员',
      dataIndex: 'approvedLearners',
      width: 100,
      align: 'right',
      render: (count: number) => (count > 0 ? `${showCount(count)}人` : <span className="faint">0人</span>),
    },
    {
      title: '操作',
      key: 'actions',
      width: 172,
      className: 'after-number',
      render: (_, row) => (
        <span className="cell-actions">
          <Guarded permission="manageAccount">
            <Button type="link" onClick={() => edit(row)}>
              修改
            </Button>
          </Guarded>
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
