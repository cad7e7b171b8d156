import type { AnalysisRow, SavedAnalysis } from '@common/contract/analyses';
import { DOUBT_KINDS, TITLES } from '@common/terms';
import type { TableProps } from 'antd';
import { Link } from 'react-router';
import { Completion } from '../../../../components/completion';
import { TwoLines } from '../../../../components/twoLines';
import { showCredits, showDateTime, showDay } from '../../../../format';
import { windowWords } from '../../analysis/words';

/** The columns of 有效人员明细: swipes in every 刷卡周期, what else was demanded, what is in doubt, and the credits. */
export function personColumns({
  windows,
  activityId,
  strategy,
  conditions,
}: SavedAnalysis): NonNullable<TableProps<AnalysisRow>['columns']> {
  return [
    { title: '姓名', dataIndex: 'name', width: 100, fixed: 'left', className: 'cell-main' },
    { title: '身份证号', dataIndex: 'idNoMasked', width: 160, className: 'mono' },
    {
      title: '单位与职称',
      key: 'unit',
      ellipsis: true,
      render: (_, row) => <TwoLines text={row.unitName} sub={TITLES[row.title]} />,
    },
    ...windows.map((window, index) => ({
      title: (
        <span title={windowWords(window)}>
          第{index + 1}周期
          <small className="window-day">{showDay(window.from).split(' ')[0]}</small>
        </span>
      ),
      // Two windows may be the same.
      key: `window ${index}`,
      width: 74,
      align: 'center' as const,
      render: (_: unknown, row: AnalysisRow) => swipesOf(row.swipes[index] ?? 0),
    })),
    {
      title: '首次 / 最后',
      key: 'times',
      width: 132,
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
      width: conditions.isDepartureRequired ? 124 : 96,
      render: (_, { exam, isEvaluated, hasLeft }) => (
        <Completion
          exam={exam}
          isEvaluated={isEvaluated}
          hasLeft={conditions.isDepartureRequired && hasLeft === true}
        />
      ),
    },
    {
      title: '疑点',
      key: 'doubts',
      width: 148,
      render: (_, row) => <Doubts row={row} activityId={activityId} />,
    },
    {
      title: '可授学分',
      key: 'credits',
      width: 96,
      render: (_, row) => (
        <>
          <b>{showCredits(row.credits)}</b>
          {strategy === 'perCourse' && (
            <div className="cell-sub" title={row.courses.join('、')}>
              {row.courses.length}门课程
            </div>
          )}
        </>
      ),
    },
  ];
}

/** With one of several courses a window may well be empty. */
const swipesOf = (count: number) => (count > 0 ? <b>{count}次</b> : <span className="faint">–</span>);

/** What stands against the person, leading to its evidence. */
function Doubts({ row: { doubts, learnerId }, activityId }: { row: AnalysisRow; activityId: string }) {
  if (doubts.length === 0) {
    return <span className="faint">无</span>;
  }
  return (
    <Link
      className="doubted cell-sub"
      to={`/activities/${activityId}/attendance?tab=doubts&learnerId=${learnerId}`}
      title="查看依据"
    >
      {doubts.map((kind) => DOUBT_KINDS[kind]).join('、')}
    </Link>
  );
}
