import type { ApplicationRow } from '@common/contract/applications';
import { PROJECT_LEVELS } from '@common/terms';
import type { TableProps } from 'antd';
import { Link } from 'react-router';
import { ReviewStatus } from '../../components/review/reviewStatus';
import { showCredits, showDateTime, showHours } from '../../format';
import { KIND_LABELS } from '../applications/applicationFilters';
import type { Show } from './reviewFilters';

interface Options {
  show: Show;
  isUnit: boolean;
  /** The list's filters, which 上一项 and 下一项 of the detail follow. */
  search: string;
}
type Columns = NonNullable<TableProps<ApplicationRow>['columns']>;

/** The columns of 项目审核; who applied is said to an authority, where it stands where the tab does not say it. */
export function reviewColumns({ show, isUnit, search }: Options): Columns {
  return [
    {
      title: '项目名称',
      key: 'name',
      render: (_, row) => (
        <>
          <Link className="cell-main" to={`/application-reviews/${row.id}${search}`}>
            {row.name}
          </Link>
          <div className="cell-sub">
            {row.year}年{KIND_LABELS[row.kind]}
            {row.projectNumber && <span className="mono">　{row.projectNumber}</span>}
          </div>
        </>
      ),
    },
    ...(isUnit ? [] : [{ title: '申报单位', dataIndex: 'unitName', width: 150 }]),
    { title: '级别', key: 'level', width: 70, render: (_, { level }) => PROJECT_LEVELS[level] },
    { title: '学科', dataIndex: 'discipline', width: 136 },
    { title: '负责人', dataIndex: 'leader', width: 84, className: 'nowrap' },
    {
      title: '学时/学分',
      key: 'credits',
      width: 110,
      align: 'right',
      render: (_, row) => (
        <>
          <div className="nowrap">{showHours(row.minutes)}</div>
          <div className="cell-sub">{showCredits(row.credits)}</div>
        </>
      ),
    },
    {
      title: '提交时间',
      key: 'submittedAt',
      width: 172,
      className: 'after-number',
      render: (_, row) => (
        <span className="soft nowrap">{row.submittedAt ? showDateTime(row.submittedAt) : '—'}</span>
      ),
    },
    ...(show === 'decided' ? [STATE] : []),
    {
      title: '操作',
      key: 'actions',
      width: 72,
      render: (_, row) => (
        <Link to={`/application-reviews/${row.id}${search}`}>
          {row.can.includes('pass') ? '审核' : '查看'}
        </Link>
      ),
    },
  ];
}

const STATE: Columns[number] = {
  title: '状态',
  key: 'state',
  width: 210,
  render: (_, row) => <ReviewStatus review={row} reason={row.note} />,
};
