import type { RosterRow } from '@common/contract/attendance';
import type { TableProps } from 'antd';
import { StatusTag } from '../../../components/statusTag';
import { TwoLines } from '../../../components/twoLines';
import { showDay, showHours, showHoursOfDay } from '../../../format';
import { Stay } from './stay';

interface Period {
  from: string;
  to: string;
}

/** The columns of 签到与撤离名单: both times of every holding period, and the hours that come of them. */
export function rosterColumns(periods: readonly Period[]): TableProps<RosterRow>['columns'] {
  return [
    { title: '姓名', dataIndex: 'name', width: 108, fixed: 'left', className: 'cell-main' },
    { title: '身份证号', dataIndex: 'idNoMasked', width: 166, className: 'mono' },
    {
      title: '单位与科室',
      key: 'unit',
      ellipsis: true,
      render: (_, row) => <TwoLines text={row.unitName} sub={row.department} />,
    },
    ...periods.map((period, index) => ({
      title: (
        <span title={`${showDay(period.from)} ${showHoursOfDay(period)}`}>
          {periods.length > 1 ? `第${index + 1}周期` : ''}签到 / 撤离
        </span>
      ),
      key: period.from,
      width: 166,
      render: (_: unknown, row: RosterRow) => <Stay {...row.periods[index]} />,
    })),
    {
      title: '实际参会',
      dataIndex: 'minutes',
      width: 100,
      className: 'nowrap',
      render: (minutes: number) => showHours(minutes),
    },
    {
      title: '规定学时',
      key: 'isFull',
      width: 170,
      render: (_, row) => (
        <>
          {row.isFull ? (
            <StatusTag tone="done">已完成</StatusTag>
          ) : (
            <StatusTag tone="waiting">未完成</StatusTag>
          )}
          {row.learnerId === null && <div className="cell-sub">现场登记，等待本人注册并由单位审核</div>}
        </>
      ),
    },
  ];
}
