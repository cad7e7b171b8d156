import type { UnitProjectRow } from '@common/contract/catalogue';
import { Button, type TableProps } from 'antd';
import { Link } from 'react-router';
import { Allowed } from '../../components/allowed';
import { Guarded } from '../../components/guarded';
import { projectColumns } from '../projects/projectColumns';

/** The columns of 国家级项目录入: with the terms that were held, and the way out again. */
export function entryColumns(remove: (row: UnitProjectRow) => void): TableProps<UnitProjectRow>['columns'] {
  return [
    ...(projectColumns as NonNullable<TableProps<UnitProjectRow>['columns']>),
    {
      title: '已举办期数',
      key: 'terms',
      width: 136,
      className: 'after-number nowrap',
      render: (_, { terms, number }) =>
        terms.length > 0 ? (
          <Link to={`/activities?q=${encodeURIComponent(number)}`}>第{terms.join('、')}期</Link>
        ) : (
          <span className="faint">尚未举办</span>
        ),
    },
    {
      title: '操作',
      key: 'actions',
      width: 76,
      render: (_, row) => (
        <span className="cell-actions">
          <Allowed reason={whyKept(row)}>
            {(disabled) => (
              <Guarded permission="holdActivities">
                <Button type="link" danger disabled={disabled} onClick={() => remove(row)}>
                  删除
                </Button>
              </Guarded>
            )}
          </Allowed>
        </span>
      ),
    },
  ];
}

const whyKept = ({ canRemove, terms }: UnitProjectRow) => {
  if (canRemove) {
    return null;
  }
  return terms.length > 0
    ? '该项目已有活动，不能删除'
    : '该项目由上级部门导入，不能删除；如有误请联系上级部门';
};
