import type { ProjectStatisticRow } from '@common/contract/statistics';
import { formatCredits } from '@common/rules/credits';
import { CREDIT_CLASSES, PROJECT_LEVELS } from '@common/terms';
import type { TableProps } from 'antd';
import { Link } from 'react-router';
import { showCount, showDate } from '../../format';

type Columns = NonNullable<TableProps<ProjectStatisticRow>['columns']>;

const count = (title: string, key: 'attended' | 'credited' | 'reviewed'): Columns[number] => ({
  title,
  key,
  width: 88,
  align: 'right',
  render: (_, row) => showCount(row[key]),
});

/** The columns of 项目明细查询; an authority sees who held it. */
export const projectColumns = (isAuthority: boolean): Columns => [
  { title: '项目编号', dataIndex: 'projectNumber', width: 170, className: 'mono nowrap' },
  {
    title: '项目名称',
    key: 'name',
    render: (_, { name, term, discipline }) => (
      <>
        <div className="cell-main">{name}</div>
        <div className="cell-sub">
          第{term}期 · {discipline}
        </div>
      </>
    ),
  },
  ...(isAuthority ? [{ title: '举办单位', dataIndex: 'unitName', width: 170 }] : []),
  {
    title: '举办时间',
    key: 'days',
    width: 116,
    className: 'nowrap',
    render: (_, { from, to }) => (
      <>
        <div>{showDate(from)}</div>
        {showDate(from) !== showDate(to) && <div className="cell-sub">至 {showDate(to)}</div>}
      </>
    ),
  },
  {
    title: '级别',
    key: 'level',
    width: 104,
    render: (_, { level, creditClass, credits }) => (
      <>
        <div>{PROJECT_LEVELS[level]}</div>
        <div className="cell-sub nowrap">
          {CREDIT_CLASSES[creditClass]} {formatCredits(credits)}
        </div>
      </>
    ),
  },
  count('考勤人数', 'attended'),
  count('已授分', 'credited'),
  count('已审核', 'reviewed'),
  {
    title: '操作',
    key: 'actions',
    width: 104,
    className: 'after-number nowrap',
    render: (_, { activityId }) => <Link to={`/statistics/projects/${activityId}`}>人员明细</Link>,
  },
];
