import type { LecturerRow } from '@common/contract/crediting';
import { TITLES } from '@common/terms';
import type { TableProps } from 'antd';
import { Link } from 'react-router';
import { StatusTag } from '../../../components/statusTag';
import { TwoLines } from '../../../components/twoLines';
import { showCredits, showHours } from '../../../format';

/** The columns of 主讲人: what each taught, what it comes to, and what stands in the way. */
export function lecturerColumns(activityId: string): NonNullable<TableProps<LecturerRow>['columns']> {
  return [
    { title: '姓名', dataIndex: 'name', width: 110, className: 'cell-main' },
    {
      title: '人员编号',
      dataIndex: 'personnelNo',
      width: 126,
      className: 'mono',
      render: (personnelNo: string | null) => personnelNo ?? '—',
    },
    {
      title: '单位与职称',
      key: 'unit',
      width: 220,
      ellipsis: true,
      render: (_, row) => <TwoLines text={row.unitName} sub={row.title ? TITLES[row.title] : ''} />,
    },
    {
      title: '课程',
      key: 'courses',
      render: (_, { courses }) =>
        courses.map(({ name, minutes }) => (
          <div key={name}>
            {name} <span className="faint nowrap">{showHours(minutes)}</span>
          </div>
        )),
    },
    { title: '授课学时', key: 'minutes', width: 100, render: (_, row) => showHours(row.minutes) },
    {
      title: '可授学分',
      key: 'credits',
      width: 100,
      render: (_, row) => <b>{showCredits(row.credits)}</b>,
    },
    {
      title: '授分',
      key: 'state',
      width: 240,
      render: (_, { isCredited, obstacle }) =>
        isCredited ? (
          <StatusTag tone="done">已授分</StatusTag>
        ) : obstacle ? (
          <>
            <StatusTag tone="act">{obstacle}</StatusTag>
            <div className="cell-sub">
              <Link to={`/activities/${activityId}`}>查看课程信息</Link>
            </div>
          </>
        ) : (
          <span className="faint">未授分</span>
        ),
    },
  ];
}
