import type { AttendanceRow } from '@common/contract/crediting';
import { DOUBT_KINDS, EXAM_OUTCOMES, TITLES } from '@common/terms';
import type { TableProps } from 'antd';
import { Link } from 'react-router';
import { StatusTag } from '../../../components/statusTag';
import { TwoLines } from '../../../components/twoLines';
import { showDateTime, showDay, showHoursOfDay } from '../../../format';

interface Window {
  from: string;
  to: string;
}

/** The columns of 有效人员明细: swipes in every holding period, whether the person is effective or why not, and what is in doubt. */
export function attendanceColumns(
  windows: readonly Window[],
  activityId: string,
): TableProps<AttendanceRow>['columns'] {
  return [
    { title: '姓名', dataIndex: 'name', width: 108, fixed: 'left', className: 'cell-main' },
    { title: '身份证号', dataIndex: 'idNoMasked', width: 166, className: 'mono' },
    {
      title: '单位与职称',
      key: 'unit',
      ellipsis: true,
      render: (_, row) => <TwoLines text={row.unitName} sub={TITLES[row.title]} />,
    },
    ...windows.map((window, index) => ({
      title: (
        <span title={`${showDay(window.from)} ${showHoursOfDay(window)}`}>
          第{index + 1}周期
          <small className="window-day">{showDay(window.from).split(' ')[0]}</small>
        </span>
      ),
      key: window.from,
      width: 78,
      align: 'center' as const,
      render: (_: unknown, row: AttendanceRow) => <Swipes count={row.swipes[index] ?? 0} />,
    })),
    {
      title: '首次 / 最后',
      key: 'times',
      width: 136,
      render: (_, row) => (
        <span className="cell-sub nowrap">
          {showDateTime(row.firstAt)}
          <br />
          {showDateTime(row.lastAt)}
        </span>
      ),
    },
    {
      title: '考试 / 评价',
      key: 'completion',
      width: 112,
      render: (_, row) => <Completion row={row} />,
    },
    {
      title: '结果',
      key: 'effective',
      width: 176,
      render: (_, row) => (
        <>
          {row.effective ? (
            <StatusTag tone="done">有效</StatusTag>
          ) : (
            <>
              <StatusTag tone="waiting">无效</StatusTag>
              <div className="cell-sub">{row.reason}</div>
            </>
          )}
          <Doubts row={row} activityId={activityId} />
        </>
      ),
    },
    {
      title: '授分',
      key: 'credited',
      width: 76,
      render: (_, row) =>
        row.credited ? (
          <span className="pill pill--done">已授分</span>
        ) : (
          <span className="faint">未授分</span>
        ),
    },
  ];
}

/** 考试通过并进行了项目评价 (manual 000 §四.3). */
function Completion({ row: { exam, isEvaluated } }: { row: AttendanceRow }) {
  return (
    <span className="cell-sub nowrap">
      {exam === null ? '没有考试' : `考试${EXAM_OUTCOMES[exam]}`}
      <br />
      {isEvaluated ? '已评价' : '未评价'}
    </span>
  );
}

/** What stands against the person, leading to its evidence. */
function Doubts({ row: { doubts, learnerId }, activityId }: { row: AttendanceRow; activityId: string }) {
  if (doubts.length === 0) {
    return null;
  }
  return (
    <div className="cell-sub">
      <Link
        className="doubted"
        to={`/activities/${activityId}/attendance?tab=doubts&learnerId=${learnerId}`}
        title="查看依据"
      >
        疑点：{doubts.map((kind) => DOUBT_KINDS[kind]).join('、')}
      </Link>
    </div>
  );
}

function Swipes({ count }: { count: number }) {
  return count > 0 ? <b>{count}次</b> : <span className="no-swipe">缺</span>;
}
