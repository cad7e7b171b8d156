import type { AnalysisRow, SavedAnalysis } from '@common/contract/analyses';
import { DOUBT_KINDS } from '@common/terms';
import type { TableProps } from 'antd';
import { Link } from 'react-router';
import { Completion } from '../../../../components/completion';
import { StatusTag } from '../../../../components/statusTag';
import { TwoLines } from '../../../../components/twoLines';
import { showCredits, showDay, showHoursOfDay } from '../../../../format';
import { windowWords } from '../words';

type Columns = NonNullable<TableProps<AnalysisRow>['columns']>;

/** The columns of 分析结果; one narrow column a window. An authority has no page with the evidence of a doubt. */
export function resultColumns(
  { activityId, windows, strategy, conditions }: SavedAnalysis,
  isReadOnly: boolean,
): Columns {
  const ofWindows: Columns = windows.map((window, index) => ({
    title: (
      <span title={windowWords(window)}>
        {index + 1}
        <small className="analysis-column-day">{showDay(window.from).split(' ')[0]}</small>
        <small className="analysis-column-day">{showHoursOfDay(window).slice(0, 5)}</small>
      </span>
    ),
    // Two windows may be the same.
    key: `window ${index}`,
    width: 52,
    className: 'analysis-column',
    align: 'center',
    render: (_: unknown, row: AnalysisRow) => <Swipes count={row.swipes[index] ?? 0} />,
  }));
  return [
    {
      title: '姓名',
      key: 'name',
      width: 112,
      fixed: 'left',
      render: (_, row) => (
        <>
          <div className="cell-main">{row.name}</div>
          <div className="cell-sub mono">{row.personnelNo}</div>
        </>
      ),
    },
    {
      title: '单位与科室',
      key: 'unit',
      ellipsis: true,
      render: (_, row) => <TwoLines text={row.unitName} sub={row.department || '—'} />,
    },
    ...ofWindows,
    {
      title: '考试 / 评价',
      key: 'completion',
      width: 108,
      render: (_, { exam, isEvaluated }) => <Completion exam={exam} isEvaluated={isEvaluated} />,
    },
    ...(conditions.isDepartureRequired
      ? [
          {
            title: '撤离',
            key: 'left',
            width: 78,
            render: (_: unknown, { hasLeft }: AnalysisRow) => (hasLeft ? '已撤离' : '没有撤离'),
          },
        ]
      : []),
    {
      title: '结果',
      key: 'effective',
      width: 220,
      render: (_, row) => <Verdict row={row} activityId={activityId} isReadOnly={isReadOnly} />,
    },
    {
      title: strategy === 'perCourse' ? '可授学分' : '授分',
      key: 'credited',
      width: 84,
      render: (_, { credited, effective, credits }) => (
        <>
          {credited ? (
            <span className="pill pill--done">已授分</span>
          ) : (
            <span className="faint">{effective ? '待授分' : '—'}</span>
          )}
          {effective && <div className="cell-sub">{showCredits(credits)}</div>}
        </>
      ),
    },
  ];
}

function Swipes({ count }: { count: number }) {
  return count > 0 ? (
    <b className="analysis-swiped" title={`${count}次`}>
      ✓{count > 1 && ` ${count}`}
    </b>
  ) : (
    <span className="faint" title="没有考勤">
      –
    </span>
  );
}

interface VerdictProps {
  row: AnalysisRow;
  activityId: string;
  isReadOnly: boolean;
}

/** In, with the courses it goes by; or out, and why. What is in doubt leads to its evidence. */
function Verdict({
  row: { learnerId, effective, reason, courses, doubts },
  activityId,
  isReadOnly,
}: VerdictProps) {
  const doubted = `疑点：${doubts.map((kind) => DOUBT_KINDS[kind]).join('、')}`;
  return (
    <>
      <StatusTag tone={effective ? 'done' : 'waiting'}>{effective ? '有效' : '无效'}</StatusTag>
      {effective && courses.length > 0 && <div className="cell-sub">{courses.join('、')}</div>}
      {!effective && <div className="cell-sub">{reason}</div>}
      {doubts.length > 0 && (
        <div className="cell-sub analysis-doubted">
          {isReadOnly ? (
            doubted
          ) : (
            <Link
              to={`/activities/${activityId}/attendance?tab=doubts&learnerId=${learnerId}`}
              title="查看依据"
            >
              {doubted}
            </Link>
          )}
        </div>
      )}
    </>
  );
}
