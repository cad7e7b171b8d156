import type { ProjectRow } from '@common/contract/catalogue';
import { formatCredits, formatHours } from '@common/rules/credits';
import { CREDIT_CLASSES, PROJECT_FORMS, PROJECT_LEVELS, PROJECT_NATURES } from '@common/terms';
import type { TableProps } from 'antd';

type Columns = NonNullable<TableProps<ProjectRow>['columns']>;

/** The columns that every list of projects begins with. */
export const projectColumns: Columns = [
  { title: '项目编号', dataIndex: 'number', width: 176, className: 'mono nowrap' },
  {
    title: '项目名称',
    key: 'name',
    render: (_, { name, discipline }) => (
      <>
        <div className="cell-main">{name}</div>
        <div className="cell-sub">{discipline}</div>
      </>
    ),
  },
  { title: '负责人', dataIndex: 'leader', width: 92, className: 'nowrap' },
  {
    title: '级别',
    key: 'level',
    width: 104,
    render: (_, { level, creditClass }) => (
      <>
        <div>{PROJECT_LEVELS[level]}</div>
        <div className="cell-sub">{CREDIT_CLASSES[creditClass]}</div>
      </>
    ),
  },
  {
    title: '学时',
    key: 'minutes',
    width: 68,
    align: 'right',
    render: (_, { minutes }) => formatHours(minutes),
  },
  {
    title: '学分',
    key: 'credits',
    width: 68,
    align: 'right',
    render: (_, { credits }) => formatCredits(credits),
  },
];

/** 举办单位, for lists of more than one unit. */
export const unitColumn: Columns[number] = {
  title: '举办单位',
  key: 'unit',
  width: 230,
  className: 'after-number',
  render: (_, { unitName, form }) => (
    <>
      <div>{unitName}</div>
      <div className="cell-sub">{PROJECT_FORMS[form]}</div>
    </>
  ),
};

/** 项目性质. */
export const natureColumn: Columns[number] = {
  title: '项目性质',
  key: 'nature',
  width: 140,
  className: 'nowrap',
  render: (_, { nature }) => PROJECT_NATURES[nature],
};
