import type { SwipeRow } from '@common/contract/attendance';
import { metresInWords } from '@common/rules/placeVerdict';
import { CHECK_IN_METHODS, DIRECTIONS } from '@common/terms';
import { Button, type TableProps } from 'antd';
import { TwoLines } from '../../../components/twoLines';
import { showDate, showTime } from '../../../format';

/** The columns of 考勤明细; a name leads to all that the person has. */
export function swipeColumns(onPerson: (row: SwipeRow) => void): TableProps<SwipeRow>['columns'] {
  return [
    {
      title: '时间',
      dataIndex: 'at',
      width: 170,
      className: 'mono nowrap',
      render: (at: string) => `${showDate(at)} ${showTime(at)}`,
    },
    {
      title: '姓名',
      key: 'name',
      width: 110,
      render: (_, row) => (
        <Button type="link" title={`只看${row.name}`} onClick={() => onPerson(row)}>
          {row.name}
        </Button>
      ),
    },
    {
      title: '单位与科室',
      key: 'unit',
      ellipsis: true,
      render: (_, row) => <TwoLines text={row.unitName} sub={row.department} />,
    },
    { title: '课程', dataIndex: 'courseName', ellipsis: true },
    {
      title: '签到或撤离',
      dataIndex: 'direction',
      width: 104,
      render: (direction: SwipeRow['direction']) => (
        <span className={`swipe-direction swipe-direction--${direction}`}>{DIRECTIONS[direction]}</span>
      ),
    },
    { title: '方式', key: 'method', width: 250, render: (_, row) => <Method row={row} /> },
    {
      title: '距会场',
      dataIndex: 'metres',
      width: 90,
      render: (metres: number | null) => (metres === null ? '—' : metresInWords(metres)),
    },
  ];
}

/** How it was made; where an administrator made or confirmed it, who and why. */
function Method({ row }: { row: SwipeRow }) {
  const { method, by, reason } = row;
  const deed = method === 'manual' ? '补录' : '确认';
  return (
    <>
      <span className={method === 'manual' ? 'pill pill--waiting' : undefined}>
        {CHECK_IN_METHODS[method]}
      </span>
      {by && (
        <div className="cell-sub clamp" title={reason ?? undefined}>
          {by}
          {deed}
          {reason && `：${reason}`}
        </div>
      )}
    </>
  );
}
